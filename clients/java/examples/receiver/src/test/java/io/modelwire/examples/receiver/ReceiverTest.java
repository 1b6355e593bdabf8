package io.modelwire.examples.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import io.modelwire.client.WebhookVerifier;
import io.modelwire.event.v1.Event;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class ReceiverTest {
  private record Vectors(long now, List<Case> cases) {}

  private record Case(
      String name,
      List<String> secrets,
      Map<String, String> headers,
      @SerializedName("body_base64") String body,
      String reason) {}

  private final BlockingQueue<Event> handled = new LinkedBlockingQueue<>();

  @Test
  void answersEachRequestAsTheVectorsSayAndHandlesAnEventOnce()
      throws IOException, InterruptedException {
    Path file = Path.of(System.getProperty("modelwire.repository"), "clients/webhook-vectors.json");
    Vectors vectors = new Gson().fromJson(Files.readString(file), Vectors.class);
    List<String> secrets = vectors.cases().get(0).secrets();
    WebhookVerifier verifier =
        WebhookVerifier.of(secrets)
            .withClock(Clock.fixed(Instant.ofEpochSecond(vectors.now()), ZoneOffset.UTC));
    try (ConfigurableApplicationContext receiver = start(verifier)) {
      URI url = URI.create("http://127.0.0.1:" + port(receiver) + "/webhooks");
      for (Case one : vectors.cases()) {
        if (!one.secrets().equals(secrets)) continue;
        byte[] body = Base64.getDecoder().decode(one.body());
        HttpResponse<String> answer = post(url, one.headers(), body);
        int status = one.reason() == null ? 204 : 401;
        String text = one.reason() == null ? "" : one.reason();
        assertEquals(status + " " + text, answer.statusCode() + " " + answer.body(), one.name());
      }
      assertEquals(413, post(url, Map.of(), new byte[17 * 1024 * 1024]).statusCode());
    }
    assertEquals(1, handled.size());
  }

  private ConfigurableApplicationContext start(WebhookVerifier verifier) {
    return new SpringApplicationBuilder(ReceiverApplication.class)
        .initializers(
            (GenericApplicationContext context) -> {
              context.registerBean(WebhookVerifier.class, () -> verifier);
              context.registerBean(EventHandler.class, () -> handled::add);
            })
        .run("--server.port=0");
  }

  private static String port(ConfigurableApplicationContext receiver) {
    return receiver.getEnvironment().getRequiredProperty("local.server.port");
  }

  private static HttpResponse<String> post(URI url, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
