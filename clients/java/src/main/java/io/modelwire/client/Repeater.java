package io.modelwire.client;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Repeats a call that carries a request id, while the server is unavailable: as long as it says
 * when to try again, otherwise a few times. gRPC's own policy cannot tell whether a request has an
 * id, nor read when to try again.
 */
final class Repeater {
  private static final int MAX_ATTEMPTS_UNASKED = 5;

  private final Deadline deadline;
  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  Repeater(Duration deadline) {
    this.deadline = Deadline.after(deadline.toNanos(), TimeUnit.NANOSECONDS);
  }

  <S extends AbstractStub<S>, T> T call(S stub, Function<S, T> call) {
    for (int unasked = 0; ; ) {
      try {
        return call.apply(stub.withDeadline(deadline));
      } catch (StatusRuntimeException e) {
        CallFailure failure = CallFailure.of(e);
        if (failure.retryDelay().isEmpty()) unasked++;
        Duration wait = backoff.next(failure);
        boolean inTime = deadline.timeRemaining(TimeUnit.NANOSECONDS) > wait.toNanos();
        if (!failure.isUnavailable() || unasked >= MAX_ATTEMPTS_UNASKED || !inTime) throw e;
        sleep(wait);
      }
    }
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      // As a blocking stub does it.
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.withDescription("interrupted").withCause(e).asRuntimeException();
    }
  }
}
