package io.modelwire.client;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A unary call, made as often as it takes: while the server is unavailable or full, and says when
 * to try again, until its deadline; where it does not say so, a few times. Whoever made it is told
 * of the last one alone.
 */
final class RepeatedCall<ReqT, RespT> extends ClientCall<ReqT, RespT> {
  private static final int MAX_ATTEMPTS_UNASKED = 5;
  // Where a call has no deadline.
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Supplier<ClientCall<ReqT, RespT>> calls;
  private final Deadline deadline;
  private final BooleanSupplier isOver;
  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
  private int unasked;
  private Listener<RespT> listener;
  private Metadata headers;
  private int requested;
  private ReqT request;
  // The attempt that is under way, or the last one; none before the first and between two.
  private ClientCall<ReqT, RespT> attempt;
  // What the caller is told who has canceled; null before.
  private Status cancellation;

  RepeatedCall(
      Supplier<ClientCall<ReqT, RespT>> calls, CallOptions options, BooleanSupplier isOver) {
    this.calls = calls;
    this.deadline = options.getDeadline();
    this.isOver = isOver;
  }

  @Override
  public synchronized void start(Listener<RespT> listener, Metadata headers) {
    this.listener = listener;
    this.headers = headers;
  }

  @Override
  public synchronized void request(int count) {
    requested += count;
    if (attempt != null) attempt.request(count);
  }

  @Override
  public synchronized void sendMessage(ReqT message) {
    request = message;
  }

  /** Begins: all that a unary call has is there now. */
  @Override
  public void halfClose() {
    begin();
  }

  @Override
  public void cancel(String message, Throwable cause) {
    Listener<RespT> waiting;
    synchronized (this) {
      if (cancellation != null) return;
      cancellation = Status.CANCELLED.withDescription(message).withCause(cause);
      if (attempt != null) {
        attempt.cancel(message, cause);
        return;
      }
      waiting = listener;
    }
    if (waiting != null) waiting.onClose(cancellation, new Metadata());
  }

  private synchronized void begin() {
    if (cancellation != null) return;
    Metadata sent = new Metadata();
    sent.merge(headers);
    ClientCall<ReqT, RespT> begun = calls.get();
    // It can fail, and be given up, before `start` returns.
    attempt = begun;
    begun.start(new Attempt(), sent);
    begun.request(requested);
    begun.sendMessage(request);
    begun.halfClose();
  }

  private void beginAgain() {
    try {
      begin();
    } catch (RuntimeException e) {
      // Nobody is above this to see it.
      listener.onClose(Status.fromThrowable(e), new Metadata());
    }
  }

  /** Has the call made once more where that may help, and tells whether it is. */
  private boolean repeats(CallFailure failure) {
    if (!failure.isTransient() || !Repeats.mayBeRepeated(request) || isOver.getAsBoolean()) {
      return false;
    }
    if (failure.retryDelay().isEmpty() && ++unasked >= MAX_ATTEMPTS_UNASKED) return false;
    Duration wait = backoff.next(failure);
    if (wait.compareTo(timeLeft()) >= 0) return false;
    synchronized (this) {
      if (cancellation != null) return false;
      attempt = null;
    }
    CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS)
        .execute(Context.current().wrap(this::beginAgain));
    return true;
  }

  private Duration timeLeft() {
    if (deadline == null) return LONGEST_WAIT;
    return Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
  }

  /** Keeps what an attempt is answered until it is known to be the last one. */
  private final class Attempt extends Listener<RespT> {
    private Metadata answerHeaders;
    private RespT answer;

    @Override
    public void onHeaders(Metadata headers) {
      answerHeaders = headers;
    }

    @Override
    public void onMessage(RespT message) {
      answer = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (!status.isOk() && repeats(CallFailure.of(status.asRuntimeException(trailers)))) return;
      Status told = cancellation();
      if (!status.isOk() && told != null) {
        // The details of the failure are not the cancellation's.
        listener.onClose(told, new Metadata());
        return;
      }
      if (answerHeaders != null) listener.onHeaders(answerHeaders);
      if (answer != null) listener.onMessage(answer);
      listener.onClose(status, trailers);
    }
  }

  private synchronized Status cancellation() {
    return cancellation;
  }
}
