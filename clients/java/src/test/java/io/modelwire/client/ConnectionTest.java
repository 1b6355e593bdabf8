package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.modelwire.registry.v1.GetIndexStatusRequest;
import io.modelwire.registry.v1.GetIndexStatusResponse;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final GetIndexStatusRequest ASK = GetIndexStatusRequest.getDefaultInstance();
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final AtomicReference<String> authorization = new AtomicReference<>();

  private final ServerInterceptor noted =
      new ServerInterceptor() {
        @Override
        public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
            ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
          authorization.set(headers.get(AUTHORIZATION));
          return next.startCall(call, headers);
        }
      };

  private static final class Answering extends RegistryServiceGrpc.RegistryServiceImplBase {
    @Override
    public void getIndexStatus(
        GetIndexStatusRequest request, StreamObserver<GetIndexStatusResponse> answer) {
      answer.onNext(GetIndexStatusResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }

  @Test
  void canGiveItsCallsForEver() {
    try (TestServer server = plaintextServer();
        ModelwireClient client =
            ModelwireClient.builder(server.address())
                .defaultDeadline(ChronoUnit.FOREVER.getDuration())
                .build()) {
      client.registry().getIndexStatus(ASK);
    }
  }

  @Test
  void isInPlaintextToALoopbackAddressAndSendsNoKey() {
    try (TestServer server = plaintextServer();
        ModelwireClient client = ModelwireClient.connect(server.address())) {
      client.registry().getIndexStatus(ASK);
      assertNull(authorization.get());
    }
  }

  @Test
  void sendsTheApiKeyWithEveryCall() {
    try (TestServer server = plaintextServer();
        ModelwireClient client = ModelwireClient.builder(server.address()).apiKey("k1").build()) {
      client.registry().getIndexStatus(ASK);
      assertEquals("Bearer k1", authorization.get());
    }
  }

  @Test
  void isWithTlsWhereRootsAreGivenAndTrustsNoOthers(@TempDir Path folder) throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    Path roots = Files.writeString(folder.resolve("roots.pem"), certificate.pem());
    try (TestServer server =
            TestServer.start(certificate.serverCredentials(), noted, new Answering());
        ModelwireClient trusting =
            ModelwireClient.builder(server.address()).useTls(roots).apiKey("k2").build();
        ModelwireClient distrusting = ModelwireClient.builder(server.address()).useTls().build()) {
      trusting.registry().getIndexStatus(ASK);
      assertEquals("Bearer k2", authorization.get());
      StatusRuntimeException refused =
          assertThrows(
              StatusRuntimeException.class, () -> distrusting.registry().getIndexStatus(ASK));
      assertEquals(Status.Code.UNAVAILABLE, refused.getStatus().getCode());
    }
  }

  @Test
  void showsItsCertificateToAServerThatAsksForOne(@TempDir Path folder) throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    Path pem = Files.writeString(folder.resolve("tls.crt"), certificate.pem());
    Path key = Files.writeString(folder.resolve("tls.key"), certificate.keyPem());
    try (TestServer server =
            TestServer.start(certificate.demandingCredentials(), noted, new Answering());
        ModelwireClient known =
            ModelwireClient.builder(server.address())
                .useTls(pem)
                .clientCertificate(pem, key)
                .build();
        ModelwireClient unknown = ModelwireClient.builder(server.address()).useTls(pem).build()) {
      known.registry().getIndexStatus(ASK);
      StatusRuntimeException refused =
          assertThrows(StatusRuntimeException.class, () -> unknown.registry().getIndexStatus(ASK));
      assertEquals(Status.Code.UNAVAILABLE, refused.getStatus().getCode());
    }
  }

  @Test
  void refusesACertificateThatIsNone(@TempDir Path folder) throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    Path pem = Files.writeString(folder.resolve("tls.crt"), certificate.pem());
    ModelwireClientBuilder swapped =
        ModelwireClient.builder("localhost:1").clientCertificate(pem, pem);
    assertThrows(IllegalArgumentException.class, swapped::build);
    assertThrows(
        UncheckedIOException.class,
        () -> swapped.clientCertificate(folder.resolve("nowhere.crt"), pem));
  }

  @Test
  void sendsNoApiKeyInPlaintextBeyondThisMachine() {
    ModelwireClientBuilder builder =
        ModelwireClient.builder("models.example.com:443").usePlaintext().apiKey("k1");
    assertThrows(IllegalStateException.class, builder::build);
    ModelwireClient.builder("models.example.com:443").apiKey("k1").build().close();
    ModelwireClient.builder("[::1]:50051").apiKey("k1").build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "http://localhost:1", "a b:1", "u@localhost:1", ":1"})
  void demandsHostAndPort(String address) {
    assertThrows(IllegalArgumentException.class, () -> ModelwireClient.builder(address));
  }

  @Test
  void refusesRootsThatAreNone(@TempDir Path folder) throws Exception {
    Path roots = Files.writeString(folder.resolve("roots.pem"), "no certificate");
    ModelwireClientBuilder builder = ModelwireClient.builder("localhost:1").useTls(roots);
    assertThrows(IllegalArgumentException.class, builder::build);
    assertThrows(IllegalArgumentException.class, () -> builder.apiKey("two\nlines"));
  }

  @Test
  void givesACallTheDefaultDeadlineUnlessItHasItsOwn() {
    // Nothing is answered.
    RegistryServiceGrpc.RegistryServiceImplBase silent =
        new RegistryServiceGrpc.RegistryServiceImplBase() {
          @Override
          public void getIndexStatus(
              GetIndexStatusRequest request, StreamObserver<GetIndexStatusResponse> answer) {}
        };
    try (TestServer server = TestServer.start(silent);
        ModelwireClient hasty =
            ModelwireClient.builder(server.address())
                .defaultDeadline(Duration.ofMillis(50))
                .build();
        ModelwireClient patient = ModelwireClient.connect(server.address())) {
      assertDeadline(() -> hasty.registry().getIndexStatus(ASK));
      assertDeadline(
          () ->
              patient.registry().withDeadlineAfter(50, TimeUnit.MILLISECONDS).getIndexStatus(ASK));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelwireClient.builder("localhost:1").defaultDeadline(Duration.ZERO));
  }

  private static void assertDeadline(Runnable call) {
    StatusRuntimeException late = assertThrows(StatusRuntimeException.class, call::run);
    assertEquals(Status.Code.DEADLINE_EXCEEDED, late.getStatus().getCode());
  }

  private TestServer plaintextServer() {
    return TestServer.start(InsecureServerCredentials.create(), noted, new Answering());
  }
}
