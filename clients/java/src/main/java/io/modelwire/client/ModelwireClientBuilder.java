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
  // More nanoseconds than a number has are for ever too.
  private static final Duration LONGEST_DEADLINE = Duration.ofDays(36_500);
  // A model's metadata may be as long as the largest request, and a page has many models.
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final URI address;
  private final boolean toLoopback;
  private boolean plaintext;
  private byte[] roots;
  private byte[] certificate;
  private byte[] certificateKey;
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
    certificate = null;
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
    roots = read(rootsPem);
    plaintext = false;
    return this;
  }

  /**
   * Connects with TLS, also to a loopback address, and shows this certificate to a server that asks
   * for one.
   *
   * @param certificatePem a PEM file with the certificate, and behind it those that lead to its
   *     authority
   * @param keyPem a PEM file with its key: PKCS #8, without a passphrase
   * @throws UncheckedIOException where one of them cannot be read
   */
  public ModelwireClientBuilder clientCertificate(Path certificatePem, Path keyPem) {
    certificate = read(certificatePem);
    certificateKey = read(keyPem);
    plaintext = false;
    return this;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    this.deadline = deadline.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : deadline;
    return this;
  }

  /**
   * Builds the client. It connects at its first call.
   *
   * @throws IllegalStateException where the API key would be sent in plaintext beyond this machine
   * @throws IllegalArgumentException where the roots or the client's certificate are none, or its
   *     key is
   */
  public ModelwireClient build() {
    if (apiKey != null && plaintext && !toLoopback) {
      throw new IllegalStateException(
          "an API key is not sent to " + address.getAuthority() + " in plaintext");
    }
    ManagedChannel connection =
        Grpc.newChannelBuilderForAddress(address.getHost(), address.getPort(), credentials())
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .userAgent("modelwire-client-java")
            .build();
    // The last of them sees a call first.
    List<ClientInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new Repeats(connection::isShutdown));
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
    TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
    try {
      if (roots != null) {
        requirePem("roots", roots, "CERTIFICATE");
        tls.trustManager(new ByteArrayInputStream(roots));
      }
      if (certificate != null) {
        requirePem("a certificate", certificate, "CERTIFICATE");
        requirePem("its key", certificateKey, "PRIVATE KEY");
        tls.keyManager(
            new ByteArrayInputStream(certificate), new ByteArrayInputStream(certificateKey));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the certificates cannot be read", e);
    }
    return tls.build();
  }

  private static void requirePem(String what, byte[] given, String type) {
    String begin = "-----BEGIN " + type + "-----";
    if (new String(given, StandardCharsets.ISO_8859_1).contains(begin)) return;
    throw new IllegalArgumentException("expected " + what + " in PEM, with " + begin);
  }
}
