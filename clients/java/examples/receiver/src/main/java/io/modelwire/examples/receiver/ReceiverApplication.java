package io.modelwire.examples.receiver;

import io.modelwire.client.WebhookVerifier;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Receives Modelwire's webhooks at {@code /webhooks}. */
@SpringBootApplication
public class ReceiverApplication {
  /** Serves until it is ended. */
  public static void main(String[] args) {
    SpringApplication.run(ReceiverApplication.class, args);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookVerifier verifier(@Value("${modelwire.webhook.secrets}") List<String> secrets) {
    return WebhookVerifier.of(secrets);
  }

  @Bean
  @ConditionalOnMissingBean
  EventHandler handler() {
    return event ->
        LoggerFactory.getLogger(ReceiverApplication.class)
            .info("{} of {}", event.getType(), event.getModelName());
  }
}
