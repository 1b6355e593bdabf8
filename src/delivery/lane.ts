import type { Logger } from "pino";
import { claimDeliveries } from "../store/claim-deliveries.ts";
import type { DeliveryRow } from "../store/deliveries.ts";
import type { DeliveryBody } from "../store/delivery-bodies.ts";
import { findEndpoint } from "../store/endpoint-health.ts";
import { type AttemptOutcome, skipDelivery } from "../store/record-attempts.ts";
import type { Store } from "../store/store.ts";
import { judge } from "./judge.ts";
import type { Leases } from "./leases.ts";
import { createPrefetch } from "./prefetch.ts";
import type { Recorder } from "./recorder.ts";
import type { WebhookSender } from "./sender.ts";
import { type DeliveryTarget, targetOf } from "./target.ts";
import type { Vault } from "./vault.ts";

/** So many are claimed at a time: what is claimed here, no other replica sends. */
const BATCH = 128;
const AT_ONCE = 8;
/** Of an endpoint that has failed so often in a row, only a few deliveries are tried at once. */
const FAILURES_TO_SLOW_DOWN = 8;
const AT_ONCE_WHILE_FAILING = 2;
/** Beyond so many of all endpoints, each has one at once: none ever waits for another's. */
const AT_ONCE_IN_ALL = 512;
/** Attempts that are not recorded yet, when the database is slower than the endpoint. */
const MOST_UNRECORDED = 256;
/** After a claim that found little, the next waits for so many times as long as it took. */
const CLAIM_PAUSES = 3;
const MOST_CLAIM_PAUSE_MS = 20;
/** How long an endpoint is left alone after a fault of ours. */
const SERVER_FAULT_PAUSE_MS = 1000;

/** What sending to an endpoint needs. */
export interface LaneContext {
  store: Store;
  sender: WebhookSender;
  log: Logger;
  vault: Vault;
  leases: Leases;
  recorder: Recorder;
  /** What all lanes together have under way. */
  total: { underWay: number };
}

/** Sends what is due to one endpoint; what others do, fast or slow, is no concern of it. */
export interface Lane {
  /** Says that something is due. */
  poke(): void;
  /** Begins nothing more, and gives back what was claimed; what is being sent goes on. */
  close(): Promise<void>;
  /** Settles when nothing is under way or to be recorded. */
  settled(): Promise<void>;
}

interface Run {
  target: DeliveryTarget;
  /** Whether others of their registered models wait for them. */
  ordered: boolean;
  /** To be sent one after the other. */
  rows: DeliveryRow[];
}

/** Opens the lane of an endpoint. */
export function openLane(context: LaneContext, endpointId: string): Lane {
  const { leases, log, total } = context;
  const prefetch = createPrefetch(context.store);
  const tasks = new Set<Promise<unknown>>();
  const runs: Run[] = [];
  let underWay = 0;
  let unrecorded = 0;
  // Of this worker; where it has made no attempt yet, what the database says.
  let failures: number | undefined;
  let pausedUntil = 0;
  let due = false;
  let claiming = false;
  let mayClaimAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const isFailing = () => (failures ?? 0) >= FAILURES_TO_SLOW_DOWN;
  const atOnce = () => (isFailing() ? AT_ONCE_WHILE_FAILING : AT_ONCE);
  const mayStart = () =>
    !closed &&
    underWay < atOnce() &&
    unrecorded < MOST_UNRECORDED &&
    (underWay === 0 || total.underWay < AT_ONCE_IN_ALL) &&
    performance.now() >= pausedUntil;

  function watch(work: Promise<unknown>): void {
    const task = work
      .catch((error) => log.error({ err: error, endpoint_id: endpointId }, "while delivering"))
      .finally(() => tasks.delete(task));
    tasks.add(task);
  }

  function pump(): void {
    while (runs.length > 0 && mayStart()) {
      const run = runs.shift();
      if (run) watch(send(run));
    }
    if (!due || claiming || runs.length > atOnce() || !mayStart()) return;
    const waitMs = mayClaimAt - performance.now();
    if (waitMs <= 0) watch(claim());
    else timer ??= setTimeout(pumpLater, waitMs);
  }

  function pumpLater(): void {
    timer = undefined;
    pump();
  }

  async function claim(): Promise<void> {
    claiming = true;
    due = false;
    try {
      if (runs.length === 0) prefetch.clear();
      const endpoint = await findEndpoint(context.store.db, endpointId);
      if (endpoint?.state !== "ENABLED" || closed) return;
      const target = targetOf(endpoint, context.vault, Date.now());
      failures ??= endpoint.consecutive_failures;
      const ordered = endpoint.ordered === 1;
      const began = performance.now();
      const end = leases.next();
      const limit = isFailing() ? AT_ONCE_WHILE_FAILING : BATCH;
      const claimed = await claimDeliveries(context.store, {
        endpointId,
        ordered,
        now: Date.now(),
        leaseUntil: end.wallMs,
        limit,
      });
      const rows = claimed.flat();
      leases.hold(rows, end);
      if (closed) return await leases.giveBack(rows);
      runs.push(...claimed.map((run) => ({ target, ordered, rows: run })));
      if (rows.length >= limit) due = true;
      else {
        // Where events come one by one, a few of them are a claim: a commit is not for nothing.
        const now = performance.now();
        mayClaimAt = now + Math.min((now - began) * CLAIM_PAUSES, MOST_CLAIM_PAUSE_MS);
      }
    } catch (error) {
      // The poll comes back to it.
      log.warn({ err: error, endpoint_id: endpointId }, "deliveries could not be claimed");
    } finally {
      claiming = false;
      pump();
    }
  }

  async function send({ target, rows, ordered }: Run): Promise<void> {
    underWay++;
    total.underWay++;
    let free = () => {
      underWay--;
      total.underWay--;
      free = () => {};
    };
    const rest = [...rows];
    try {
      for (let row = rest[0]; row; row = rest[0]) {
        const body = await prefetch.take(row, target.bodyName, () => [...rest, ...waiting(target)]);
        if (closed || !leases.isHeld(row)) break;
        rest.shift();
        const outcome = body ? await attempt(target, row, body) : undefined;
        if (!body) await skip(row, target);
        else if (!outcome) break;
        else {
          const recorded = record(row, outcome, rest.length > 0);
          // The next of a run waits for the commit: else what is sent again after a crash would
          // come after what follows it. Behind the last, nothing has to wait.
          if (rest.length === 0) {
            free();
            pump();
          }
          if (!(await recorded) || outcome.state === "PENDING") break;
        }
      }
    } finally {
      free();
      if (rest.length > 0) await leases.giveBack(rest);
      // What came in behind a run of an ordered endpoint could not be claimed before its end.
      due ||= ordered;
      pump();
    }
  }

  const waiting = (target: DeliveryTarget) =>
    runs.filter((run) => run.target === target).flatMap((run) => run.rows);

  /** Makes an attempt; undefined where the delivery was lost to another worker meanwhile. */
  async function attempt(
    { url, format, secrets }: DeliveryTarget,
    row: DeliveryRow,
    body: DeliveryBody,
  ): Promise<AttemptOutcome | undefined> {
    const signal = leases.signalOf(row);
    if (!signal) return undefined;
    const request = { url, format, secrets, id: row.event_id, ...body };
    const mayBegin = () => leases.isHeld(row);
    const result = await context.sender.send(request, { signal, mayBegin });
    if (signal.aborted || result.unsent) {
      leases.forget(row);
      return undefined;
    }
    failures = result.error === undefined ? 0 : (failures ?? 0) + 1;
    if (result.serverFault) {
      pausedUntil = performance.now() + SERVER_FAULT_PAUSE_MS;
      setTimeout(pump, SERVER_FAULT_PAUSE_MS + 1).unref();
    }
    return judge(row, result);
  }

  async function record(
    row: DeliveryRow,
    outcome: AttemptOutcome,
    isAwaited: boolean,
  ): Promise<boolean> {
    unrecorded++;
    try {
      const recorded = await context.recorder.record({ delivery: row, outcome }, isAwaited);
      log.info(
        {
          delivery_id: row.delivery_id,
          endpoint_id: endpointId,
          event_id: row.event_id,
          attempt: row.attempt_count + 1,
          status: outcome.status,
          error: outcome.error,
          latency_ms: outcome.latencyMs,
          state: recorded ? outcome.state : "TAKEN_OVER",
        },
        "delivery attempt",
      );
      return recorded;
    } finally {
      unrecorded--;
    }
  }

  async function skip(row: DeliveryRow, { bodyName }: DeliveryTarget): Promise<void> {
    const reason = `no body of ${bodyName} was written for this event`;
    await leases.alone(() => skipDelivery(context.store, row, reason));
    leases.forget(row);
  }

  return {
    poke() {
      due = true;
      pump();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const rows = runs.splice(0).flatMap((run) => run.rows);
      await leases.giveBack(rows);
    },
    async settled() {
      while (tasks.size > 0) await Promise.all(tasks);
    },
  };
}
