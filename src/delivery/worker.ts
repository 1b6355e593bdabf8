import type { Logger } from "pino";
import { listQueues } from "../store/due-endpoints.ts";
import type { Store } from "../store/store.ts";
import { type Lane, openLane } from "./lane.ts";
import { createLeases } from "./leases.ts";
import type { DeliveryObserver } from "./observer.ts";
import { createRecorder } from "./recorder.ts";
import type { WebhookSender } from "./sender.ts";
import type { Vault } from "./vault.ts";

/** Behind the notices, which can be lost. */
const POLL_MS = 5000;

/** What the delivery worker needs. */
export interface DeliveryContext {
  store: Store;
  sender: WebhookSender;
  log: Logger;
  vault: Vault;
  /** How long a delivery that was claimed is this worker's without a sign of life. */
  leaseMs: number;
  /** After how long without a success an endpoint is disabled; 0: never. */
  disableAfterMs: number;
  observer?: DeliveryObserver;
}

/** A worker that sends what is due. */
export interface DeliveryWorker {
  /**
   * Begins nothing more, and waits for what is being sent, though no longer than a while: what
   * has not ended then is cut off, and is sent again by another worker, or after the next start.
   */
  stop(graceMs: number): Promise<void>;
}

/** Starts the delivery worker. Any number of them, in any number of processes, share a queue. */
export function startDeliveries(context: DeliveryContext): DeliveryWorker {
  const { store, log } = context;
  const leases = createLeases(store, log, context.leaseMs);
  const lanes = new Map<string, Lane>();
  const closing = new Set<Promise<unknown>>();
  const total = { underWay: 0 };
  let stopped = false;
  let woken = false;
  let wake = () => {};
  const ring = () => {
    woken = true;
    wake();
  };
  const offs = [
    store.onWake("deliveries", ring),
    store.onWake("endpoints", () => {
      for (const lane of lanes.values()) lane.expire();
      ring();
    }),
  ];
  const recorder = createRecorder({ ...context, leases, onDisabled: ring });

  function closeLane(id: string, lane: Lane): void {
    lanes.delete(id);
    const closed = lane
      .close()
      .then(() => lane.settled())
      .finally(() => closing.delete(closed));
    closing.add(closed);
  }

  /** Pokes the lanes for which something is due; tells when something falls due next. */
  async function look(): Promise<number> {
    const queues = await listQueues(store.db, Date.now());
    const enabled = new Set(queues.map((queue) => queue.endpointId));
    for (const [id, lane] of lanes) if (!enabled.has(id)) closeLane(id, lane);
    let next = Number.POSITIVE_INFINITY;
    for (const { endpointId, due, nextAt } of queues) {
      next = Math.min(next, nextAt ?? next);
      if (!due || stopped) continue;
      const lane =
        lanes.get(endpointId) ?? openLane({ ...context, leases, recorder, total }, endpointId);
      lanes.set(endpointId, lane);
      lane.poke();
    }
    return next;
  }

  const loop = async () => {
    while (!stopped) {
      woken = false;
      let next = Number.POSITIVE_INFINITY;
      try {
        next = await look();
      } catch (error) {
        log.warn({ err: error }, "due deliveries could not be looked for");
      }
      if (woken || stopped) continue;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const timer = setTimeout(resolve, Math.max(1, Math.min(next - Date.now(), POLL_MS)));
      await promise;
      clearTimeout(timer);
    }
  };
  const running = loop();
  return {
    async stop(graceMs) {
      stopped = true;
      for (const off of offs) off();
      ring();
      await running;
      for (const [id, lane] of lanes) closeLane(id, lane);
      const settled = Promise.all(closing);
      let abandoned: Promise<void> | undefined;
      const timer = setTimeout(() => {
        abandoned = leases.abandon();
      }, graceMs);
      await settled;
      clearTimeout(timer);
      await abandoned;
      leases.stop();
      // What was given back, another replica need not wait a poll for.
      store.wake("deliveries");
    },
  };
}
