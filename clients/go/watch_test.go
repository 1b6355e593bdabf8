package modelwire

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

type watchStream = eventv1.EventService_WatchEventsServer

// telling serves each watch with the next of its scripts, and the last one for ever.
type telling struct {
	eventv1.UnimplementedEventServiceServer
	mutex    sync.Mutex
	requests []*eventv1.WatchEventsRequest
	scripts  []func(stream watchStream) error
	// ended is told of watches that the client ended.
	ended chan struct{}
}

func (l *telling) WatchEvents(request *eventv1.WatchEventsRequest, stream watchStream) error {
	l.mutex.Lock()
	l.requests = append(l.requests, request)
	script := l.scripts[min(len(l.requests), len(l.scripts))-1]
	l.mutex.Unlock()
	return script(stream)
}

// tell sends events whose ids and cursors are of their numbers; 0 is a checkpoint.
func tell(stream watchStream, numbers ...int) error {
	for _, number := range numbers {
		answer := &eventv1.WatchEventsResponse{Cursor: fmt.Sprintf("c%d", number)}
		if number > 0 {
			answer.Event = &eventv1.Event{EventId: fmt.Sprintf("evt_%d", number)}
		}
		if err := stream.Send(answer); err != nil {
			return err
		}
	}
	return nil
}

// take gives the ids of so many events, and the cursors beside them.
func take(
	t *testing.T, client *Client, request *eventv1.WatchEventsRequest, options *WatchOptions, count int,
) []string {
	t.Helper()
	var taken []string
	for watched, err := range client.WatchEvents(t.Context(), request, options) {
		if err != nil {
			t.Fatalf("after %q: %v", taken, err)
		}
		taken = append(taken, watched.Event.GetEventId()+" "+watched.Cursor)
		if len(taken) == count {
			break
		}
	}
	return taken
}

func TestAWatchGoesOnAfterItsLastEvent(t *testing.T) {
	events := &telling{ended: make(chan struct{}, 1)}
	server := startServer(t, services{events: events})
	events.scripts = []func(watchStream) error{
		func(stream watchStream) error { return tell(stream, 0, 1, 2) },
		func(watchStream) error { return status.Error(codes.Unavailable, "away") },
		func(watchStream) error { return status.Error(codes.Internal, "RST_STREAM") },
		func(watchStream) error { return full(time.Millisecond) },
		func(watchStream) error {
			return failure(codes.Unavailable, "SHUTTING_DOWN", retryAfter(time.Millisecond))
		},
		func(stream watchStream) error {
			err := tell(stream, 3)
			<-stream.Context().Done()
			return err
		},
		func(stream watchStream) error {
			err := tell(stream, 4)
			<-stream.Context().Done()
			events.ended <- struct{}{}
			return err
		},
	}
	client := newTestClient(t, server.address)
	request := &eventv1.WatchEventsRequest{
		StartTime: timestamppb.Now(),
		Filter:    &eventv1.EventFilter{ModelName: proto.String("m")},
	}
	given := proto.CloneOf(request)
	var checkpoints []string
	lost := 0
	var got []string
	options := &WatchOptions{
		OnCheckpoint: func(cursor string) { checkpoints = append(checkpoints, cursor) },
		OnLost:       func(error) { lost++ },
	}
	for watched, err := range client.WatchEvents(t.Context(), request, options) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, watched.Event.GetEventId()+" "+watched.Cursor)
		if len(got) == 3 {
			server.breakConnections()
		}
		if len(got) == 4 {
			break
		}
	}
	if !slices.Equal(got, []string{"evt_1 c1", "evt_2 c2", "evt_3 c3", "evt_4 c4"}) {
		t.Errorf("got %q", got)
	}
	if !slices.Equal(checkpoints, []string{"c0"}) || lost != 2 {
		t.Errorf("checkpoints %q, lost %d times", checkpoints, lost)
	}
	<-events.ended
	var cursors []string
	for _, asked := range events.requests {
		cursors = append(cursors, asked.GetCursor())
		if asked.GetFilter().GetModelName() != "m" || (asked.StartTime != nil) != (asked.Cursor == "") {
			t.Errorf("asked for %v", asked)
		}
	}
	if !slices.Equal(cursors, []string{"", "c2", "c2", "c2", "c2", "c2", "c3"}) {
		t.Errorf("went on after %q", cursors)
	}
	if !proto.Equal(request, given) {
		t.Errorf("the caller's request became %v", request)
	}
}

func TestAWatchThatIsSilentIsBegunAnew(t *testing.T) {
	events := &telling{scripts: []func(watchStream) error{
		func(stream watchStream) error {
			err := tell(stream, 1)
			<-stream.Context().Done()
			return err
		},
		func(stream watchStream) error { return tell(stream, 2) },
	}}
	client := newTestClient(t, startServer(t, services{events: events}).address)
	silence := silentAfter
	silentAfter = func(*eventv1.WatchEventsRequest) time.Duration { return 2 * time.Second }
	t.Cleanup(func() { silentAfter = silence })
	if got := take(t, client, nil, nil, 2); !slices.Equal(got, []string{"evt_1 c1", "evt_2 c2"}) {
		t.Errorf("got %q", got)
	}
}

// Over the connection that has died, a watch would be begun anew in vain.
func TestAConnectionThatDiedWithoutAWordIsMadeAnew(t *testing.T) {
	events := &telling{}
	server := startServer(t, services{events: events})
	untilItEnds := func(number int) func(watchStream) error {
		return func(stream watchStream) error {
			err := tell(stream, number)
			<-stream.Context().Done()
			return err
		}
	}
	events.scripts = []func(watchStream) error{untilItEnds(1), untilItEnds(2)}
	// gRPC asks no more often than every ten seconds.
	client := newTestClient(t, server.address, func(s *settings) {
		s.keepAlive = keepalive.ClientParameters{Time: 10 * time.Second, Timeout: time.Second}
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var got []string
	for watched, err := range client.WatchEvents(ctx, nil, nil) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, watched.Event.GetEventId())
		if len(got) == 2 {
			break
		}
		server.muteConnections()
	}
	if !slices.Equal(got, []string{"evt_1", "evt_2"}) {
		t.Errorf("got %q", got)
	}
}

func TestAWatchEndsWhenItsClientIsClosed(t *testing.T) {
	events := &telling{scripts: []func(watchStream) error{func(stream watchStream) error {
		err := tell(stream, 1)
		<-stream.Context().Done()
		return err
	}}}
	client := newTestClient(t, startServer(t, services{events: events}).address)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var errs []error
	for _, err := range client.WatchEvents(ctx, nil, nil) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		client.Close()
	}
	if len(errs) != 1 || len(events.requests) != 1 {
		t.Errorf("got %v after %d calls", errs, len(events.requests))
	}
}

func TestAWatchThatWaitsEndsWhenItsClientIsClosed(t *testing.T) {
	anHour := func(watchStream) error { return busy(time.Hour) }
	events := &telling{scripts: []func(watchStream) error{anHour}}
	client := newTestClient(t, startServer(t, services{events: events}).address)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var errs []error
	options := &WatchOptions{OnLost: func(error) {
		go client.Close()
	}}
	for _, err := range client.WatchEvents(ctx, nil, options) {
		errs = append(errs, err)
	}
	if len(errs) != 1 || status.Code(errs[0]) != codes.Canceled {
		t.Errorf("got %v", errs)
	}
}

func TestAWatchBeginsOnceAFullServerHasRoom(t *testing.T) {
	events := &telling{scripts: []func(watchStream) error{
		func(watchStream) error { return full(time.Millisecond) },
		func(stream watchStream) error { return tell(stream, 1) },
	}}
	client := newTestClient(t, startServer(t, services{events: events}).address)
	if got := take(t, client, nil, nil, 1); !slices.Equal(got, []string{"evt_1 c1"}) {
		t.Errorf("got %q", got)
	}
}

func TestTheServerIsAskedWhetherAnIntervalIsAllowed(t *testing.T) {
	refused := func(watchStream) error { return failure(codes.InvalidArgument, "INVALID_FIELD") }
	events := &telling{scripts: []func(watchStream) error{refused}}
	client := newTestClient(t, startServer(t, services{events: events}).address)
	for _, interval := range []time.Duration{0, -time.Hour, math.MaxInt64} {
		request := &eventv1.WatchEventsRequest{CheckpointInterval: durationpb.New(interval)}
		for _, err := range client.WatchEvents(t.Context(), request, nil) {
			if ReasonOf(err) != registryv1.ErrorReason_ERROR_REASON_INVALID_FIELD {
				t.Errorf("%s: got %v", interval, err)
			}
		}
	}
}

func TestAWatchEndsWithWhatTheServerRefuses(t *testing.T) {
	expired := func(watchStream) error { return failure(codes.OutOfRange, "CURSOR_EXPIRED") }
	for name, scripts := range map[string][]func(watchStream) error{
		"at first": {expired},
		"later":    {func(stream watchStream) error { return tell(stream, 0) }, expired},
	} {
		client := newTestClient(t, startServer(t, services{events: &telling{scripts: scripts}}).address)
		var errs []error
		for _, err := range client.WatchEvents(t.Context(), nil, nil) {
			errs = append(errs, err)
		}
		if len(errs) != 1 || ReasonOf(errs[0]) != registryv1.ErrorReason_ERROR_REASON_CURSOR_EXPIRED {
			t.Errorf("%s: got %v", name, errs)
		}
	}
}

func TestAWatchOfAServerThatIsNotThereEnds(t *testing.T) {
	client := newTestClient(t, "127.0.0.1:1")
	var errs []error
	for _, err := range client.WatchEvents(t.Context(), nil, nil) {
		errs = append(errs, err)
	}
	if len(errs) != 1 || status.Code(errs[0]) != codes.Unavailable {
		t.Errorf("got %v", errs)
	}
}
