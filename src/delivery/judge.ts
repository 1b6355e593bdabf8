import type { DeliveryRow } from "../store/deliveries.ts";
import type { AttemptOutcome } from "../store/record-attempts.ts";
import { nextDelayMs } from "./schedule.ts";
import type { WebhookResult } from "./sender.ts";

const SERVER_FAULT_WAIT_MS = [5000, 30_000] as const;

/** Decides what follows from an attempt. */
export function judge(
  delivery: Pick<DeliveryRow, "scheduled_count">,
  result: WebhookResult,
  random: () => number = Math.random,
): AttemptOutcome {
  const ended = result.startedAt + result.latencyMs;
  const { retryAfterMs, unsent: _, cause: __, ...attempt } = result;
  const outcome = { ...attempt, nextAttemptAt: ended, disableEndpoint: undefined };
  if (result.error === undefined) return { ...outcome, state: "DELIVERED" };
  if (result.serverFault) {
    const [least, most] = SERVER_FAULT_WAIT_MS;
    const waitMs = Math.round(least + (most - least) * random());
    return { ...outcome, state: "PENDING", nextAttemptAt: ended + waitMs };
  }
  const delayMs = nextDelayMs(delivery.scheduled_count + 1, retryAfterMs, random);
  return {
    ...outcome,
    state: delayMs === undefined ? "FAILED" : "PENDING",
    nextAttemptAt: ended + (delayMs ?? 0),
    // 410 is the endpoint's way to say that it wants nothing more (Standard Webhooks).
    disableEndpoint: result.status === 410 ? "the endpoint answered 410 Gone" : undefined,
  };
}
