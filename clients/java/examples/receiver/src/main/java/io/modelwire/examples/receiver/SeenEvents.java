package io.modelwire.examples.receiver;

import io.modelwire.event.v1.Event;
import java.util.LinkedHashSet;

/**
 * Remembers the latest events. It forgets them at a restart: where that matters, keep the ids in
 * your database, in the transaction of what you do for an event.
 */
final class SeenEvents {
  private static final int MAX_IDS = 100_000;

  private final LinkedHashSet<String> ids = new LinkedHashSet<>();

  /** Handles an event that was not handled before; where the handler throws, it was not. */
  synchronized void handleOnce(Event event, EventHandler handler) {
    if (ids.contains(event.getEventId())) return;
    handler.handle(event);
    ids.add(event.getEventId());
    if (ids.size() > MAX_IDS) ids.remove(ids.iterator().next());
  }
}
