package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import io.modelwire.event.v1.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WebhookVectorsTest {
  private record Vectors(long now, List<Case> cases) {}

  private record Case(
      String name,
      List<String> secrets,
      Map<String, String> headers,
      @SerializedName("body_base64") String body,
      @SerializedName("event_id") String eventId,
      @SerializedName("event_type") String eventType,
      String reason) {}

  @TestFactory
  Stream<DynamicTest> makesOfEachRequestWhatTheVectorsSay() throws IOException {
    String text = Files.readString(Repository.file("clients/webhook-vectors.json"));
    Vectors vectors = new Gson().fromJson(text, Vectors.class);
    assertFalse(vectors.cases().isEmpty());
    Clock clock = Clock.fixed(Instant.ofEpochSecond(vectors.now()), ZoneOffset.UTC);
    return vectors.cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, clock)));
  }

  private static void check(Case one, Clock clock) throws WebhookRejectedException {
    WebhookVerifier verifier = WebhookVerifier.of(one.secrets()).withClock(clock);
    byte[] body = Base64.getDecoder().decode(one.body());
    if (one.reason() == null) {
      Event event = verifier.verify(one.headers(), body);
      assertEquals(one.eventId(), event.getEventId());
      assertEquals(one.eventType(), event.getType().name());
    } else {
      WebhookRejectedException rejected =
          assertThrows(WebhookRejectedException.class, () -> verifier.verify(one.headers(), body));
      assertEquals(WebhookRejection.valueOf(one.reason()), rejected.reason());
    }
  }
}
