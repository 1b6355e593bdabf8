import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import type { LogState } from "../store/event-log.ts";
import { expiredPosition, placeBefore, readPlacedEvents } from "../store/event-reads.ts";
import type { Store } from "../store/store.ts";
import { type Place, readCursor, writeCursor } from "./cursor.ts";
import { type EventQuery, LogEvent } from "./query.ts";
import { lookAt } from "./wanted.ts";

/** Far below what clients take by default, 4 MiB. */
const MOST_BYTES = 1024 ** 2;

/** From where a request reads the log. */
export interface Start {
  /** Empty where there is none. */
  cursor: string;
  /** Milliseconds since 1970. */
  startTimeMs: number | undefined;
  /** The place where neither is given. */
  otherwise: number;
}

/**
 * Finds the place after which a request reads the log.
 *
 * @throws ModelwireError INVALID_FIELD, CURSOR_EXPIRED
 */
export async function findPlace(store: Store, log: LogState, start: Start): Promise<Place> {
  const { cursor, startTimeMs } = start;
  if (cursor === "") {
    const before = startTimeMs === undefined ? undefined : await placeBefore(store, startTimeMs);
    const otherwise = startTimeMs === undefined ? start.otherwise : log.lastPosition;
    return { position: before ?? otherwise, createdFrom: startTimeMs };
  }
  if (startTimeMs !== undefined) throw invalidField("start_time", "expected only without a cursor");
  const known = readCursor(cursor);
  if (!known) throw invalidField("cursor", "expected a cursor of an answer, or none");
  if (known.logId !== log.logId || known.place.position > log.lastPosition) {
    throw invalidField("cursor", "expected a cursor of this log; it is of another database");
  }
  if (known.place.position < log.expiredPosition) throw cursorExpired(log, known.place);
  return known.place;
}

/** What comes after a place in the log. */
export interface LogPage {
  events: LogEvent[];
  /** Up to where was looked. */
  place: Place;
  /** Whether nothing comes after it. */
  atEnd: boolean;
}

/**
 * Looks at so many events after a place, of those that a query's model and types leave, and gives
 * those that it wants. It looks at fewer where they come to 1 MiB, or the expression takes long.
 *
 * @throws ModelwireError CURSOR_EXPIRED where they were removed meanwhile
 */
export async function readLogPage(
  store: Store,
  log: LogState,
  place: Place,
  query: EventQuery,
  limit: number,
): Promise<LogPage> {
  const range = {
    ...{ after: place.position, until: log.lastPosition },
    ...{ limit, mostBytes: MOST_BYTES },
  };
  const conditions = { ...query, createdFrom: place.createdFrom };
  const { rows, isAll } = await readPlacedEvents(store, conditions, range);
  // Afterwards: what was removed before it was read is told here.
  const expired = await expiredPosition(store);
  if (expired > place.position) throw cursorExpired({ ...log, expiredPosition: expired }, place);
  const looked = lookAt(
    query,
    rows.map((row) => new LogEvent(row)),
  );
  const atEnd = isAll && looked.isAll;
  const position = atEnd ? log.lastPosition : (looked.last?.row.position ?? place.position);
  return { events: looked.wanted, place: { ...place, position }, atEnd };
}

function cursorExpired(log: LogState, { createdFrom }: Place): ModelwireError {
  return new ModelwireError(
    ErrorReason.CURSOR_EXPIRED,
    "events that come after the cursor are not kept any more",
    {
      metadata: {
        oldest_cursor: writeCursor(log.logId, { position: log.expiredPosition, createdFrom }),
      },
    },
  );
}
