package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.modelwire.registry.v1.GetModelByUuidRequest;
import io.modelwire.registry.v1.GetModelByUuidResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a server does not do on demand: to fail an attempt at one moment of the call's own work. */
class RepeatedCallTest {
  private final CompletableFuture<StatusRuntimeException> ended = new CompletableFuture<>();

  @Test
  void whoCancelsWhileAnAttemptFailsIsToldOfThatAlone() {
    FakeCall attempt = new FakeCall(null);
    RepeatedCall<GetModelByUuidRequest, GetModelByUuidResponse> call = begin(attempt);
    call.cancel("enough", null);
    attempt.fail(Failures.unavailable("MODEL_BUSY", 40_000));
    assertEquals(Status.Code.CANCELLED, CallFailure.of(ended.join()).code());
  }

  @Test
  void anAttemptThatFailsAsItBeginsIsRepeated() {
    StatusRuntimeException last = Status.INTERNAL.asRuntimeException();
    begin(new FakeCall(Failures.unavailable("MODEL_BUSY", 1)), new FakeCall(last));
    assertEquals(Status.Code.INTERNAL, CallFailure.of(ended.join()).code());
  }

  private RepeatedCall<GetModelByUuidRequest, GetModelByUuidResponse> begin(FakeCall... attempts) {
    Queue<FakeCall> next = new ArrayDeque<>(List.of(attempts));
    RepeatedCall<GetModelByUuidRequest, GetModelByUuidResponse> call =
        new RepeatedCall<>(next::remove, CallOptions.DEFAULT, () -> false);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            ended.complete(status.asRuntimeException(trailers));
          }
        },
        new Metadata());
    call.request(2);
    call.sendMessage(GetModelByUuidRequest.getDefaultInstance());
    call.halfClose();
    return call;
  }

  /** An attempt that fails as it begins, or when it is told to. */
  private static final class FakeCall
      extends ClientCall<GetModelByUuidRequest, GetModelByUuidResponse> {
    private final StatusRuntimeException atStart;
    private Listener<GetModelByUuidResponse> listener;

    FakeCall(StatusRuntimeException atStart) {
      this.atStart = atStart;
    }

    void fail(StatusRuntimeException failure) {
      Metadata trailers = failure.getTrailers();
      listener.onClose(failure.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public void start(Listener<GetModelByUuidResponse> listener, Metadata headers) {
      this.listener = listener;
      if (atStart != null) fail(atStart);
    }

    @Override
    public void request(int count) {}

    @Override
    public void cancel(String message, Throwable cause) {}

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(GetModelByUuidRequest message) {}
  }
}
