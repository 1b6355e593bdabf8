import type { LogState } from "../store/event-log.ts";
import { readPlacedEvents } from "../store/event-reads.ts";
import type { Store } from "../store/store.ts";
import { LogEvent } from "./query.ts";

const MOST = 1000;
const MOST_BYTES = 8 * 1024 ** 2;

const any = { modelName: undefined, types: [], createdFrom: undefined };

/** The end of the log, in memory, so that those who watch it there need not read it each. */
export interface RecentEvents {
  /** Reads up to where the log goes now; where nobody wants it, it forgets what it has. */
  extend(log: LogState, wanted: boolean): Promise<void>;
  /** Gives all events after a place; undefined where it has not got them all. */
  after(position: number): readonly LogEvent[] | undefined;
}

/** Creates the memory of recent events, which holds a thousand of them or 8 MiB. */
export function createRecentEvents(store: Store): RecentEvents {
  let events: LogEvent[] = [];
  let last = 0;

  return {
    async extend({ lastPosition }, wanted) {
      if (!wanted) events = [];
      if (wanted && lastPosition > last) {
        const after = Math.max(last, lastPosition - MOST);
        const range = { after, until: lastPosition, limit: MOST, mostBytes: MOST_BYTES };
        const { rows, isAll } = await readPlacedEvents(store, any, range);
        // Where some between were passed over, or removed already, it begins anew.
        const goesOn = rows[0]?.position === (events.at(-1)?.row.position ?? 0) + 1;
        const added = rows.map((row) => new LogEvent(row));
        // Where it is too much at once, each watcher reads it for itself.
        events = isAll ? withinBytes(goesOn ? [...events, ...added] : added) : [];
      }
      last = lastPosition;
    },
    after(position) {
      const [first] = events;
      if (!first || first.row.position > position + 1) return undefined;
      return events.slice(position + 1 - first.row.position);
    },
  };
}

/** Takes the newest events that are not too many and not too large together. */
function withinBytes(events: LogEvent[]): LogEvent[] {
  let bytes = 0;
  let begin = events.length;
  while (begin > Math.max(0, events.length - MOST)) {
    bytes += events[begin - 1]?.row.event.byteLength ?? 0;
    if (bytes > MOST_BYTES) break;
    begin -= 1;
  }
  return events.slice(begin);
}
