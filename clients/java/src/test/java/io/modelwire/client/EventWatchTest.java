package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.modelwire.event.v1.Event;
import io.modelwire.event.v1.EventServiceGrpc;
import io.modelwire.event.v1.WatchEventsRequest;
import io.modelwire.event.v1.WatchEventsResponse;
import io.modelwire.registry.v1.ErrorReason;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventWatchTest {
  /** What is done in each of the next calls. */
  private final BlockingQueue<Consumer<StreamObserver<WatchEventsResponse>>> scripts =
      new LinkedBlockingQueue<>();

  private final List<WatchEventsRequest> requests = Collections.synchronizedList(new ArrayList<>());

  private final TestServer server =
      TestServer.start(
          new EventServiceGrpc.EventServiceImplBase() {
            @Override
            public void watchEvents(
                WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
              requests.add(request);
              scripts.remove().accept(observer);
            }
          });
  private final ModelwireClient client = ModelwireClient.connect(server.address());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void goesOnAfterTheLastCursorWhereTheCallEnds() throws InterruptedException {
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          stream.onNext(event("c1", "evt_1"));
          stream.onError(Failures.unavailable("SHUTTING_DOWN", 10));
        });
    scripts.add(stream -> stream.onError(Status.UNAVAILABLE.asRuntimeException()));
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c5"));
          stream.onCompleted();
        });
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c5"));
          stream.onNext(event("c6", "evt_6"));
        });
    WatchEventsRequest request =
        WatchEventsRequest.newBuilder().setStartTime(Timestamp.newBuilder().setSeconds(1)).build();
    try (EventWatch watch = client.watchEvents(request)) {
      assertEquals("c0", watch.cursor());
      assertEquals(watched("c1", "evt_1"), watch.take());
      assertEquals(watched("c6", "evt_6"), watch.take());
      assertEquals(Optional.empty(), watch.poll(Duration.ZERO));
    }
    assertEquals(
        List.of(
            request,
            WatchEventsRequest.newBuilder().setCursor("c1").build(),
            WatchEventsRequest.newBuilder().setCursor("c1").build(),
            WatchEventsRequest.newBuilder().setCursor("c5").build()),
        requests);
  }

  @Test
  void goesOnWhereTheServerIsSilentOrAProxyLosesTheStream() throws InterruptedException {
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          stream.onError(Status.INTERNAL.withDescription("RST_STREAM").asRuntimeException());
        });
    // Says nothing more.
    scripts.add(stream -> stream.onNext(checkpoint("c1")));
    scripts.add(stream -> stream.onNext(event("c2", "evt_2")));
    WatchEventsRequest request =
        WatchEventsRequest.newBuilder()
            .setCheckpointInterval(com.google.protobuf.Duration.newBuilder().setSeconds(1))
            .build();
    try (EventWatch watch = client.watchEvents(request)) {
      assertEquals(watched("c2", "evt_2"), watch.take());
    }
    assertEquals(
        List.of("", "c0", "c1"), requests.stream().map(WatchEventsRequest::getCursor).toList());
  }

  @Test
  void beginsAndGoesOnOnceAFullServerHasRoom() throws InterruptedException {
    scripts.add(stream -> stream.onError(Failures.full(10)));
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          stream.onError(Failures.full(10));
        });
    scripts.add(stream -> stream.onNext(event("c1", "evt_1")));
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      assertEquals(watched("c1", "evt_1"), watch.take());
    }
  }

  @Test
  void endsWhereTheServerRefusesToGoOn() throws InterruptedException {
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          stream.onError(Failures.of(Code.OUT_OF_RANGE, "CURSOR_EXPIRED"));
        });
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, watch::take);
      assertEquals(ErrorReason.ERROR_REASON_CURSOR_EXPIRED, CallFailure.of(refused).reason());
    }
  }

  @Test
  void doesNotBeginWhereTheServerRefuses() {
    scripts.add(stream -> stream.onError(Failures.of(Code.INVALID_ARGUMENT, "INVALID_FIELD")));
    assertThrows(
        StatusRuntimeException.class,
        () -> client.watchEvents(WatchEventsRequest.getDefaultInstance()));
  }

  @Test
  void doesNotBeginWhereNobodyListensUntilTheDeadline() {
    server.close();
    try (ModelwireClient hasty =
        ModelwireClient.builder(server.address()).defaultDeadline(Duration.ofSeconds(2)).build()) {
      StatusRuntimeException failed =
          assertThrows(
              StatusRuntimeException.class,
              () -> hasty.watchEvents(WatchEventsRequest.getDefaultInstance()));
      assertEquals(Status.Code.UNAVAILABLE, failed.getStatus().getCode());
    }
  }

  @Test
  void isClosedByAnotherThreadWhileItWaits() throws InterruptedException {
    scripts.add(stream -> stream.onNext(checkpoint("c0")));
    EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance());
    CompletableFuture<WatchedEvent> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return watch.take();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    watch.close();
    // A future tells of a cancellation in its own way.
    Throwable ended = assertThrows(Exception.class, taken::get);
    if (ended instanceof ExecutionException) ended = ended.getCause();
    assertInstanceOf(CancellationException.class, ended);
    assertThrows(CancellationException.class, watch::take);
  }

  @Test
  void endsWithTheClient() throws InterruptedException {
    scripts.add(stream -> stream.onNext(checkpoint("c0")));
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      client.close();
      assertThrows(StatusRuntimeException.class, watch::take);
    }
  }

  @Test
  void isGoneOnWithAfterAnInterruption() throws InterruptedException {
    CompletableFuture<StreamObserver<WatchEventsResponse>> begun = new CompletableFuture<>();
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          begun.complete(stream);
        });
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, watch::take);
      begun.join().onNext(event("c1", "evt_1"));
      assertEquals(watched("c1", "evt_1"), watch.take());
    }
  }

  @Test
  void goesOnWhoeverAsksWithoutWaiting() throws InterruptedException {
    scripts.add(
        stream -> {
          stream.onNext(checkpoint("c0"));
          stream.onCompleted();
        });
    scripts.add(stream -> stream.onNext(event("c1", "evt_1")));
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      Optional<WatchedEvent> next = Optional.empty();
      while (next.isEmpty()) next = watch.poll(Duration.ZERO);
      assertEquals(watched("c1", "evt_1"), next.get());
    }
  }

  @Test
  void waitsAsLongAsItIsToldTo() throws InterruptedException {
    scripts.add(stream -> stream.onNext(event("c1", "evt_1")));
    try (EventWatch watch = client.watchEvents(WatchEventsRequest.getDefaultInstance())) {
      Optional<WatchedEvent> next = watch.poll(ChronoUnit.FOREVER.getDuration());
      assertEquals(Optional.of(watched("c1", "evt_1")), next);
    }
  }

  private static WatchedEvent watched(String cursor, String id) {
    return new WatchedEvent(cursor, Event.newBuilder().setEventId(id).build());
  }

  private static WatchEventsResponse checkpoint(String cursor) {
    return WatchEventsResponse.newBuilder().setCursor(cursor).build();
  }

  private static WatchEventsResponse event(String cursor, String id) {
    return WatchEventsResponse.newBuilder()
        .setCursor(cursor)
        .setEvent(Event.newBuilder().setEventId(id))
        .build();
  }
}
