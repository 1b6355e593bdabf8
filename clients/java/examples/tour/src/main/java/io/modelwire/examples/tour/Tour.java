package io.modelwire.examples.tour;

import io.grpc.StatusRuntimeException;
import io.modelwire.client.CallFailure;
import io.modelwire.client.EventWatch;
import io.modelwire.client.ModelwireClient;
import io.modelwire.client.ModelwireClientBuilder;
import io.modelwire.client.WatchedEvent;
import io.modelwire.event.v1.Event;
import io.modelwire.event.v1.EventFilter;
import io.modelwire.event.v1.EventType;
import io.modelwire.event.v1.WatchEventsRequest;
import io.modelwire.registry.v1.ErrorReason;
import io.modelwire.registry.v1.GetModelByUuidRequest;
import io.modelwire.registry.v1.RegisterBaselineRequest;
import io.modelwire.registry.v1.Registration;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadedPackage;
import io.modelwire.webhook.v1.CreateEndpointRequest;
import io.modelwire.webhook.v1.CreateEndpointResponse;
import io.modelwire.webhook.v1.DeleteEndpointRequest;
import io.modelwire.webhook.v1.GetEndpointRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Uses a Modelwire in every way that the client offers, and prints a line for each. Ends with exit
 * code 0 only where all was as it must be.
 *
 * <p>Takes the path of a model directory, and from the environment {@code MODELWIRE_GRPC} (host and
 * port) and {@code MODELWIRE_URL} (URL); {@code MODELWIRE_CA_FILE} (a PEM file) where the server
 * speaks TLS, and {@code MODELWIRE_API_KEY}, or {@code MODELWIRE_CLIENT_CERTIFICATE_FILE} and
 * {@code MODELWIRE_CLIENT_KEY_FILE} (PEM files), where it wants to know who calls.
 */
public final class Tour {
  private final ModelwireClient client;
  private final Path model;
  private final String modelName = "tour-java-" + UUID.randomUUID();

  private Tour(ModelwireClient client, Path model) {
    this.client = client;
    this.model = model;
  }

  /** Goes on the tour. */
  public static void main(String[] args) {
    try (ModelwireClient client = connect()) {
      checkReady(URI.create(System.getenv("MODELWIRE_URL")));
      new Tour(client, Path.of(args[0])).run();
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static ModelwireClient connect() {
    ModelwireClientBuilder builder = ModelwireClient.builder(System.getenv("MODELWIRE_GRPC"));
    String roots = System.getenv("MODELWIRE_CA_FILE");
    if (roots != null) builder.useTls(Path.of(roots));
    String certificate = System.getenv("MODELWIRE_CLIENT_CERTIFICATE_FILE");
    if (certificate != null) {
      Path key = Path.of(System.getenv("MODELWIRE_CLIENT_KEY_FILE"));
      builder.clientCertificate(Path.of(certificate), key);
    }
    String apiKey = System.getenv("MODELWIRE_API_KEY");
    if (apiKey != null) builder.apiKey(apiKey);
    return builder.build();
  }

  private static void checkReady(URI url)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpClient.Builder builder = HttpClient.newBuilder();
    String roots = System.getenv("MODELWIRE_CA_FILE");
    if (roots != null) builder.sslContext(Authorities.trust(Path.of(roots)));
    HttpRequest request = HttpRequest.newBuilder(url.resolve("/readyz")).build();
    HttpResponse<String> answer =
        builder.build().send(request, HttpResponse.BodyHandlers.ofString());
    expect(answer.statusCode() == 200, "the server is not ready: " + answer.body());
    say("ready", url);
  }

  private void run() throws IOException, InterruptedException {
    EventFilter filter = EventFilter.newBuilder().setModelName(modelName).build();
    WatchEventsRequest request = WatchEventsRequest.newBuilder().setFilter(filter).build();
    try (EventWatch watch = client.watchEvents(request)) {
      Registration inline = registerInline();
      Registration uploaded = registerUpload();
      lookUp(inline);
      lookUp(uploaded);
      failToLookUp();
      see(watch, inline);
      see(watch, uploaded);
      receiveWebhook(uploaded.getModelInfo().getModelUuid());
    }
  }

  private Registration registerInline() throws IOException {
    RegisterBaselineRequest request =
        RegisterBaselineRequest.newBuilder()
            .setModelType("lead_scoring")
            .setModelName(modelName)
            .setPackage(InlineFiles.read(model))
            .putMetrics("auc", 0.91)
            .build();
    Registration registration = client.registerBaseline(request).getRegistration();
    expect(registration.getModelId().equals(modelName + "/1"), "another version was made");
    say("registered", registration.getModelId(), registration.getModelInfo().getModelUuid());
    return registration;
  }

  private Registration registerUpload() throws IOException, InterruptedException {
    Upload upload = client.uploadPackage(model);
    RegisterBaselineRequest request =
        RegisterBaselineRequest.newBuilder()
            .setModelType("lead_scoring")
            .setModelName(modelName)
            .setUploadedPackage(UploadedPackage.newBuilder().setUploadId(upload.getUploadId()))
            .build();
    Registration registration = client.registerBaseline(request).getRegistration();
    expect(registration.getModelId().equals(modelName + "/2"), "another version was made");
    expect(
        registration.getModelInfo().getModelUuid().equals(upload.getModelUuid()),
        "the upload became another model");
    say("uploaded", upload.getFilesCount() + " files", upload.getUploadId());
    say("registered", registration.getModelId(), registration.getModelInfo().getModelUuid());
    return registration;
  }

  private void lookUp(Registration registered) {
    String modelUuid = registered.getModelInfo().getModelUuid();
    Registration found =
        client
            .registry()
            .getModelByUuid(GetModelByUuidRequest.newBuilder().setModelUuid(modelUuid).build())
            .getRegistration();
    expect(found.getModelId().equals(registered.getModelId()), "another version was found");
    say("looked up", modelUuid, found.getModelId());
  }

  private void failToLookUp() {
    String modelUuid = "m-" + "0".repeat(32);
    try {
      client
          .registry()
          .getModelByUuid(GetModelByUuidRequest.newBuilder().setModelUuid(modelUuid).build());
      throw new IllegalStateException("a model was found that is not there");
    } catch (StatusRuntimeException e) {
      CallFailure failure = CallFailure.of(e);
      expect(failure.reason() == ErrorReason.ERROR_REASON_MODEL_NOT_FOUND, failure.message());
      say("refused", failure.code(), failure.reasonName());
    }
  }

  private void see(EventWatch watch, Registration registered) throws InterruptedException {
    WatchedEvent watched =
        watch
            .poll(Duration.ofSeconds(60))
            .orElseThrow(() -> new IllegalStateException("no event came"));
    checkTells(watched.event(), registered);
    say("watched", watched.event().getType(), "sequence " + watched.event().getSequence());
  }

  private void receiveWebhook(String modelUuid) throws InterruptedException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
    try (StartedReceiver receiver = new StartedReceiver(secret)) {
      CreateEndpointRequest endpoint =
          CreateEndpointRequest.newBuilder()
              .setUrl(receiver.url())
              .setSecret(secret)
              .setFilter("event.model_name == '" + modelName + "'")
              .build();
      CreateEndpointResponse created = client.createEndpoint(endpoint);
      String endpointId = created.getEndpoint().getEndpointId();
      say("created", endpointId);
      Registration registered = registerHeld(modelUuid);
      Event event = receiver.next();
      expect(event != null, "no webhook came");
      checkTells(event, registered);
      say("received", event.getType(), event.getEventId());
      delete(endpointId);
    }
  }

  /** Registers what MLflow holds already, once more. */
  private Registration registerHeld(String modelUuid) {
    RegisterBaselineRequest request =
        RegisterBaselineRequest.newBuilder()
            .setModelType("lead_scoring")
            .setModelName(modelName)
            .setMlflowUri("models:/" + modelUuid)
            .build();
    return client.registerBaseline(request).getRegistration();
  }

  private void delete(String endpointId) {
    client
        .webhooks()
        .deleteEndpoint(DeleteEndpointRequest.newBuilder().setEndpointId(endpointId).build());
    try {
      client
          .webhooks()
          .getEndpoint(GetEndpointRequest.newBuilder().setEndpointId(endpointId).build());
      throw new IllegalStateException("the endpoint is still there");
    } catch (StatusRuntimeException e) {
      CallFailure failure = CallFailure.of(e);
      expect(failure.reason() == ErrorReason.ERROR_REASON_ENDPOINT_NOT_FOUND, failure.message());
      say("deleted", endpointId);
    }
  }

  private static void checkTells(Event event, Registration registered) {
    expect(event.getType() == EventType.EVENT_TYPE_MODEL_REGISTERED, "an event of another type");
    Registration told = event.getModelRegistered().getRegistration();
    expect(told.equals(registered), "the event tells of another registration");
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) throw new IllegalStateException(otherwise);
  }

  private static void say(Object... words) {
    System.out.println(String.join("  ", Arrays.stream(words).map(Object::toString).toList()));
  }
}
