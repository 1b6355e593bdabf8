import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import {
  type EndedAttempt,
  type EndpointChange,
  type RecordedAttempts,
  recordAttempts,
} from "../store/record-attempts.ts";
import type { Store } from "../store/store.ts";
import type { Leases } from "./leases.ts";

/** So many are worth a commit of their own. */
const BATCH = 512;
/** How long the first of a batch waits for others, at least and at most. */
const GATHER_MS = [3, 50] as const;
/** A batch gathers for so many times as long as the commit before took: SQLite's stops this thread. */
const GATHER_COMMITS = 8;
/** Waits between the tries to record, while the database cannot be used. */
const RETRY_MS = [100, 200, 400, 800, 1600];

/** Records attempts, many in one transaction. */
export interface Recorder {
  /**
   * Records an attempt; false where its delivery is another's by now, or is gone. It rejects where
   * the database cannot be used: the delivery is sent once more then.
   *
   * @param isAwaited whether something cannot go on before: then it gathers others for the least time
   */
  record(attempt: EndedAttempt, isAwaited: boolean): Promise<boolean>;
}

/** What recording attempts needs. */
export interface RecorderContext {
  store: Store;
  log: Logger;
  leases: Leases;
  disableAfterMs: number;
  /** Called after an endpoint was disabled. */
  onDisabled: () => void;
}

interface Waiting {
  attempt: EndedAttempt;
  resolve: (recorded: boolean) => void;
  reject: (error: unknown) => void;
}

/** Creates what records attempts: what has ended meanwhile is one commit. */
export function createRecorder(context: RecorderContext): Recorder {
  const { leases, log } = context;
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let urgent = false;
  let lastCommitMs = 0;

  function gather(): void {
    const [least, most] = GATHER_MS;
    const waitMs = urgent ? least : Math.min(Math.max(least, GATHER_COMMITS * lastCommitMs), most);
    timer ??= setTimeout(flush, waitMs);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (busy) return;
    busy = true;
    urgent = false;
    try {
      while (waiting.length > 0) {
        const batch = waiting.splice(0, BATCH);
        await leases.alone(() => commit(batch));
        if (waiting.length < BATCH && waiting.length > 0 && !urgent) break;
      }
    } finally {
      busy = false;
    }
    if (waiting.length > 0) gather();
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const began = performance.now();
      const { recorded, changes } = await tryToRecord(batch.map((one) => one.attempt));
      lastCommitMs = performance.now() - began;
      for (const { attempt, resolve } of batch) {
        leases.forget(attempt.delivery);
        resolve(recorded.has(attempt.delivery.delivery_id));
      }
      for (const change of changes) tell(change);
    } catch (error) {
      // So that one that cannot be recorded takes no others with it.
      if (batch.length > 1 && !context.store.engine.isUnavailable(error)) {
        for (const one of batch) await commit([one]);
        return;
      }
      for (const { attempt, reject } of batch) {
        leases.forget(attempt.delivery);
        reject(error);
      }
    }
  }

  async function tryToRecord(attempts: readonly EndedAttempt[]): Promise<RecordedAttempts> {
    for (const waitMs of RETRY_MS) {
      try {
        return await recordAttempts(context.store, attempts, context.disableAfterMs);
      } catch (error) {
        if (!context.store.engine.isUnavailable(error)) throw error;
        log.warn({ err: error }, "attempts could not be recorded yet");
        await sleep(waitMs);
      }
    }
    return recordAttempts(context.store, attempts, context.disableAfterMs);
  }

  function tell(change: EndpointChange): void {
    const { endpointId, disabledReason, warnAtPercent, failingSince, lastError } = change;
    const about = {
      endpoint_id: endpointId,
      failing_since: failingSince && new Date(failingSince).toISOString(),
      last_error: lastError,
    };
    if (disabledReason !== undefined) {
      log.warn({ ...about, reason: disabledReason }, "an endpoint was disabled");
      context.onDisabled();
    } else {
      log.warn(
        about,
        `an endpoint has failed for ${warnAtPercent} % of the time after which it is disabled`,
      );
    }
  }

  return {
    record(attempt, isAwaited) {
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      waiting.push({ attempt, resolve, reject });
      if (isAwaited && !urgent) {
        urgent = true;
        clearTimeout(timer);
        timer = undefined;
      }
      if (waiting.length >= BATCH) void flush();
      else gather();
      return promise;
    },
  };
}
