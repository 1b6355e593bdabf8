package io.modelwire.client;

import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** A gRPC server on a port of its own, of services that do what a test wants. */
final class TestServer implements AutoCloseable {
  private final Server server;
  private final String address;

  private TestServer(Server server) {
    this.server = server;
    this.address = "127.0.0.1:" + server.getPort();
  }

  static TestServer start(BindableService... services) {
    return start(InsecureServerCredentials.create(), null, services);
  }

  static TestServer start(
      ServerCredentials credentials, ServerInterceptor interceptor, BindableService... services) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0), credentials);
    for (BindableService service : services) builder.addService(service);
    if (interceptor != null) builder.intercept(interceptor);
    try {
      return new TestServer(builder.build().start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
