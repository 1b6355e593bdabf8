package io.modelwire.examples.receiver;

import io.modelwire.client.WebhookRejectedException;
import io.modelwire.client.WebhookVerifier;
import io.modelwire.event.v1.Event;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers 204 to a genuine event, and 401 with the reason to anything else. */
@RestController
class WebhookController {
  private final WebhookVerifier verifier;
  private final EventHandler handler;
  private final SeenEvents seen = new SeenEvents();

  WebhookController(WebhookVerifier verifier, EventHandler handler) {
    this.verifier = verifier;
    this.handler = handler;
  }

  @PostMapping("/webhooks")
  ResponseEntity<String> receive(
      @RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
    try {
      Event event = verifier.verify(headers::getFirst, body == null ? new byte[0] : body);
      seen.handleOnce(event, handler);
      return ResponseEntity.noContent().build();
    } catch (WebhookRejectedException e) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .contentType(MediaType.TEXT_PLAIN)
          .body(e.reason().name());
    }
  }
}
