import type { Logger } from "pino";
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  claimDueDeliveries,
  nextDeliveryAt,
  recordAttempt,
} from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import { nextDelayMs } from "./schedule.ts";
import type { WebhookResult, WebhookSender } from "./sender.ts";

/** Enough for dozens of endpoints that hang, so that they keep no place from the others. */
const AT_ONCE = 512;
/** An endpoint that has so many under way is given no more. */
const AT_ONCE_AN_ENDPOINT = 8;
/** Behind the notices, which can be lost. */
const POLL_MS = 5000;

/** What the delivery worker needs. */
export interface DeliveryContext {
  store: Store;
  sender: WebhookSender;
  log: Logger;
  /** The time-out of one attempt. */
  timeoutMs: number;
  /** What recording an attempt may take beyond its time-out, before another worker may try. */
  leaseMarginMs: number;
}

/** A worker that sends what is due. */
export interface DeliveryWorker {
  /** Stops claiming, and waits for what is being sent. */
  stop(): Promise<void>;
}

/** Starts the delivery worker. Any number of them, in any number of processes, share a queue. */
export function startDeliveries(context: DeliveryContext): DeliveryWorker {
  const { store, log } = context;
  const underWay = new Set<Promise<void>>();
  const atEndpoint = new Map<string, number>();
  let stopped = false;
  let woken = false;
  let wake = () => {};
  const ring = () => {
    woken = true;
    wake();
  };
  const offWake = store.onWake("deliveries", ring);

  function start(delivery: ClaimedDelivery): void {
    const { endpoint_id: endpoint } = delivery;
    atEndpoint.set(endpoint, (atEndpoint.get(endpoint) ?? 0) + 1);
    const attempt = deliver(context, delivery)
      .catch((error) => log.error({ err: error }, "an attempt could not be recorded"))
      .finally(() => {
        underWay.delete(attempt);
        atEndpoint.set(endpoint, (atEndpoint.get(endpoint) ?? 1) - 1);
        ring();
      });
    underWay.add(attempt);
  }

  async function claim(): Promise<number> {
    const free = AT_ONCE - underWay.size;
    if (free <= 0) return 0;
    const now = Date.now();
    const full = [...atEndpoint].filter(([, n]) => n >= AT_ONCE_AN_ENDPOINT).map(([id]) => id);
    const deliveries = await claimDueDeliveries(store, {
      now,
      leaseUntil: now + context.timeoutMs + context.leaseMarginMs,
      limit: Math.min(free, AT_ONCE_AN_ENDPOINT),
      exceptEndpoints: full,
    });
    for (const delivery of deliveries) start(delivery);
    return deliveries.length;
  }

  async function sleep(): Promise<void> {
    const next = await nextDeliveryAt(store.db).catch(() => undefined);
    const dueInMs = next === undefined ? POLL_MS : next - Date.now();
    if (woken || stopped) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      // What is due already and was not claimed is under another's hand: a poll will do.
      setTimeout(resolve, dueInMs > 0 ? Math.min(dueInMs, POLL_MS) : POLL_MS).unref();
    });
  }

  const loop = async () => {
    while (!stopped) {
      woken = false;
      let claimed = 0;
      try {
        claimed = await claim();
      } catch (error) {
        log.warn({ err: error }, "deliveries could not be claimed");
      }
      if (claimed === 0) await sleep();
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      offWake();
      ring();
      await running;
      await Promise.all(underWay);
    },
  };
}

async function deliver(context: DeliveryContext, delivery: ClaimedDelivery): Promise<void> {
  const result = await context.sender.send({
    url: delivery.url,
    secret: delivery.secret,
    id: delivery.event_id,
    contentType: delivery.content_type,
    body: delivery.body,
  });
  const outcome = judge(delivery, result);
  const recorded = await recordAttempt(context.store, delivery, outcome);
  context.log.info(
    {
      delivery_id: delivery.delivery_id,
      endpoint_id: delivery.endpoint_id,
      event_id: delivery.event_id,
      attempt: delivery.attempt_count + 1,
      status: result.status,
      error: result.error,
      latency_ms: result.latencyMs,
      state: recorded ? outcome.state : "TAKEN_OVER",
    },
    "delivery attempt",
  );
}

/** Decides what follows from an attempt. */
export function judge(
  delivery: Pick<ClaimedDelivery, "attempt_count">,
  result: WebhookResult,
): AttemptOutcome {
  const ended = result.startedAt + result.latencyMs;
  const { retryAfterMs, ...attempt } = result;
  if (result.error === undefined) {
    return { ...attempt, state: "DELIVERED", nextAttemptAt: ended, disableEndpoint: undefined };
  }
  const delayMs = nextDelayMs(delivery.attempt_count + 1, retryAfterMs);
  return {
    ...attempt,
    state: delayMs === undefined ? "FAILED" : "PENDING",
    nextAttemptAt: ended + (delayMs ?? 0),
    // 410 is the endpoint's way to say that it wants nothing more (Standard Webhooks).
    disableEndpoint: result.status === 410 ? "the endpoint answered 410 Gone" : undefined,
  };
}
