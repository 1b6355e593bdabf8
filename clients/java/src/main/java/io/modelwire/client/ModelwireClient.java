package io.modelwire.client;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.modelwire.access.v1.AccessServiceGrpc;
import io.modelwire.access.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import io.modelwire.event.v1.EventServiceGrpc;
import io.modelwire.event.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.modelwire.event.v1.WatchEventsRequest;
import io.modelwire.registry.v1.RegisterBaselineRequest;
import io.modelwire.registry.v1.RegisterBaselineResponse;
import io.modelwire.registry.v1.RegisterImprovedModelRequest;
import io.modelwire.registry.v1.RegisterImprovedModelResponse;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import io.modelwire.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadStart;
import io.modelwire.webhook.v1.CreateEndpointRequest;
import io.modelwire.webhook.v1.CreateEndpointResponse;
import io.modelwire.webhook.v1.WebhookServiceGrpc;
import io.modelwire.webhook.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * A connection to a Modelwire server, with the generated stubs of its services.
 *
 * <p>Calls that read, and calls that change nothing more when they are repeated, are repeated where
 * the server is unavailable, or full: no sooner than it asks for, and until their deadline. Unary
 * calls without a deadline get the client's own. What fails is a {@link
 * io.grpc.StatusRuntimeException}, of which {@link CallFailure} tells the facts.
 *
 * <p>It can be used by any number of threads.
 */
public final class ModelwireClient implements AutoCloseable {
  private final ManagedChannel connection;
  private final Channel channel;
  private final Duration deadline;

  ModelwireClient(ManagedChannel connection, Channel channel, Duration deadline) {
    this.connection = connection;
    this.channel = channel;
    this.deadline = deadline;
  }

  /**
   * Connects to a server as {@link #builder(String)} does without any option.
   *
   * @param address {@code host:port} of the server's gRPC
   */
  public static ModelwireClient connect(String address) {
    return builder(address).build();
  }

  /**
   * Begins a connection: in plaintext to a loopback address, with TLS and the roots that Java
   * trusts to any other.
   *
   * @param address {@code host:port} of the server's gRPC
   * @throws IllegalArgumentException where that is no address
   */
  public static ModelwireClientBuilder builder(String address) {
    return new ModelwireClientBuilder(address);
  }

  /** Gives the stub of RegistryService. */
  public RegistryServiceBlockingStub registry() {
    return RegistryServiceGrpc.newBlockingStub(channel);
  }

  /** Gives the stub of EventService. */
  public EventServiceBlockingStub events() {
    return EventServiceGrpc.newBlockingStub(channel);
  }

  /** Gives the stub of WebhookService. */
  public WebhookServiceBlockingStub webhooks() {
    return WebhookServiceGrpc.newBlockingStub(channel);
  }

  /** Gives the stub of AccessService. */
  public AccessServiceBlockingStub access() {
    return AccessServiceGrpc.newBlockingStub(channel);
  }

  /** Gives the channel, for stubs of another kind: with futures, asynchronous, or of Kotlin. */
  public Channel channel() {
    return channel;
  }

  /**
   * Registers a baseline. Gives the request an id where it has none, and repeats it with the same
   * id where the server is unavailable or full, until the default deadline: one version is made,
   * however often.
   *
   * @throws io.grpc.StatusRuntimeException where it fails
   */
  public RegisterBaselineResponse registerBaseline(RegisterBaselineRequest request) {
    RegisterBaselineRequest identified =
        request.hasRequestId() ? request : request.toBuilder().setRequestId(newId()).build();
    return registry().registerBaseline(identified);
  }

  /**
   * Registers an improvement, with an id and repeated as {@link #registerBaseline}.
   *
   * @throws io.grpc.StatusRuntimeException where it fails
   */
  public RegisterImprovedModelResponse registerImprovedModel(RegisterImprovedModelRequest request) {
    RegisterImprovedModelRequest identified =
        request.hasRequestId() ? request : request.toBuilder().setRequestId(newId()).build();
    return registry().registerImprovedModel(identified);
  }

  /**
   * Creates a webhook endpoint, with an id and repeated as {@link #registerBaseline}.
   *
   * @throws io.grpc.StatusRuntimeException where it fails
   */
  public CreateEndpointResponse createEndpoint(CreateEndpointRequest request) {
    CreateEndpointRequest identified =
        request.hasRequestId() ? request : request.toBuilder().setRequestId(newId()).build();
    return webhooks().createEndpoint(identified);
  }

  /**
   * Uploads the files of a directory as a package of its own. As {@link #uploadPackage(Path,
   * UploadStart)}, with nothing said of the model.
   *
   * @throws IOException where the directory cannot be read, or has what no package can have
   * @throws InterruptedException where the thread is interrupted
   * @throws io.grpc.StatusRuntimeException where a call fails
   */
  public Upload uploadPackage(Path directory) throws IOException, InterruptedException {
    return uploadPackage(directory, UploadStart.getDefaultInstance());
  }

  /**
   * Uploads the files of a directory, in constant memory, and goes on with what is stored where the
   * connection breaks. A registration takes them by the upload's id.
   *
   * <p>Of the directory, all regular files are sent, in the order of their paths, save {@code
   * .DS_Store} and what is in a {@code __pycache__}. A symbolic link, or anything else that is
   * neither file nor directory, is refused.
   *
   * @param start an id to go on with an upload that ended, and what is to be said of the model; an
   *     id is made where it has none
   * @throws IOException where the directory cannot be read, has what no package can have, or is
   *     changed meanwhile
   * @throws InterruptedException where the thread is interrupted; the upload can be gone on with
   * @throws io.grpc.StatusRuntimeException where a call fails
   */
  public Upload uploadPackage(Path directory, UploadStart start)
      throws IOException, InterruptedException {
    UploadStart identified =
        start.getUploadId().isEmpty() ? start.toBuilder().setUploadId(newId()).build() : start;
    return new PackageUploader(channel, connection::isShutdown, identified)
        .upload(PackageFile.list(directory));
  }

  /**
   * Watches events, and goes on after the last one by itself where the connection breaks. Returns
   * once the server has begun: what is committed from then on is seen.
   *
   * @param request where to begin, and which events
   * @throws InterruptedException where the thread is interrupted
   * @throws io.grpc.StatusRuntimeException where the server refuses, or is not to be had within the
   *     default deadline
   */
  public EventWatch watchEvents(WatchEventsRequest request) throws InterruptedException {
    return EventWatch.open(channel, connection::isShutdown, request, deadline);
  }

  /** Ends the connection, and all calls that are under way. */
  @Override
  public void close() {
    connection.shutdownNow();
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
