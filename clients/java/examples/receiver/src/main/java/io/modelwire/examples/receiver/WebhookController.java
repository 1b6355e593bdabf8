package io.modelwire.examples.receiver;

import io.modelwire.client.WebhookRejectedException;
import io.modelwire.client.WebhookVerifier;
import io.modelwire.event.v1.Event;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers 204 to a genuine event, and 401 with the reason to anything else. */
@RestController
class WebhookController {
  // An event holds a registration, with the metadata and the tags that it was given. Whoever has
  // no secret must not fill the memory.
  private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

  private final WebhookVerifier verifier;
  private final EventHandler handler;
  private final SeenEvents seen = new SeenEvents();

  WebhookController(WebhookVerifier verifier, EventHandler handler) {
    this.verifier = verifier;
    this.handler = handler;
  }

  @PostMapping("/webhooks")
  ResponseEntity<String> receive(@RequestHeader HttpHeaders headers, InputStream content)
      throws IOException {
    byte[] body = content.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) return ResponseEntity.status(413).build();
    try {
      Event event = verifier.verify(headers::getFirst, body);
      seen.handleOnce(event, handler);
      return ResponseEntity.noContent().build();
    } catch (WebhookRejectedException e) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .contentType(MediaType.TEXT_PLAIN)
          .body(e.reason().name());
    }
  }
}
