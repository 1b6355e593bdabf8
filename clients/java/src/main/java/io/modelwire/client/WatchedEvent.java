package io.modelwire.client;

import io.modelwire.event.v1.Event;

/**
 * An event of a watch.
 *
 * @param cursor place in the log after the event: who keeps it once the event is dealt with goes on
 *     after it and misses nothing
 * @param event the event
 */
public record WatchedEvent(String cursor, Event event) {}
