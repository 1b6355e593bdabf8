package io.modelwire.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that double from the first up to the longest. Half of each is left to chance, so that
 * callers that failed together do not come back together.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** Gives the next wait: no shorter than the server asks for. */
  Duration next(CallFailure failure) {
    Duration wait = longer(randomized(next), failure.retryDelay().orElse(Duration.ZERO));
    next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
    return wait;
  }

  /** Begins with the first wait again. */
  void reset() {
    next = first;
  }

  private static Duration randomized(Duration wait) {
    long nanos = wait.toNanos();
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
