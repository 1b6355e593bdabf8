package modelwire

import (
	"context"
	"errors"
	"time"
)

const (
	// How often in a row a transfer is tried without getting any further.
	maxFruitless = 5
	firstWait    = 500 * time.Millisecond
)

// ErrStalled says that an upload was given up because nothing got through for its StallTimeout.
var ErrStalled = errors.New("modelwire: the transfer stands still")

// transfer makes a call as often as it takes: one that breaks off, because the connection does or
// the server is unavailable or full, is followed by another one that goes on where it ended. A call
// that gets further begins the counting anew. It is given up after five that got no further, and at
// once where nothing is through yet and the server did not ask for a repeat.
type transfer struct {
	// How long the other side may let it stand still.
	stall time.Duration
	// Is told of each wait before it begins.
	onRetry func(err error, wait time.Duration)
	// Tells what another call may mend.
	isLoss func(err error) bool

	furthest int64
}

// run makes the calls. Each says by reached how many bytes of the whole are through.
func (t *transfer) run(
	ctx context.Context, call func(ctx context.Context, reached func(bytes int64)) error,
) error {
	fruitless := 0
	for {
		before := t.furthest
		err := t.once(ctx, call)
		if err == nil || ctx.Err() != nil {
			return err
		}
		fruitless++
		if t.furthest > before {
			fruitless = 0
		}
		asked, isAsked := askedDelay(err)
		if fruitless == maxFruitless || !t.isLoss(err) || t.furthest == 0 && !isAsked {
			return err
		}
		wait := max(asked, backoff(firstWait, max(1, fruitless)))
		if t.onRetry != nil {
			t.onRetry(err, wait)
		}
		if !sleep(ctx, wait) {
			return err
		}
	}
}

// once makes a call that ends where nothing gets through for a time.
func (t *transfer) once(
	ctx context.Context, call func(ctx context.Context, reached func(bytes int64)) error,
) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(t.stall, func() { cancel(ErrStalled) })
	defer timer.Stop()
	err := call(ctx, func(bytes int64) {
		timer.Reset(t.stall)
		t.furthest = max(t.furthest, bytes)
	})
	if err != nil && errors.Is(context.Cause(ctx), ErrStalled) {
		return ErrStalled
	}
	return err
}
