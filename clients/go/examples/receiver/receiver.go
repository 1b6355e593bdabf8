// Package receiver is an example of a receiver of webhooks with net/http.
package receiver

import (
	"errors"
	"io"
	"log"
	"net/http"
	"sync"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	"github.com/modelwire/modelwire/clients/go/webhooks"
)

// An event holds a registration, with the metadata and the tags that it was given.
const maxBodyBytes = 16 << 20

// Receiver takes events and hands on each once. It is an [http.Handler].
type Receiver struct {
	// Secrets are those of the endpoint: one, or during a rotation both.
	Secrets func() []string
	// Handle does what is to be done for an event. Where it fails, the event comes again.
	Handle func(*eventv1.Event) error

	mutex sync.Mutex
	// handled has the ids of the events that were handled. A receiver of a service's own keeps them
	// where it keeps what it does for an event, in the same transaction.
	handled map[string]bool
}

// ServeHTTP answers 204 for an event that was handled, now or before, and 401 with the reason for
// what is none.
func (r *Receiver) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	// The bytes as they come: what was parsed and printed again does not verify.
	body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, maxBodyBytes))
	if err != nil {
		http.Error(response, "the body cannot be read", http.StatusBadRequest)
		return
	}
	event, err := webhooks.Verify(request.Header, body, r.Secrets(), nil)
	var refusal *webhooks.Refusal
	switch {
	case errors.As(err, &refusal):
		http.Error(response, string(refusal.Reason), http.StatusUnauthorized)
		return
	case err == nil:
		err = r.handleOnce(event)
	}
	if err != nil {
		log.Print(err)
		http.Error(response, "the event was not handled", http.StatusInternalServerError)
		return
	}
	response.WriteHeader(http.StatusNoContent)
}

func (r *Receiver) handleOnce(event *eventv1.Event) error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.handled[event.GetEventId()] {
		return nil
	}
	if err := r.Handle(event); err != nil {
		return err
	}
	if r.handled == nil {
		r.handled = map[string]bool{}
	}
	r.handled[event.GetEventId()] = true
	return nil
}
