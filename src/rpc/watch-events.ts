import { create } from "@bufbuild/protobuf";
import { type Duration, durationMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type EventService,
  WatchEventsResponseSchema,
} from "#gen/modelwire/event/v1/event_service_pb.js";
import { invalidField } from "../error.ts";
import { writeCursor } from "../event/cursor.ts";
import { findPlace } from "../event/log.ts";
import { readQuery } from "../event/query.ts";
import { watchEvents } from "../event/watch.ts";
import { encodedField, isBinaryAnswer } from "./encoded-field.ts";
import type { EventContext } from "./event-context.ts";
import { readTime } from "./list-filters.ts";

const DEFAULT_CHECKPOINT_MS = 15_000;
const SHORTEST_CHECKPOINT_MS = 1000;
const LONGEST_CHECKPOINT_MS = 600_000;

/** Creates the handler of EventService.WatchEvents. */
export function createWatchEvents({
  store,
  hub,
}: EventContext): ServiceImpl<typeof EventService>["watchEvents"] {
  return async function* (request, { requestHeader, signal }) {
    const query = readQuery(request.filter);
    const startTimeMs = readTime(request.startTime, "start_time");
    const checkpointMs = readInterval(request.checkpointInterval);
    const log = await hub.look();
    const { cursor } = request;
    const start = { cursor, startTimeMs, otherwise: log.lastPosition };
    const place = await findPlace(store, log, start);
    const binary = isBinaryAnswer(requestHeader);
    for await (const one of watchEvents(hub, { place, query, checkpointMs }, signal)) {
      const answer = create(WatchEventsResponseSchema, {
        cursor: writeCursor(log.logId, one.place),
      });
      if (one.event && binary) answer.$unknown = [encodedField(2, one.event.row.event)];
      else if (one.event) answer.event = one.event.event;
      yield answer;
    }
  };
}

function readInterval(interval: Duration | undefined): number {
  if (interval === undefined) return DEFAULT_CHECKPOINT_MS;
  const ms = durationMs(interval);
  if (ms >= SHORTEST_CHECKPOINT_MS && ms <= LONGEST_CHECKPOINT_MS) return ms;
  throw invalidField("checkpoint_interval", "expected 1 second to 10 minutes");
}
