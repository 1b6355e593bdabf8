package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final CallFailure UNASKED =
      CallFailure.of(Status.UNAVAILABLE.asRuntimeException());

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));

  @Test
  void doublesUpToTheLongestAndLeavesAHalfToChance() {
    for (int longest : new int[] {100, 200, 350, 350}) {
      Duration wait = backoff.next(UNASKED);
      assertTrue(wait.compareTo(Duration.ofMillis(longest)) <= 0, wait.toString());
      assertTrue(wait.compareTo(Duration.ofMillis(longest / 2)) >= 0, wait.toString());
    }
    assertNotEquals(1, Stream.generate(() -> backoff.next(UNASKED)).limit(20).distinct().count());
    backoff.reset();
    assertTrue(backoff.next(UNASKED).compareTo(Duration.ofMillis(100)) <= 0);
  }

  @Test
  void isNoShorterThanTheServerAsksFor() {
    CallFailure asked = CallFailure.of(Failures.unavailable("MODEL_BUSY", 900));
    assertEquals(Duration.ofMillis(900), backoff.next(asked));
  }
}
