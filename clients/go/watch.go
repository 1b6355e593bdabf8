package modelwire

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
)

const (
	checkpointInterval = 10 * time.Second
	// What the contract allows; it is the server that refuses others.
	shortestInterval = time.Second
	longestInterval  = 10 * time.Minute
)

// silentAfter tells when a connection has died without a word. Tests have no half a minute.
var silentAfter = func(request *eventv1.WatchEventsRequest) time.Duration {
	interval := request.GetCheckpointInterval().AsDuration()
	return 3 * min(max(interval, shortestInterval), longestInterval)
}

var errSilent = status.Error(codes.Unavailable, "modelwire: the connection is silent")

// WatchedEvent is an event and its place in the log.
type WatchedEvent struct {
	// Event that was committed.
	Event *eventv1.Event
	// Cursor goes on after the event: keep it once the event is dealt with.
	Cursor string
}

// WatchOptions has what else there is to know of a watch.
type WatchOptions struct {
	// OnCheckpoint is told a cursor up to which there is nothing more to give, for the first time
	// when the server watches, and then whenever nothing happened for a while.
	OnCheckpoint func(cursor string)
	// OnLost is told why the connection was lost, before it is tried again.
	OnLost func(err error)
}

// WatchEvents gives events as they come, until the context ends. Where the connection or the server
// is lost it goes on after the last event that was taken, as soon as there is one again; so it does
// where the server is full, also to begin with, and says when to come again.
//
// It ends with an error where the server refuses, cannot be reached to begin with, or the client is
// closed, and without one when the context ends. The request says from where to watch, and what; it
// may be nil, as may the options.
func (c *Client) WatchEvents(
	ctx context.Context, request *eventv1.WatchEventsRequest, options *WatchOptions,
) iter.Seq2[WatchedEvent, error] {
	return func(yield func(WatchedEvent, error) bool) {
		if options == nil {
			options = &WatchOptions{}
		}
		watch := watch{client: c, options: options, next: &eventv1.WatchEventsRequest{}, yield: yield}
		if request != nil {
			watch.next = proto.CloneOf(request)
		}
		if watch.next.CheckpointInterval == nil {
			watch.next.CheckpointInterval = durationpb.New(checkpointInterval)
		}
		watch.run(ctx)
	}
}

type watch struct {
	client  *Client
	options *WatchOptions
	// next is what to ask for when the connection is lost.
	next  *eventv1.WatchEventsRequest
	yield func(WatchedEvent, error) bool
	// connected says that the server has answered before.
	connected bool
	failures  int
}

// errStopped says that whoever reads wants no more.
var errStopped = errors.New("stopped")

func (w *watch) run(outer context.Context) {
	ctx, cancel := w.client.untilClosed(outer)
	defer cancel()
	for ctx.Err() == nil {
		err := w.receive(ctx)
		if errors.Is(err, errStopped) {
			return
		}
		if ctx.Err() != nil {
			break
		}
		asked, isAsked := askedDelay(err)
		ended := errors.Is(err, io.EOF)
		if !ended && !isAsked && !(w.connected && w.client.isLoss(err)) {
			w.yield(WatchedEvent{}, err)
			return
		}
		w.failures++
		if w.failures == 1 && w.options.OnLost != nil {
			w.options.OnLost(err)
		}
		sleep(ctx, max(asked, backoff(firstWait, w.failures)))
	}
	if outer.Err() == nil {
		w.yield(WatchedEvent{}, errClosed)
	}
}

// receive watches over one connection, which ends where it is silent for too long.
func (w *watch) receive(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silence := silentAfter(w.next)
	timer := time.AfterFunc(silence, func() { cancel(errSilent) })
	defer timer.Stop()
	stream, err := w.client.Events.WatchEvents(ctx, w.next)
	for err == nil {
		var answer *eventv1.WatchEventsResponse
		answer, err = stream.Recv()
		if err != nil {
			break
		}
		// Whoever reads may take its time.
		timer.Stop()
		if !w.take(answer) {
			return errStopped
		}
		timer.Reset(silence)
	}
	if errors.Is(context.Cause(ctx), errSilent) {
		return errSilent
	}
	return err
}

func (w *watch) take(answer *eventv1.WatchEventsResponse) bool {
	w.connected = true
	w.failures = 0
	if event := answer.GetEvent(); event != nil {
		if !w.yield(WatchedEvent{Event: event, Cursor: answer.GetCursor()}, nil) {
			return false
		}
	} else if w.options.OnCheckpoint != nil {
		w.options.OnCheckpoint(answer.GetCursor())
	}
	// Now that it was taken. A cursor takes the place of a time to begin at; the request that was
	// sent stays as it is, as gRPC may read it still.
	w.next = &eventv1.WatchEventsRequest{
		Cursor:             answer.GetCursor(),
		Filter:             w.next.GetFilter(),
		CheckpointInterval: w.next.GetCheckpointInterval(),
	}
	return true
}
