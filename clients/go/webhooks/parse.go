package webhooks

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
)

// parse reads the event of a body whose signature was verified.
func parse(contentType string, body []byte) (*eventv1.Event, error) {
	mediaType, _, _ := strings.Cut(contentType, ";")
	var read func([]byte) (*eventv1.Event, error)
	switch strings.ToLower(strings.TrimSpace(mediaType)) {
	case "application/json":
		read = parseJSON
	case "application/protobuf":
		read = parseBinary
	default:
		return nil, refuse(UnknownContentType, "the body is %s", contentType)
	}
	event, err := read(body)
	if err != nil {
		return nil, refuse(MalformedBody, "the body cannot be read: %w", err)
	}
	if event.GetEventId() == "" {
		return nil, refuse(MalformedBody, "it is no event")
	}
	return event, nil
}

func parseJSON(body []byte) (*eventv1.Event, error) {
	// Package json puts U+FFFD in the place of what is not UTF-8.
	if !utf8.Valid(body) {
		return nil, errors.New("it is not UTF-8")
	}
	// A map, as the fields of a struct would be found in any case.
	var envelope map[string]json.RawMessage
	if err := json.Unmarshal(body, &envelope); err != nil {
		return nil, err
	}
	event := &eventv1.Event{}
	options := protojson.UnmarshalOptions{DiscardUnknown: true}
	return event, options.Unmarshal(envelope["data"], event)
}

func parseBinary(body []byte) (*eventv1.Event, error) {
	event := &eventv1.Event{}
	return event, proto.Unmarshal(body, event)
}
