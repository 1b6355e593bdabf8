import { setTimeout as sleep } from "node:timers/promises";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import type { WatchEventsRequestSchema } from "#gen/modelwire/event/v1/event_service_pb.js";
import type { Clients } from "./client.ts";
import { reasonOf, retryAfterMs } from "./error.ts";
import { note, plain } from "./output.ts";

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
  signal: AbortSignal;
  /** Is told, once, that the server watches. */
  onWatching?: () => void;
}

/**
 * Gives events as they come, until `signal` is aborted. Where the connection is lost it goes on
 * after the last event that was taken, as soon as the server answers again, and says so.
 *
 * @throws ConnectError where the server refuses, or is not there to begin with
 */
export async function* watchEvents(
  events: Clients["events"],
  request: WatchRequest,
  { signal, onWatching = () => {} }: WatchOptions,
): AsyncGenerator<Event> {
  let next = request;
  let connected = false;
  let away = false;
  while (!signal.aborted) {
    try {
      for await (const { cursor, event } of receive(events, next, signal)) {
        if (!connected) onWatching();
        if (away) note("connected again");
        connected = true;
        away = false;
        if (event) yield event;
        // Now that it was taken. A cursor takes the place of a time to begin at.
        next = { ...(request.filter && { filter: request.filter }), cursor };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!connected || !isLoss(error)) throw error;
      if (!away)
        note(`lost the server: ${plain(ConnectError.from(error).rawMessage)}; trying again`);
      away = true;
    }
    await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
  }
}

/** Watches over one connection, which ends where it is silent for too long. */
async function* receive(events: Clients["events"], request: WatchRequest, signal: AbortSignal) {
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

/** Tells a loss of the connection, or of the server behind it, from a refusal. */
function isLoss(error: unknown): boolean {
  return reasonOf(error) === undefined || retryAfterMs(error) !== undefined;
}
