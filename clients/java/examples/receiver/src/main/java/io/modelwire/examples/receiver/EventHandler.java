package io.modelwire.examples.receiver;

import io.modelwire.event.v1.Event;

/** Does what is to be done for an event, once. */
@FunctionalInterface
public interface EventHandler {
  /** Handles an event; where it throws, the event is sent again. */
  void handle(Event event);
}
