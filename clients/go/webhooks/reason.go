package webhooks

import (
	"errors"
	"fmt"
)

// Reason says why a request is not taken for a webhook of Modelwire.
type Reason string

const (
	// MissingHeader: content-type, webhook-id, webhook-timestamp or webhook-signature is not there.
	MissingHeader Reason = "MISSING_HEADER"
	// MalformedTimestamp: webhook-timestamp is no number of seconds.
	MalformedTimestamp Reason = "MALFORMED_TIMESTAMP"
	// TooOld: it was signed longer ago than is tolerated, as a replay is, or by a wrong clock.
	TooOld Reason = "TOO_OLD"
	// TooNew: it was signed in the future, by a clock that is wrong.
	TooNew Reason = "TOO_NEW"
	// WrongSignature: no signature is of one of the secrets, for this id, time and body.
	WrongSignature Reason = "WRONG_SIGNATURE"
	// UnknownContentType: it is genuine, and its body of a format that this is not for.
	UnknownContentType Reason = "UNKNOWN_CONTENT_TYPE"
	// MalformedBody: it is genuine, and its body no event, or another one than its webhook-id says.
	MalformedBody Reason = "MALFORMED_BODY"
)

// Refusal is the error of a request that is not a webhook of Modelwire, or none that can be read.
type Refusal struct {
	// Reason for programs.
	Reason Reason
	// Detail for people.
	Detail string

	cause error
}

// Error tells the reason and the detail.
func (r *Refusal) Error() string { return fmt.Sprintf("webhooks: %s: %s", r.Reason, r.Detail) }

// Unwrap gives the error of whoever read the body, where there is one.
func (r *Refusal) Unwrap() error { return r.cause }

func refuse(reason Reason, detail string, values ...any) error {
	said := fmt.Errorf(detail, values...)
	return &Refusal{Reason: reason, Detail: said.Error(), cause: errors.Unwrap(said)}
}
