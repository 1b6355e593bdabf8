import { type EventQuery, isWanted, type LogEvent } from "./query.ts";

/** So long filters work before everybody else has a turn. */
const MOST_MS = 20;

/** What was looked at of some events. */
export interface Looked {
  /** Those that are wanted. */
  wanted: LogEvent[];
  /** The last that was looked at; undefined where there was none. */
  last: LogEvent | undefined;
  /** Whether all were looked at. */
  isAll: boolean;
}

/**
 * Looks for the events that are wanted: with an expression at as many as there is time for, but one
 * at the least.
 */
export function lookAt(query: EventQuery, events: readonly LogEvent[]): Looked {
  const endsAt = performance.now() + MOST_MS;
  const wanted: LogEvent[] = [];
  for (const [index, one] of events.entries()) {
    if (isWanted(query, one)) wanted.push(one);
    if (query.expression && performance.now() > endsAt) {
      return { wanted, last: one, isAll: index === events.length - 1 };
    }
  }
  return { wanted, last: events.at(-1), isAll: true };
}
