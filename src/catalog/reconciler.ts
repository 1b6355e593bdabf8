import { forEachAtOnce } from "../concurrency.ts";
import { messageOf } from "../error.ts";
import { findNamesNotSeenYet } from "../store/catalog-models.ts";
import {
  type CatalogStateRow,
  changeCatalogState,
  claimCatalog,
  countCatalog,
  readCatalogState,
} from "../store/catalog-state.ts";
import { findUnreadVersions } from "../store/catalog-versions.ts";
import { traced } from "../tracing.ts";
import { refreshVersions } from "./compare-versions.ts";
import type { CatalogContext, CatalogLook } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { lookAtChanges } from "./look.ts";
import { refreshModel } from "./refresh-model.ts";
import { sweepStep } from "./sweep.ts";

const LEASE_MS = 15_000;
const POLL_MS = 1000;
const RETRY_MS = 1000;
const PROGRESS_EVERY_MS = 10_000;
const UNREAD_A_STEP = 16;
const UNREAD_AT_ONCE = 4;
const NAMES_A_STEP = 16;
/** How often MLflow is looked at for what changed last, within the time between two sweeps. */
const LOOKS_A_SWEEP = 5;

/**
 * What MLflow is left alone for after a call, as a multiple of what the call took: one that has a
 * single worker must have time for others.
 */
const REST = { firstSight: 1, unread: 1, sweep: 4, look: 19 } as const;

/** What keeps the catalog like MLflow. */
export interface Reconciler {
  /** Stops, and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Starts to look at MLflow again and again, in one process of all that share the database: all of
 * it from time to time, and what was changed last more often.
 *
 * @param intervalMs the least time between the end of a look at everything and the next
 */
export function startReconciler(context: CatalogContext, intervalMs: number): Reconciler {
  const { store, log } = context;
  const due = { at: 0, sweepAt: 0, lookAt: 0, progressAt: 0 };
  let stopped = false;
  let leaseToken: number | undefined;
  let lastError = "";
  /** What is done, and what failed last: only the same can show that it does no more. */
  let doing: CatalogLook["work"] = "sweep";
  let failing: CatalogLook["work"] | undefined;
  /** Whether MLflow was seen to be the one that the catalog is of since it last failed. */
  let isSame = false;
  /** Whether what was not read yet comes before the next page of a sweep. */
  let readsNext = false;
  let wake = () => {};
  const offWake = store.onWake("catalog", () => wake());

  /** Makes this process the one that looks, or finds that it still is; undefined where it is not. */
  async function hold(): Promise<CatalogStateRow | undefined> {
    const now = Date.now();
    const state =
      leaseToken === undefined
        ? await claimCatalog(store.db, now, now + LEASE_MS)
        : await readCatalogState(store.db);
    if (state === undefined || (leaseToken !== undefined && state.lease_token !== leaseToken)) {
      leaseToken = undefined;
      return undefined;
    }
    if (leaseToken === undefined) isSame = false;
    leaseToken = state.lease_token;
    if (state.lease_until - now > LEASE_MS / 2) return state;
    return change({ lease_until: now + LEASE_MS });
  }

  async function change(
    to: Partial<Omit<CatalogStateRow, "id" | "lease_token">>,
  ): Promise<CatalogStateRow | undefined> {
    if (leaseToken === undefined) return undefined;
    const changed = await changeCatalogState(store.db, leaseToken, to);
    if (changed === undefined) leaseToken = undefined;
    return changed;
  }

  /**
   * Refuses to look at another MLflow than the one that the catalog is of: all that is not there
   * would be announced as deleted.
   */
  async function requireSame(state: CatalogStateRow): Promise<void> {
    if (isSame) return;
    const madeAt = (await context.mlflow.experiments.madeAt()) ?? null;
    if (state.mlflow_made_at === null) await change({ mlflow_made_at: madeAt });
    else if (madeAt !== state.mlflow_made_at) {
      throw new Error(
        "MLflow's database is another one than before, so nothing of it is taken over; give Modelwire a database of its own for it (DATABASE_URL), or the MLflow that it was used with",
      );
    }
    isSame = true;
  }

  /** Does the next thing, in a span of its own, and gives how long to leave MLflow alone after it. */
  async function tracedStep(state: CatalogStateRow): Promise<number> {
    const began = performance.now();
    let failed = true;
    try {
      const pauseMs = await traced("reconcile", { parent: "" }, (span) =>
        step(state).finally(() => span.set("modelwire.reconcile.work", doing)),
      );
      failed = false;
      return pauseMs;
    } finally {
      context.onLook?.({ work: doing, failed, durationMs: performance.now() - began });
    }
  }

  /** Does the next thing, and gives how long to leave MLflow alone after it. */
  async function step(state: CatalogStateRow): Promise<number> {
    const began = Date.now();
    await requireSame(state);
    const took = () => Date.now() - began;
    if (state.first_sight_at !== null && began >= due.lookAt) {
      doing = "look";
      const firstSightAt = state.as_of === null ? state.first_sight_at : undefined;
      const lookedUntil = await lookAtChanges(context, state.looked_until, firstSightAt);
      if (lookedUntil > state.looked_until) await change({ looked_until: lookedUntil });
      const restMs = Math.min(took() * REST.look, intervalMs);
      due.lookAt = Date.now() + Math.max(intervalMs / LOOKS_A_SWEEP, restMs);
      return 0;
    }
    // Between the pages of a sweep, which takes long where there is much.
    if (readsNext && state.as_of !== null && !isWanted(state)) {
      readsNext = false;
      if (await readSome(began)) return took() * REST.unread;
    }
    if (state.sweep_started_at !== null) {
      doing = "sweep";
      readsNext = true;
      const next = await change(await sweepStep(context, state));
      if (next?.sweep_started_at === null) {
        due.sweepAt = Date.now() + intervalMs;
        if (state.as_of === null) log.info(await countCatalog(store.db), "MLflow was seen whole");
      } else if (state.as_of === null) await tellProgress();
      if (isWanted(state)) return 0;
      return took() * (state.as_of === null ? REST.firstSight : REST.sweep);
    }
    if (state.as_of === null || isWanted(state) || began >= due.sweepAt) {
      isSame = false;
      const firstSightAt = state.first_sight_at ?? began;
      await change({
        sweep: state.sweep + 1,
        sweep_started_at: began,
        first_sight_at: firstSightAt,
        looked_until: Math.max(state.looked_until, firstSightAt),
      });
      return 0;
    }
    if (await readSome(began)) return took() * REST.unread;
    return Math.min(due.sweepAt, due.lookAt) - began;
  }

  /** Reads some of what the catalog has not read yet; false where there is nothing. */
  async function readSome(now: number): Promise<boolean> {
    doing = "read";
    const names = await findNamesNotSeenYet(store.db, NAMES_A_STEP);
    for (const name of names) {
      await withModelLock(context, name, (lock) => refreshModel(context, lock));
    }
    const unread = await findUnreadVersions(store.db, now, UNREAD_A_STEP);
    await forEachAtOnce(unread, UNREAD_AT_ONCE, ({ name, version }) =>
      refreshVersions(context, name, [String(version)]),
    );
    return unread.length > 0;
  }

  async function tellProgress(): Promise<void> {
    if (Date.now() < due.progressAt) return;
    due.progressAt = Date.now() + PROGRESS_EVERY_MS;
    log.info(await countCatalog(store.db), "seeing MLflow for the first time");
  }

  async function failed(error: unknown): Promise<number> {
    const text = messageOf(error).slice(0, 1000);
    isSame = false;
    if (text !== lastError) log.warn({ err: error }, "MLflow could not be looked at");
    lastError = text;
    failing = doing;
    await change({ last_error: text, failed_at: Date.now() }).catch(() => {});
    return RETRY_MS;
  }

  async function succeeded(state: CatalogStateRow): Promise<void> {
    failing = undefined;
    lastError = "";
    if (state.last_error !== null) await change({ last_error: null });
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      let pauseMs = POLL_MS;
      try {
        const state = await hold();
        // Before a pause is over, the lease alone is kept, unless somebody waits for a sweep.
        if (state && (due.at <= Date.now() || isWanted(state))) {
          due.at = Date.now() + (await tracedStep(state));
          if (failing === undefined || failing === doing) await succeeded(state);
        }
        if (state) pauseMs = due.at - Date.now();
      } catch (error) {
        pauseMs = await failed(error);
        due.at = Date.now() + pauseMs;
      }
      if (stopped || pauseMs <= 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(pauseMs, LEASE_MS / 3));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    await change({ lease_until: 0 }).catch(() => {});
  }

  const running = loop();
  return {
    async stop() {
      stopped = true;
      offWake();
      wake();
      await running;
    },
  };
}

/**
 * Tells whether somebody waits for a sweep that began after they asked for it. Who asked before
 * the last failure was told of that, and waits no more.
 */
function isWanted(state: CatalogStateRow): boolean {
  return state.wanted_at > Math.max(state.as_of ?? 0, state.failed_at ?? 0);
}
