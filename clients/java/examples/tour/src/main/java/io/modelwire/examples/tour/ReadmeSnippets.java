package io.modelwire.examples.tour;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.modelwire.client.CallFailure;
import io.modelwire.client.EventWatch;
import io.modelwire.client.ModelwireClient;
import io.modelwire.client.WatchedEvent;
import io.modelwire.client.WebhookRejectedException;
import io.modelwire.client.WebhookVerifier;
import io.modelwire.event.v1.Event;
import io.modelwire.event.v1.EventFilter;
import io.modelwire.event.v1.EventType;
import io.modelwire.event.v1.WatchEventsRequest;
import io.modelwire.registry.v1.ErrorReason;
import io.modelwire.registry.v1.Example;
import io.modelwire.registry.v1.GetModelByUuidRequest;
import io.modelwire.registry.v1.GetModelByUuidResponse;
import io.modelwire.registry.v1.InferSignatureRequest;
import io.modelwire.registry.v1.RegisterBaselineRequest;
import io.modelwire.registry.v1.Registration;
import io.modelwire.registry.v1.SetAliasRequest;
import io.modelwire.registry.v1.Signature;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadStart;
import io.modelwire.registry.v1.UploadedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What the client's README shows, so that it compiles. */
final class ReadmeSnippets {
  private ReadmeSnippets() {}

  static void register() throws IOException, InterruptedException {
    try (ModelwireClient client = ModelwireClient.connect("127.0.0.1:50051")) {
      Upload upload = client.uploadPackage(Path.of("examples/quickstart/model"));
      RegisterBaselineRequest request =
          RegisterBaselineRequest.newBuilder()
              .setModelType("lead_scoring")
              .setUploadedPackage(UploadedPackage.newBuilder().setUploadId(upload.getUploadId()))
              .putMetrics("auc", 0.91)
              .build();
      Registration registration = client.registerBaseline(request).getRegistration();
      System.out.println(registration.getModelId());
    }
  }

  static ModelwireClient connect() {
    return ModelwireClient.builder("models.example.com:443")
        .apiKey(System.getenv("MODELWIRE_API_KEY"))
        .useTls(Path.of("roots.pem"))
        .defaultDeadline(Duration.ofSeconds(20))
        .build();
  }

  static Upload resume(ModelwireClient client, Path directory, String uploadId)
      throws IOException, InterruptedException {
    return client.uploadPackage(directory, UploadStart.newBuilder().setUploadId(uploadId).build());
  }

  static void inferSignature(ModelwireClient client) {
    InferSignatureRequest request =
        InferSignatureRequest.newBuilder()
            .setInput(Example.newBuilder().setJson("[{\"site_visits\": 12}]"))
            .setOutput(Example.newBuilder().setJson("[0.87]"))
            .build();
    Signature signature = client.registry().inferSignature(request).getSignature();
    System.out.println(signature.getText());
  }

  static GetModelByUuidResponse lookUp(ModelwireClient client, String modelUuid) {
    return client
        .registry()
        .getModelByUuid(GetModelByUuidRequest.newBuilder().setModelUuid(modelUuid).build());
  }

  static void readReason(ModelwireClient client, SetAliasRequest request) {
    try {
      client.registry().setAlias(request);
    } catch (StatusRuntimeException e) {
      CallFailure failure = CallFailure.of(e);
      if (failure.code() == Status.Code.INVALID_ARGUMENT) {
        failure
            .fieldViolations()
            .forEach(field -> System.err.println(field.getField() + ": " + field.getDescription()));
      } else if (failure.reason() == ErrorReason.ERROR_REASON_MODEL_NOT_FOUND) {
        System.err.println("there is no such model");
      } else {
        throw e;
      }
    }
  }

  static void watch(ModelwireClient client, String lastCursor) throws InterruptedException {
    WatchEventsRequest request =
        WatchEventsRequest.newBuilder()
            .setCursor(lastCursor)
            .setFilter(EventFilter.newBuilder().addTypes(EventType.EVENT_TYPE_ALIAS_CHANGED))
            .build();
    try (EventWatch watch = client.watchEvents(request)) {
      while (true) {
        WatchedEvent watched = watch.take();
        handle(watched.event());
        keep(watched.cursor());
      }
    }
  }

  static int receive(WebhookVerifier verifier, Map<String, String> headers, byte[] body) {
    try {
      Event event = verifier.verify(headers, body);
      handle(event);
      return 204;
    } catch (WebhookRejectedException e) {
      System.err.println(e.reason());
      return 401;
    }
  }

  static WebhookVerifier verifier(String secret, String previousSecret) {
    return WebhookVerifier.of(secret, previousSecret).withTolerance(Duration.ofMinutes(2));
  }

  private static void handle(Event event) {
    System.out.println(event.getEventId());
  }

  private static void keep(String cursor) {
    System.out.println(cursor);
  }
}
