package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
  private static final String SECRET = "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
  private static final byte[] NO_JSON = "{".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_*", "whsec_AQ=Q"})
  void aMalformedSecretIsTheCallersFault(String secret) {
    assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of(SECRET, secret));
  }

  @Test
  void noSecretIsTheCallersFault() {
    assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of(List.of()));
  }

  @Test
  void aBodyIsNotParsedBeforeItIsVerified() {
    assertEquals(WebhookRejection.WRONG_SIGNATURE, reasonOf(WebhookVerifier.of(SECRET), headers()));
  }

  @Test
  void aBodyNestedBeyondMeasureIsMalformed() {
    String nested = "[".repeat(100_000) + "]".repeat(100_000);
    for (String data : List.of(nested, "{\"modelRegistered\":" + nested + "}")) {
      byte[] body = ("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
      WebhookRejectedException rejected =
          assertThrows(
              WebhookRejectedException.class, () -> EventBody.parse("application/json", body));
      assertEquals(WebhookRejection.MALFORMED_BODY, rejected.reason());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventId\":{}}",
        "{\"eventId\":[]}",
        "{\"type\":{}}",
        "{\"time\":5}",
        "{\"sequence\":1e400}",
        "{\"modelRegistered\":5}",
        "{\"modelRegistered\":{\"registration\":{\"improvements\":[5]}}}"
      })
  void dataOfAnotherShapeIsMalformed(String data) {
    byte[] body = ("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
    WebhookRejectedException rejected =
        assertThrows(
            WebhookRejectedException.class, () -> EventBody.parse("application/json", body));
    assertEquals(WebhookRejection.MALFORMED_BODY, rejected.reason());
  }

  @Test
  void theToleranceCanBeAnother() {
    WebhookVerifier strict = WebhookVerifier.of(SECRET).withTolerance(Duration.ofSeconds(10));
    Map<String, String> headers =
        Map.of(
            "content-type", "application/json",
            "webhook-id", "evt_1",
            "webhook-signature", "v1,AAAA",
            "webhook-timestamp", Long.toString(Instant.now().getEpochSecond() - 60));
    assertEquals(WebhookRejection.TOO_OLD, reasonOf(strict, headers));
  }

  @Test
  void headersCanBeAskedForOneByOne() {
    WebhookRejectedException rejected =
        assertThrows(
            WebhookRejectedException.class,
            () -> WebhookVerifier.of(SECRET).verify(name -> headers().get(name), NO_JSON));
    assertEquals(WebhookRejection.WRONG_SIGNATURE, rejected.reason());
  }

  private static Map<String, String> headers() {
    return Map.of(
        "content-type", "application/json",
        "webhook-id", "evt_1",
        "webhook-signature", "v1,AAAA",
        "webhook-timestamp", Long.toString(Instant.now().getEpochSecond()));
  }

  private static WebhookRejection reasonOf(WebhookVerifier verifier, Map<String, String> headers) {
    return assertThrows(WebhookRejectedException.class, () -> verifier.verify(headers, NO_JSON))
        .reason();
  }
}
