package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.modelwire.registry.v1.ErrorReason;
import io.modelwire.registry.v1.GetModelByUuidRequest;
import io.modelwire.registry.v1.GetModelByUuidResponse;
import io.modelwire.registry.v1.RegisterBaselineRequest;
import io.modelwire.registry.v1.RegisterBaselineResponse;
import io.modelwire.registry.v1.RegisterImprovedModelRequest;
import io.modelwire.registry.v1.RegisterImprovedModelResponse;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import io.modelwire.webhook.v1.CreateEndpointRequest;
import io.modelwire.webhook.v1.CreateEndpointResponse;
import io.modelwire.webhook.v1.RotateEndpointSecretRequest;
import io.modelwire.webhook.v1.RotateEndpointSecretResponse;
import io.modelwire.webhook.v1.WebhookServiceGrpc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final GetModelByUuidRequest GET = GetModelByUuidRequest.getDefaultInstance();

  /** What the next calls fail with; after those they succeed. */
  private final Queue<StatusRuntimeException> failures = new ArrayDeque<>();

  /** The request ids of the calls that came. */
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  private final TestServer server = TestServer.start(new Registry(), new Webhooks());
  private final ModelwireClient client = ModelwireClient.connect(server.address());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aRegistrationIsGivenAnIdAndRepeatedWithIt() {
    failures.add(Failures.unavailable("REGISTRATION_IN_PROGRESS", 10));
    failures.add(Status.UNAVAILABLE.asRuntimeException());
    client.registerBaseline(RegisterBaselineRequest.getDefaultInstance());
    assertEquals(3, calls.size());
    assertOneId();
  }

  @Test
  void anImprovementAndAnEndpointToo() {
    failures.add(Failures.unavailable("MLFLOW_UNAVAILABLE", 10));
    client.registerImprovedModel(RegisterImprovedModelRequest.getDefaultInstance());
    assertEquals(2, calls.size());
    assertOneId();
    calls.clear();
    failures.add(Failures.unavailable("DATABASE_UNAVAILABLE", 10));
    client.createEndpoint(CreateEndpointRequest.getDefaultInstance());
    assertEquals(2, calls.size());
    assertOneId();
  }

  @Test
  void anIdThatTheCallerGaveStays() {
    String id = UUID.randomUUID().toString();
    client.registerBaseline(RegisterBaselineRequest.newBuilder().setRequestId(id).build());
    assertEquals(List.of(id), calls);
  }

  @Test
  void whatDoesNotPassIsNotRepeated() {
    failures.add(Failures.of(Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    StatusRuntimeException refused =
        assertThrows(
            StatusRuntimeException.class,
            () -> client.registerBaseline(RegisterBaselineRequest.getDefaultInstance()));
    assertEquals(ErrorReason.ERROR_REASON_INVALID_FIELD, CallFailure.of(refused).reason());
    assertEquals(1, calls.size());
  }

  @Test
  void aServerThatDoesNotSayWhenIsGivenUpAfterAFewTries() {
    for (int i = 0; i < 9; i++) failures.add(Status.UNAVAILABLE.asRuntimeException());
    assertThrows(
        StatusRuntimeException.class,
        () -> client.registerBaseline(RegisterBaselineRequest.getDefaultInstance()));
    assertEquals(5, calls.size());
  }

  @Test
  void aReadIsRepeatedForAsLongAsTheServerSaysWhen() {
    for (int i = 0; i < 3; i++) {
      failures.add(Failures.unavailable("INDEX_INCOMPLETE", 10));
      failures.add(Failures.full(10));
    }
    client.registry().getModelByUuid(GET);
    assertEquals(7, calls.size());
  }

  @Test
  void aReadOfAnotherKindOfStubIsRepeatedToo() throws Exception {
    failures.add(Failures.full(10));
    RegistryServiceGrpc.newFutureStub(client.channel()).getModelByUuid(GET).get();
    assertEquals(2, calls.size());
  }

  @Test
  void aReadIsNotRepeatedWhereThatIsNoUse() {
    List<StatusRuntimeException> useless =
        List.of(
            Failures.of(Code.RESOURCE_EXHAUSTED, "MESSAGE_TOO_LARGE"),
            Failures.full(61_000),
            // Beyond the deadline.
            Failures.full(60_000),
            Failures.unavailable("MLFLOW_UNAVAILABLE", 3_600_000),
            Failures.of(Code.NOT_FOUND, "MODEL_NOT_FOUND"));
    for (StatusRuntimeException failure : useless) {
      calls.clear();
      failures.add(failure);
      StatusRuntimeException told =
          assertThrows(StatusRuntimeException.class, () -> client.registry().getModelByUuid(GET));
      assertEquals(failure.getStatus().getCode(), told.getStatus().getCode());
      assertEquals(1, calls.size());
    }
  }

  @Test
  void whoWaitsForARepeatCanBeInterrupted() throws Exception {
    failures.add(Failures.unavailable("MODEL_BUSY", 40_000));
    CompletableFuture<Status.Code> ended = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                client.registry().getModelByUuid(GET);
                ended.complete(Status.Code.OK);
              } catch (StatusRuntimeException e) {
                ended.complete(e.getStatus().getCode());
              }
            });
    waiting.start();
    while (calls.isEmpty()) Thread.onSpinWait();
    waiting.interrupt();
    assertEquals(Status.Code.CANCELLED, ended.get());
    assertEquals(1, calls.size());
  }

  @Test
  void aRegistrationWithoutAnIdAndWhatIsNotIdempotentAreNotRepeated() {
    failures.add(Status.UNAVAILABLE.asRuntimeException());
    assertThrows(
        StatusRuntimeException.class,
        () -> client.registry().registerBaseline(RegisterBaselineRequest.getDefaultInstance()));
    failures.add(Status.UNAVAILABLE.asRuntimeException());
    assertThrows(
        StatusRuntimeException.class,
        () ->
            client
                .webhooks()
                .rotateEndpointSecret(RotateEndpointSecretRequest.getDefaultInstance()));
    assertEquals(2, calls.size());
  }

  private void assertOneId() {
    assertEquals(1, calls.stream().distinct().count());
    assertEquals(calls.get(0), UUID.fromString(calls.get(0)).toString());
  }

  private <T> void answer(String requestId, StreamObserver<T> observer, T answer) {
    calls.add(requestId);
    StatusRuntimeException failure = failures.poll();
    if (failure != null) {
      observer.onError(failure);
    } else {
      observer.onNext(answer);
      observer.onCompleted();
    }
  }

  private final class Registry extends RegistryServiceGrpc.RegistryServiceImplBase {
    @Override
    public void registerBaseline(
        RegisterBaselineRequest request, StreamObserver<RegisterBaselineResponse> observer) {
      answer(request.getRequestId(), observer, RegisterBaselineResponse.getDefaultInstance());
    }

    @Override
    public void registerImprovedModel(
        RegisterImprovedModelRequest request,
        StreamObserver<RegisterImprovedModelResponse> observer) {
      answer(request.getRequestId(), observer, RegisterImprovedModelResponse.getDefaultInstance());
    }

    @Override
    public void getModelByUuid(
        GetModelByUuidRequest request, StreamObserver<GetModelByUuidResponse> observer) {
      answer("", observer, GetModelByUuidResponse.getDefaultInstance());
    }
  }

  private final class Webhooks extends WebhookServiceGrpc.WebhookServiceImplBase {
    @Override
    public void createEndpoint(
        CreateEndpointRequest request, StreamObserver<CreateEndpointResponse> observer) {
      answer(request.getRequestId(), observer, CreateEndpointResponse.getDefaultInstance());
    }

    @Override
    public void rotateEndpointSecret(
        RotateEndpointSecretRequest request,
        StreamObserver<RotateEndpointSecretResponse> observer) {
      answer("", observer, RotateEndpointSecretResponse.getDefaultInstance());
    }
  }
}
