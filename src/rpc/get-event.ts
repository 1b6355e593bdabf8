import { create, fromBinary } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import {
  type EventService,
  GetEventResponseSchema,
} from "#gen/modelwire/event/v1/event_service_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { wrongId } from "../event/ids.ts";
import { findEvent } from "../store/event-reads.ts";
import { encodedField, isBinaryAnswer } from "./encoded-field.ts";
import type { EventContext } from "./event-context.ts";

/** Creates the handler of EventService.GetEvent. */
export function createGetEvent({
  store,
}: Pick<EventContext, "store">): ServiceImpl<typeof EventService>["getEvent"] {
  return async ({ eventId }, { requestHeader }) => {
    const wrong = wrongId("evt", eventId);
    if (wrong) throw invalidField("event_id", wrong);
    const bytes = await findEvent(store.db, eventId);
    if (!bytes) {
      throw new ModelwireError(ErrorReason.EVENT_NOT_FOUND, `there is no event ${eventId}`, {
        resource: { type: "event", name: eventId },
      });
    }
    const answer = create(GetEventResponseSchema);
    if (isBinaryAnswer(requestHeader)) answer.$unknown = [encodedField(1, bytes)];
    else answer.event = fromBinary(EventSchema, bytes);
    return answer;
  };
}
