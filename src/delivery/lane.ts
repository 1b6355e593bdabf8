import type { Logger } from "pino";
import { type ClaimedDelivery, claimDeliveries } from "../store/claim-deliveries.ts";
import type { DeliveryBody } from "../store/delivery-bodies.ts";
import { type AttemptOutcome, skipDelivery } from "../store/record-attempts.ts";
import type { Store } from "../store/store.ts";
import { traceIdOf } from "../tracing.ts";
import { logAttempt } from "./attempt-log.ts";
import { createCurrentTarget } from "./current-target.ts";
import { createFaultPause } from "./fault-pause.ts";
import { judge } from "./judge.ts";
import type { Leases } from "./leases.ts";
import { traceOf } from "./observed-sender.ts";
import { type DeliveryObserver, unobserved } from "./observer.ts";
import { createPrefetch } from "./prefetch.ts";
import type { Recorder } from "./recorder.ts";
import type { WebhookSender } from "./sender.ts";
import type { DeliveryTarget } from "./target.ts";
import type { Vault } from "./vault.ts";

/** So many are claimed at a time: what is claimed here, no other replica sends. */
const BATCH = 128;
/** And so many, by and by, where a claim is used up soon. */
const MOST_BATCH = 512;
const SOON_MS = 250;
const AT_ONCE = 8;
/** Of an endpoint that has failed so often in a row, only a few deliveries are tried at once. */
const FAILURES_TO_SLOW_DOWN = 8;
const AT_ONCE_WHILE_FAILING = 2;
/** Beyond so many of all endpoints, each has one at once: none ever waits for another's. */
const AT_ONCE_IN_ALL = 512;
/** Attempts that are not recorded yet, when the database is slower than the endpoint. */
const MOST_UNRECORDED = 1024;
/** After a claim that found little, the next waits for so many times as long as it took. */
const CLAIM_PAUSES = 3;
const MOST_CLAIM_PAUSE_MS = 20;
/** And while it fails: each of its small claims is a commit, which others wait for on SQLite. */
const CLAIM_PAUSE_WHILE_FAILING_MS = 50;

/** What sending to an endpoint needs. */
export interface LaneContext {
  store: Store;
  sender: WebhookSender;
  log: Logger;
  vault: Vault;
  leases: Leases;
  recorder: Recorder;
  observer?: DeliveryObserver;
  /** What all lanes together have under way. */
  total: { underWay: number };
}

/** Sends what is due to one endpoint; what others do, fast or slow, is no concern of it. */
export interface Lane {
  /** Says that something is due. */
  poke(): void;
  /** Says that the endpoint may have changed: what is begun from now on goes by what it is then. */
  expire(): void;
  /** Begins nothing more, and gives back what was claimed; what is being sent goes on. */
  close(): Promise<void>;
  /** Settles when nothing is under way or to be recorded. */
  settled(): Promise<void>;
}

interface Run {
  /** Whether others of their registered models wait for them. */
  ordered: boolean;
  /** To be sent one after the other. */
  rows: ClaimedDelivery[];
}

/** Opens the lane of an endpoint. */
export function openLane(context: LaneContext, endpointId: string): Lane {
  const { leases, log, total, observer = unobserved } = context;
  const prefetch = createPrefetch(context.store);
  const current = createCurrentTarget(context, endpointId);
  const tasks = new Set<Promise<unknown>>();
  const runs: Run[] = [];
  let underWay = 0;
  let unrecorded = 0;
  // Of this worker; where it has made no attempt yet, what the database says.
  let failures: number | undefined;
  const faultPause = createFaultPause(() => pump());
  let due = false;
  let claiming = false;
  let mayClaimAt = 0;
  let batch = BATCH;
  let claimedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const isFailing = () => (failures ?? 0) >= FAILURES_TO_SLOW_DOWN;
  const atOnce = () => (isFailing() ? AT_ONCE_WHILE_FAILING : AT_ONCE);
  // While so many are left, there is enough to send during the next claim.
  const claimAt = () => (isFailing() ? AT_ONCE_WHILE_FAILING : batch / 4);
  const mayStart = () =>
    !closed &&
    underWay < atOnce() &&
    unrecorded < MOST_UNRECORDED &&
    (underWay === 0 || total.underWay < AT_ONCE_IN_ALL) &&
    faultPause.isOver();

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
    if (!due || claiming || runs.length > claimAt() || !mayStart()) return;
    const waitMs = mayClaimAt - performance.now();
    if (waitMs <= 0) watch(claim());
    else timer ??= setTimeout(pumpLater, waitMs);
  }

  function pumpLater(): void {
    timer = undefined;
    pump();
  }

  function giveBackRuns(): Promise<void> {
    return leases.giveBack(runs.splice(0).flatMap((run) => run.rows));
  }

  async function claim(): Promise<void> {
    claiming = true;
    due = false;
    try {
      if (runs.length === 0) prefetch.clear();
      const target = await current.get();
      if (!target || closed) return;
      failures ??= target.failures;
      const { ordered } = target;
      const began = performance.now();
      const end = leases.next();
      batch = began - claimedAt < SOON_MS ? Math.min(batch * 2, MOST_BATCH) : BATCH;
      claimedAt = began;
      const limit = isFailing() ? AT_ONCE_WHILE_FAILING : batch;
      const claimed = await claimDeliveries(context.store, {
        endpointId,
        ordered,
        now: Date.now(),
        leaseUntil: end.wallMs,
        limit,
      });
      const rows = claimed.flat();
      leases.hold(rows, end);
      if (closed || !faultPause.isOver()) {
        due ||= rows.length > 0;
        return await leases.giveBack(rows);
      }
      runs.push(...claimed.map((run) => ({ ordered, rows: run })));
      const isFull = rows.length >= limit;
      due ||= isFull;
      if (!isFull) claimedAt = Number.NEGATIVE_INFINITY;
      const now = performance.now();
      if (isFailing()) mayClaimAt = now + CLAIM_PAUSE_WHILE_FAILING_MS;
      else if (!isFull) {
        // Where events come one by one, a few of them are a claim: a commit is not for nothing.
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

  async function send({ rows, ordered }: Run): Promise<void> {
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
        const target = await current.get();
        if (target?.ordered !== ordered) {
          // Nothing is to be sent any more, or not as it was claimed.
          due ||= target !== undefined;
          await giveBackRuns();
          break;
        }
        const later = () => [...rest.filter((one) => one !== row), ...waiting()];
        const body = await prefetch.take(row, target.bodyName, later);
        if (closed || !leases.isHeld(row)) break;
        const outcome = body ? await attempt(target, row, body) : undefined;
        if (body && !outcome) {
          due = true;
          break;
        }
        rest.shift();
        if (!outcome) await skip(row, target);
        else {
          const traceId = body && traceIdOf(traceOf({ format: target.format, ...body }));
          const recorded = record(row, outcome, rest.length > 0, traceId);
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

  const waiting = () => runs.flatMap((run) => run.rows);

  /** Makes an attempt; undefined where it was not to be begun any more, or its outcome is not wanted. */
  async function attempt(
    target: DeliveryTarget,
    row: ClaimedDelivery,
    body: DeliveryBody,
  ): Promise<AttemptOutcome | undefined> {
    const lease = leases.leaseOf(row);
    if (!lease) return undefined;
    const { url, format, secrets } = target;
    const { delivery_id: deliveryId, attempt_count: attempts } = row;
    const delivery = { deliveryId, endpointId, attempt: attempts + 1 };
    const request = { url, format, secrets, id: row.event_id, delivery, ...body };
    const mayBegin = () => lease.mayBegin() && current.isCurrent(target);
    const result = await context.sender.send(request, { ...lease, mayBegin });
    if (lease.isLost()) leases.forget(row);
    if (lease.isLost() || result.unsent) return undefined;
    failures = result.error === undefined ? 0 : (failures ?? 0) + 1;
    if (result.serverFault) leaveAlone();
    else faultPause.forget();
    return judge(row, result);
  }

  /** Leaves the endpoint to other replicas for a while: the fault may be of this one alone. */
  function leaveAlone(): void {
    faultPause.begin();
    due = true;
    watch(giveBackRuns());
  }

  async function record(
    row: ClaimedDelivery,
    outcome: AttemptOutcome,
    isAwaited: boolean,
    traceId: string | undefined,
  ): Promise<boolean> {
    unrecorded++;
    try {
      const recorded = await context.recorder.record({ delivery: row, outcome }, isAwaited);
      if (recorded && outcome.state !== "PENDING") observer.ended(outcome.state);
      logAttempt(log, { row, outcome, recorded, traceId });
      return recorded;
    } finally {
      unrecorded--;
    }
  }

  async function skip(row: ClaimedDelivery, { bodyName }: DeliveryTarget): Promise<void> {
    const reason = `no body of ${bodyName} was written for this event`;
    await leases.alone(() => skipDelivery(context.store, row, reason));
    leases.forget(row);
    observer.ended("SKIPPED");
  }

  return {
    poke() {
      due = true;
      pump();
    },
    expire: current.expire,
    async close() {
      closed = true;
      clearTimeout(timer);
      await giveBackRuns();
    },
    async settled() {
      while (tasks.size > 0) await Promise.all(tasks);
    },
  };
}
