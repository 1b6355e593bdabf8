package receiver

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
)

var key = bytes.Repeat([]byte{7}, 32)

// deliver sends an event as Modelwire does, and gives the status and the body of the answer.
func deliver(r *Receiver, id string, key []byte) (int, string) {
	body := fmt.Sprintf(`{"data":{"eventId":%q,"type":"EVENT_TYPE_MODEL_REGISTERED"}}`, id)
	timestamp := fmt.Sprint(time.Now().Unix())
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, timestamp, body)
	request := httptest.NewRequest(http.MethodPost, "/", bytes.NewBufferString(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Webhook-Id", id)
	request.Header.Set("Webhook-Timestamp", timestamp)
	request.Header.Set("Webhook-Signature", "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	answer := httptest.NewRecorder()
	r.ServeHTTP(answer, request)
	return answer.Code, answer.Body.String()
}

func TestAnEventIsHandledOnceThoughItComesAgain(t *testing.T) {
	var handled []string
	fails := true
	r := &Receiver{
		Secrets: func() []string { return []string{"whsec_" + base64.StdEncoding.EncodeToString(key)} },
		Handle: func(event *eventv1.Event) error {
			if fails {
				return errors.New("not now")
			}
			handled = append(handled, event.GetEventId())
			return nil
		},
	}
	if code, _ := deliver(r, "evt_1", key); code != http.StatusInternalServerError {
		t.Errorf("got %d for an event that was not handled", code)
	}
	fails = false
	for _, id := range []string{"evt_1", "evt_1", "evt_2"} {
		if code, body := deliver(r, id, key); code != http.StatusNoContent {
			t.Errorf("got %d %s for %s", code, body, id)
		}
	}
	if got := fmt.Sprint(handled); got != "[evt_1 evt_2]" {
		t.Errorf("handled %s", got)
	}
	other := bytes.Repeat([]byte{8}, 32)
	code, body := deliver(r, "evt_3", other)
	if code != http.StatusUnauthorized || body != "WRONG_SIGNATURE\n" {
		t.Errorf("got %d %q for a forgery", code, body)
	}
}
