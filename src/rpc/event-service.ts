import type { ServiceImpl } from "@connectrpc/connect";
import type { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import type { EventContext } from "./event-context.ts";
import { createGetEvent } from "./get-event.ts";
import { createListEvents } from "./list-events.ts";
import { createWatchEvents } from "./watch-events.ts";

/** Creates the handlers of EventService. */
export function createEventService(context: EventContext): ServiceImpl<typeof EventService> {
  return {
    getEvent: createGetEvent(context),
    listEvents: createListEvents(context),
    watchEvents: createWatchEvents(context),
  };
}
