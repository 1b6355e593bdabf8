package modelwire

import (
	"context"
	"math/rand/v2"
	"time"
)

const longestWait = 30 * time.Second

// backoff gives how long to wait before a repeat: first, and twice as long each time, up to half a
// minute, each a fifth longer or shorter, so that callers who lost a server at once come apart.
func backoff(first time.Duration, failures int) time.Duration {
	wait := min(first<<min(failures-1, 20), longestWait)
	return time.Duration(float64(wait) * (0.8 + 0.4*rand.Float64()))
}

// sleep waits, and gives false where the context ended before.
func sleep(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
