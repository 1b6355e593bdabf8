package io.modelwire.client;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.modelwire.event.v1.EventServiceGrpc;
import io.modelwire.event.v1.WatchEventsRequest;
import io.modelwire.event.v1.WatchEventsResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Events as they are committed, each with its cursor. Where the connection breaks, the server is
 * full, or nothing is heard for longer than it would be silent, it goes on after the last cursor,
 * and waits between tries.
 *
 * <p>Events are taken by one thread at a time; any thread may close it.
 */
public final class EventWatch implements AutoCloseable {
  // The contract's: what it is where nobody asks for another, and from when to when one may be.
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(15);
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);
  private static final int MISSED_CHECKPOINTS = 3;
  // More nanoseconds than a number has are for ever too.
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Channel channel;
  private final BooleanSupplier isOver;
  private final WatchEventsRequest request;
  private final Duration longestSilence;
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile BlockingClientCall<?, WatchEventsResponse> call;
  private volatile String cursor;
  private WatchedEvent waiting;
  private StatusRuntimeException lastFailure;
  private long heardAt;
  private long notBefore = System.nanoTime();

  private EventWatch(Channel channel, BooleanSupplier isOver, WatchEventsRequest request) {
    this.channel = channel;
    this.isOver = isOver;
    this.request = request;
    this.cursor = request.getCursor();
    this.longestSilence = checkpointInterval(request).multipliedBy(MISSED_CHECKPOINTS);
  }

  private static Duration checkpointInterval(WatchEventsRequest request) {
    if (!request.hasCheckpointInterval()) return CHECKPOINT_INTERVAL;
    com.google.protobuf.Duration interval = request.getCheckpointInterval();
    Duration asked = Duration.ofSeconds(interval.getSeconds(), interval.getNanos());
    // What is not within these the server refuses.
    if (asked.compareTo(SHORTEST_INTERVAL) < 0) return SHORTEST_INTERVAL;
    return asked.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : asked;
  }

  /**
   * Begins a watch.
   *
   * @param isOver tells whether the connection was ended on this side
   */
  static EventWatch open(
      Channel channel, BooleanSupplier isOver, WatchEventsRequest request, Duration deadline)
      throws InterruptedException {
    EventWatch watch = new EventWatch(channel, isOver, request);
    boolean begun = false;
    try {
      begun = watch.hear(System.nanoTime() + deadline.toNanos());
    } finally {
      if (!begun) watch.close();
    }
    if (begun) return watch;
    throw watch.lastFailure != null
        ? watch.lastFailure
        : Status.DEADLINE_EXCEEDED.withDescription("the server is silent").asRuntimeException();
  }

  /**
   * Waits for the next event.
   *
   * @throws InterruptedException where the thread is interrupted; the watch can be gone on with
   * @throws CancellationException where the watch is closed
   * @throws StatusRuntimeException where the server refuses to go on, such as with CURSOR_EXPIRED,
   *     or the client is closed
   */
  public WatchedEvent take() throws InterruptedException {
    while (true) {
      Optional<WatchedEvent> next = poll(FOR_EVER);
      if (next.isPresent()) return next.get();
    }
  }

  /**
   * Waits for the next event, up to a time; gives none where none came. Throws as {@link #take}.
   *
   * @throws InterruptedException where the thread is interrupted; the watch can be gone on with
   */
  public Optional<WatchedEvent> poll(Duration timeout) throws InterruptedException {
    Duration limited = timeout.compareTo(FOR_EVER) > 0 ? FOR_EVER : timeout;
    long until = System.nanoTime() + limited.toNanos();
    while (waiting == null) {
      if (!hear(until)) return Optional.empty();
    }
    WatchedEvent next = waiting;
    waiting = null;
    return Optional.of(next);
  }

  /**
   * Gives the place in the log up to which the server has told everything. It may be after the
   * event that is taken next; keep {@link WatchedEvent#cursor} to go on later.
   */
  public String cursor() {
    return cursor;
  }

  /** Ends the watch, and a {@link #take} that waits. */
  @Override
  public void close() {
    closed.countDown();
    BlockingClientCall<?, WatchEventsResponse> current = call;
    if (current != null) current.cancel("the watch was closed", null);
  }

  /** Waits until the server says something; gives false where it does not until a time. */
  private boolean hear(long until) throws InterruptedException {
    while (true) {
      if (call == null && !begin(until)) return false;
      requireOpen();
      long silentAt = heardAt + longestSilence.toNanos();
      long now = System.nanoTime();
      long patience = Math.max(0, Math.min(until - now, silentAt - now));
      try {
        WatchEventsResponse response = call.read(patience, TimeUnit.NANOSECONDS);
        if (response == null) {
          broken(Status.UNAVAILABLE.withDescription("the stream ended").asRuntimeException());
          continue;
        }
        heard(response);
        return true;
      } catch (TimeoutException e) {
        if (System.nanoTime() - silentAt >= 0) {
          broken(Status.UNAVAILABLE.withDescription("the server is silent").asRuntimeException());
        } else if (System.nanoTime() - until >= 0) {
          return false;
        }
      } catch (StatusException e) {
        requireOpen();
        broken(e.getStatus().asRuntimeException(e.getTrailers()));
      }
    }
  }

  private void heard(WatchEventsResponse response) {
    heardAt = System.nanoTime();
    backoff.reset();
    cursor = response.getCursor();
    if (response.hasEvent()) waiting = new WatchedEvent(cursor, response.getEvent());
  }

  private boolean begin(long until) throws InterruptedException {
    long now = System.nanoTime();
    long wait = Math.min(notBefore - now, until - now);
    if (wait > 0 && closed.await(wait, TimeUnit.NANOSECONDS)) requireOpen();
    if (System.nanoTime() - notBefore < 0) return false;
    WatchEventsRequest.Builder next = request.toBuilder();
    if (!cursor.isEmpty()) next.setCursor(cursor).clearStartTime();
    heardAt = System.nanoTime();
    call = EventServiceGrpc.newBlockingV2Stub(channel).watchEvents(next.build());
    return true;
  }

  /**
   * Notes that the call is over, and when there may be another; throws where there is to be none.
   */
  private void broken(StatusRuntimeException failure) {
    call.cancel("the watch goes on in another call", null);
    call = null;
    lastFailure = failure;
    CallFailure facts = CallFailure.of(failure);
    if (!isLoss(facts) || isOver.getAsBoolean()) throw failure;
    notBefore = System.nanoTime() + backoff.next(facts).toNanos();
  }

  private static boolean isLoss(CallFailure failure) {
    if (failure.isTransient()) return true;
    // What a proxy makes of a stream that it loses. Modelwire gives a reason.
    return failure.code() == Status.Code.INTERNAL && failure.reasonName().isEmpty();
  }

  private void requireOpen() {
    if (closed.getCount() > 0) return;
    // Also of a call that began while the watch was closed.
    close();
    throw new CancellationException("the watch is closed");
  }
}
