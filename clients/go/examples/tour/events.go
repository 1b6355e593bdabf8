package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/proto"

	modelwire "github.com/modelwire/modelwire/clients/go"
	"github.com/modelwire/modelwire/clients/go/examples/receiver"
	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	webhookv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/webhook/v1"
)

// watched is what is seen of the log of events.
type watched struct {
	tour   *tour
	events chan modelwire.WatchedEvent
	ended  chan error
}

// watch begins to watch registrations, and comes back once the server watches.
func (t *tour) watch(ctx context.Context) (*watched, error) {
	seen := &watched{tour: t, events: make(chan modelwire.WatchedEvent, 16), ended: make(chan error, 1)}
	ready := make(chan struct{}, 1)
	options := &modelwire.WatchOptions{OnCheckpoint: func(string) {
		select {
		case ready <- struct{}{}:
		default:
		}
	}}
	request := &eventv1.WatchEventsRequest{Filter: &eventv1.EventFilter{
		Types: []eventv1.EventType{eventv1.EventType_EVENT_TYPE_MODEL_REGISTERED},
	}}
	go func() {
		for event, err := range t.client.WatchEvents(ctx, request, options) {
			if err != nil {
				seen.ended <- err
				return
			}
			select {
			case seen.events <- event:
			case <-ctx.Done():
			}
		}
		seen.ended <- errors.New("the watch ended")
	}()
	select {
	case <-ready:
		return seen, nil
	case err := <-seen.ended:
		return nil, err
	}
}

// expectRegistrations waits for the events of what was registered, in their order.
func (w *watched) expectRegistrations(context.Context) (string, error) {
	var ids []string
	for _, registration := range w.tour.registered {
		for {
			var event modelwire.WatchedEvent
			select {
			case event = <-w.events:
			case err := <-w.ended:
				return "", err
			}
			if event.Cursor == "" {
				return "", errors.New("an event came without a cursor")
			}
			// Others may be registering too.
			got := event.Event.GetModelRegistered().GetRegistration()
			if got.GetRegistrationId() == registration.GetRegistrationId() {
				ids = append(ids, event.Event.GetEventId())
				break
			}
		}
	}
	return strings.Join(ids, ", "), nil
}

// receiveWebhook creates an endpoint at a receiver of its own, registers a model once more, and
// deletes the endpoint when its event has come.
func (t *tour) receiveWebhook(ctx context.Context) (told string, err error) {
	// Whoever runs a service has the secret in its configuration; here the endpoint comes later.
	var secrets atomic.Pointer[[]string]
	secrets.Store(&[]string{})
	handled := make(chan *eventv1.Event, 16)
	url, stop, err := startReceiver(&receiver.Receiver{
		Secrets: func() []string { return *secrets.Load() },
		Handle: func(event *eventv1.Event) error {
			handled <- event
			return nil
		},
	})
	if err != nil {
		return "", err
	}
	defer stop()
	created, err := t.client.Webhooks.CreateEndpoint(ctx, &webhookv1.CreateEndpointRequest{
		Url:    url,
		Format: webhookv1.BodyFormat_BODY_FORMAT_PROTOBUF,
		Filter: proto.String(`event.type == EventType.EVENT_TYPE_MODEL_REGISTERED &&
			event.model_registered.registration.model_type == "` + modelType + `"`),
	})
	if err != nil {
		return "", err
	}
	secrets.Store(&[]string{created.GetSecret()})
	endpoint := created.GetEndpoint().GetEndpointId()
	defer func() {
		// Also where the time for the tour is up.
		ctx := context.WithoutCancel(ctx)
		request := &webhookv1.DeleteEndpointRequest{EndpointId: endpoint}
		if _, failed := t.client.Webhooks.DeleteEndpoint(ctx, request); err == nil {
			err = failed
		}
	}()
	if err := refusesForgeries(ctx, url); err != nil {
		return "", err
	}
	uuid := t.registered[0].GetModelInfo().GetModelUuid()
	modelID, err := t.register(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: modelType,
		Source:    &registryv1.RegisterBaselineRequest_MlflowUri{MlflowUri: "models:/" + uuid},
	})
	if err != nil {
		return "", err
	}
	for {
		select {
		case event := <-handled:
			if event.GetModelRegistered().GetRegistration().GetModelId() == modelID {
				return fmt.Sprintf("%s of %s", event.GetEventId(), modelID), nil
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

// refusesForgeries sends the receiver a request that nobody signed.
func refusesForgeries(ctx context.Context, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader("{}"))
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusUnauthorized {
		return fmt.Errorf("the receiver answers %s to a forgery", answer.Status)
	}
	return nil
}

// startReceiver serves on a free port of this machine.
func startReceiver(handler http.Handler) (url string, stop func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	server := &http.Server{Handler: handler, ReadTimeout: 30 * time.Second}
	go server.Serve(listener)
	stop = func() { server.Close() }
	return fmt.Sprintf("http://%s/", listener.Addr()), stop, nil
}
