package io.modelwire.client;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Says how to connect to a Modelwire server. */
public final class ModelwireClientBuilder {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
  // Notices within minutes that the other side is gone without a word.
  private static final long KEEP_ALIVE_SECONDS = 60;
  // A model's metadata may be as long as the largest request, and a page has many models.
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final URI address;
  private final boolean toLoopback;
  private boolean plaintext;
  private byte[] roots;
  private String apiKey;
  private Duration deadline = Duration.ofSeconds(60);

  ModelwireClientBuilder(String address) {
    this.address = parse(address);
    this.toLoopback = LOOPBACK.matcher(this.address.getHost()).matches();
    this.plaintext = toLoopback;
  }

  private static URI parse(String address) {
    try {
      URI uri = new URI("//" + address);
      boolean onlyHostAndPort = address.equals(uri.getHost() + ":" + uri.getPort());
      if (onlyHostAndPort && uri.getPort() > 0) return uri;
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException("expected host:port, such as 127.0.0.1:50051: " + address);
  }

  /** Connects without TLS, also to an address beyond this machine. */
  public ModelwireClientBuilder usePlaintext() {
    plaintext = true;
    roots = null;
    return this;
  }

  /** Connects with TLS, also to a loopback address, and trusts the roots that Java trusts. */
  public ModelwireClientBuilder useTls() {
    plaintext = false;
    roots = null;
    return this;
  }

  /**
   * Connects with TLS and trusts these roots alone.
   *
   * @param rootsPem a PEM file with the certificates
   * @throws UncheckedIOException where it cannot be read
   */
  public ModelwireClientBuilder useTls(Path rootsPem) {
    try {
      roots = Files.readAllBytes(rootsPem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    plaintext = false;
    return this;
  }

  /**
   * Sends an API key with every call, as {@code authorization: Bearer <key>}.
   *
   * @throws IllegalArgumentException where it is not of printable ASCII characters
   */
  public ModelwireClientBuilder apiKey(String apiKey) {
    if (!PRINTABLE.matcher(apiKey).matches()) {
      throw new IllegalArgumentException("expected an API key of printable ASCII characters");
    }
    this.apiKey = apiKey;
    return this;
  }

  /**
   * Says how long a unary call may take that has no deadline of its own, and a registration with
   * all its repeats. Without it, 60 seconds.
   */
  public ModelwireClientBuilder defaultDeadline(Duration deadline) {
    if (deadline.isZero() || deadline.isNegative()) {
      throw new IllegalArgumentException("expected a deadline above 0: " + deadline);
    }
    this.deadline = deadline;
    return this;
  }

  /**
   * Builds the client. It connects at its first call.
   *
   * @throws IllegalStateException where the API key would be sent in plaintext beyond this machine
   * @throws IllegalArgumentException where the roots are no certificates
   */
  public ModelwireClient build() {
    if (apiKey != null && plaintext && !toLoopback) {
      throw new IllegalStateException(
          "an API key is not sent to " + address.getAuthority() + " in plaintext");
    }
    ManagedChannel connection =
        Grpc.newChannelBuilderForAddress(address.getHost(), address.getPort(), credentials())
            .defaultServiceConfig(RepeatedMethods.serviceConfig())
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .userAgent("modelwire-client-java")
            .build();
    List<ClientInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new DefaultDeadline(deadline));
    if (apiKey != null) {
      Metadata headers = new Metadata();
      headers.put(AUTHORIZATION, "Bearer " + apiKey);
      interceptors.add(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
    return new ModelwireClient(
        connection, ClientInterceptors.intercept(connection, interceptors), deadline);
  }

  private ChannelCredentials credentials() {
    if (plaintext) return InsecureChannelCredentials.create();
    if (roots == null) return TlsChannelCredentials.create();
    if (!new String(roots, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
      throw new IllegalArgumentException("expected roots in PEM, with -----BEGIN CERTIFICATE-----");
    }
    try {
      return TlsChannelCredentials.newBuilder()
          .trustManager(new ByteArrayInputStream(roots))
          .build();
    } catch (IOException e) {
      throw new IllegalArgumentException("the roots cannot be read", e);
    }
  }
}
