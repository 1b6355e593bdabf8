import { setTimeout as sleep } from "node:timers/promises";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import type { WatchEventsRequestSchema } from "#gen/modelwire/event/v1/event_service_pb.js";
import type { Modelwire } from "./connect.ts";
import { retryAfterMs } from "./errors.ts";
import { isLoss } from "./loss.ts";

const CHECKPOINT_MS = 10_000;
/** A connection that is silent for so long has died without a word. */
const SILENCE_MS = 3 * CHECKPOINT_MS;
const RETRY_MS = 1000;

/** From where to watch, and what. */
export type WatchRequest = Pick<
  MessageInitShape<typeof WatchEventsRequestSchema>,
  "cursor" | "startTime" | "filter"
>;

/** How {@link watchEvents} tells of itself. */
export interface WatchOptions {
  /** Ends the watching. */
  signal?: AbortSignal;
  /** Is told, once, that the server watches. */
  onWatching?: () => void;
  /** Is told that the connection was lost, or not to be had, and why, before it is tried again. */
  onLost?: (error: ConnectError) => void;
  /** Is told that the server answers again. */
  onFoundAgain?: () => void;
}

/** An event, and its place in the log. */
export interface WatchedEvent {
  event: Event;
  /** What goes on after it: keep it once the event is dealt with. */
  cursor: string;
}

/**
 * Gives events as they come, until `signal` is aborted. Where the connection is lost it goes on
 * after the last event that was taken, as soon as the server answers again; not before the time
 * that the server asks for, also to begin with.
 *
 * @throws ConnectError where the server refuses, or is not there to begin with
 */
export async function* watchEvents(
  { events }: Pick<Modelwire, "events">,
  request: WatchRequest = {},
  options: WatchOptions = {},
): AsyncGenerator<WatchedEvent> {
  const { signal = new AbortController().signal, onWatching, onLost, onFoundAgain } = options;
  let next = request;
  let connected = false;
  let away = false;
  while (!signal.aborted) {
    let askedMs: number | undefined;
    try {
      for await (const { cursor, event } of receive(events, next, signal)) {
        if (!connected) onWatching?.();
        if (away) onFoundAgain?.();
        connected = true;
        away = false;
        if (event) yield { event, cursor };
        // Now that it was taken. A cursor takes the place of a time to begin at.
        next = { ...(request.filter && { filter: request.filter }), cursor };
      }
    } catch (error) {
      if (signal.aborted) return;
      askedMs = retryAfterMs(error);
      if (askedMs === undefined && !(connected && isLoss(error))) throw error;
      if (!away) onLost?.(ConnectError.from(error));
      away = true;
    }
    await sleep(Math.max(askedMs ?? 0, RETRY_MS), undefined, { signal }).catch(() => {});
  }
}

/** Watches over one connection, which ends where it is silent for too long. */
async function* receive(events: Modelwire["events"], request: WatchRequest, signal: AbortSignal) {
  const ended = new AbortController();
  const silent = () => ended.abort(new ConnectError("it is silent", Code.Unavailable));
  let timer = setTimeout(silent, SILENCE_MS);
  const call = { ...request, checkpointInterval: durationFromMs(CHECKPOINT_MS) };
  // A watch has no end to wait for.
  const options = { timeoutMs: 0, signal: AbortSignal.any([signal, ended.signal]) };
  try {
    for await (const message of events.watchEvents(call, options)) {
      clearTimeout(timer);
      let goesOn = false;
      try {
        yield message;
        goesOn = true;
      } finally {
        // To stop to take messages does not end the request.
        if (!goesOn) ended.abort();
      }
      timer = setTimeout(silent, SILENCE_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}
