import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type EventService,
  ListEventsResponseSchema,
} from "#gen/modelwire/event/v1/event_service_pb.js";
import { writeCursor } from "../event/cursor.ts";
import { findPlace, readLogPage } from "../event/log.ts";
import { readQuery } from "../event/query.ts";
import { encodedField, isBinaryAnswer } from "./encoded-field.ts";
import type { EventContext } from "./event-context.ts";
import { readTime } from "./list-filters.ts";
import { readPageSize } from "./page.ts";

/** Creates the handler of EventService.ListEvents. */
export function createListEvents({
  store,
  hub,
}: EventContext): ServiceImpl<typeof EventService>["listEvents"] {
  return async (request, { requestHeader }) => {
    const size = readPageSize(request.pageSize);
    const query = readQuery(request.filter);
    const startTimeMs = readTime(request.startTime, "start_time");
    const log = await hub.look();
    const { cursor } = request;
    const start = { cursor, startTimeMs, otherwise: log.expiredPosition };
    const place = await findPlace(store, log, start);
    const page = await readLogPage(store, log, place, query, size);
    const answer = create(ListEventsResponseSchema, {
      nextCursor: writeCursor(log.logId, page.place),
      atEnd: page.atEnd,
    });
    if (isBinaryAnswer(requestHeader)) {
      answer.$unknown = page.events.map(({ row }) => encodedField(1, row.event));
    } else {
      answer.events = page.events.map(({ event }) => event);
    }
    return answer;
  };
}
