// Package webhooks verifies what Modelwire sends to endpoints of BODY_FORMAT_STANDARD and
// BODY_FORMAT_PROTOBUF, and reads the events.
package webhooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
)

const (
	secretPrefix     = "whsec_"
	signatureVersion = "v1,"
	defaultTolerance = 5 * time.Minute
)

// Options says how to verify. Its zero value is what most need.
type Options struct {
	// Tolerance is how far the clocks may be apart, and how long a request may be under way. 0: five
	// minutes.
	Tolerance time.Duration
	// Now gives the time. Nil: time.Now.
	Now func() time.Time
}

// Verify verifies a request and gives the event that it carries. What this copy of the contract
// does not know is tolerated: fields are left out, and the type of an event is
// EVENT_TYPE_UNSPECIFIED in JSON, and the number that was sent in protobuf.
//
// The body must be the bytes as they came. Secrets are what CreateEndpoint or RotateEndpointSecret
// gave: one, or during a rotation both. The same event can come more than once: keep its event_id,
// and do nothing for one that you have.
//
// A request that is not to be taken gives a [*Refusal]: answer it with 401. Any other error is of
// the secrets. Options may be nil.
func Verify(
	header http.Header, body []byte, secrets []string, options *Options,
) (*eventv1.Event, error) {
	keys, err := keysOf(secrets)
	if err != nil {
		return nil, err
	}
	headers, err := readHeaders(header)
	if err != nil {
		return nil, err
	}
	if err := checkTime(headers.timestamp, options); err != nil {
		return nil, err
	}
	if !isSigned(keys, headers, body) {
		return nil, refuse(WrongSignature, "it is not signed with the secret")
	}
	event, err := parse(headers.contentType, body)
	if err != nil {
		return nil, err
	}
	if event.GetEventId() != headers.id {
		return nil, refuse(MalformedBody, "it is not the event of its webhook-id")
	}
	return event, nil
}

func keysOf(secrets []string) ([][]byte, error) {
	if len(secrets) == 0 {
		return nil, errors.New("webhooks: expected at least one secret")
	}
	keys := make([][]byte, 0, len(secrets))
	for i, secret := range secrets {
		text := strings.TrimPrefix(secret, secretPrefix)
		key, err := base64.StdEncoding.Strict().DecodeString(text)
		// The decoder passes over line ends.
		if err != nil || len(key) == 0 || strings.ContainsAny(text, "\r\n") {
			return nil, fmt.Errorf("webhooks: secret %d: expected %s and base64", i, secretPrefix)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

type signedHeaders struct{ contentType, id, timestamp, signatures string }

func readHeaders(header http.Header) (signedHeaders, error) {
	var found signedHeaders
	for _, wanted := range []struct {
		name  string
		value *string
	}{
		{"Content-Type", &found.contentType},
		{"Webhook-Id", &found.id},
		{"Webhook-Timestamp", &found.timestamp},
		{"Webhook-Signature", &found.signatures},
	} {
		*wanted.value = read(header, wanted.name)
		if *wanted.value == "" {
			return found, refuse(MissingHeader, "there is no %s", strings.ToLower(wanted.name))
		}
	}
	return found, nil
}

// read finds a header in any case: not everything that calls itself an http.Header was filled by
// its own methods.
func read(header http.Header, name string) string {
	if value := header.Get(name); value != "" {
		return value
	}
	for other, values := range header {
		if strings.EqualFold(other, name) && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

func checkTime(timestamp string, options *Options) error {
	now, tolerance := time.Now, defaultTolerance
	if options != nil && options.Now != nil {
		now = options.Now
	}
	if options != nil && options.Tolerance != 0 {
		tolerance = options.Tolerance
	}
	seconds, err := strconv.ParseUint(timestamp, 10, 48)
	if err != nil {
		return refuse(MalformedTimestamp, "webhook-timestamp is no number of seconds")
	}
	age := now().Unix() - int64(seconds)
	switch limit := int64(tolerance / time.Second); {
	case age > limit:
		return refuse(TooOld, "it was signed %d s ago", age)
	case -age > limit:
		return refuse(TooNew, "it is signed in %d s", -age)
	}
	return nil
}

func isSigned(keys [][]byte, headers signedHeaders, body []byte) bool {
	signed := false
	for _, key := range keys {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(headers.id + "." + headers.timestamp + "."))
		mac.Write(body)
		wanted := []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil)))
		for given := range strings.FieldsSeq(headers.signatures) {
			given, known := strings.CutPrefix(given, signatureVersion)
			signed = known && hmac.Equal([]byte(given), wanted) || signed
		}
	}
	return signed
}
