package io.modelwire.examples.tour;

import io.modelwire.event.v1.Event;
import io.modelwire.examples.receiver.EventHandler;
import io.modelwire.examples.receiver.ReceiverApplication;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The example of a receiver, on a free port of this machine. */
final class StartedReceiver implements AutoCloseable {
  private final BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
  private final ConfigurableApplicationContext application;

  StartedReceiver(String secret) {
    application =
        new SpringApplicationBuilder(ReceiverApplication.class)
            .initializers(
                (GenericApplicationContext context) ->
                    context.registerBean(EventHandler.class, () -> handled::add))
            .run(
                "--server.port=0",
                "--modelwire.webhook.secrets=" + secret,
                "--logging.level.root=warn");
  }

  String url() {
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    return "http://127.0.0.1:" + port + "/webhooks";
  }

  /** Waits for the next event; null where none comes. */
  Event next() throws InterruptedException {
    return handled.poll(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    application.close();
  }
}
