import type { DeliveryRow } from "../store/deliveries.ts";
import type { WebhookResult } from "./sender.ts";

/** Hears of attempts and of what they lead to. */
export interface DeliveryObserver {
  /** Hears of a request that was made, be it of a delivery or of a test. */
  attempted(result: WebhookResult): void;
  /** Hears of a delivery that an attempt, or what it lacks, has brought to an end. */
  ended(state: Exclude<DeliveryRow["state"], "PENDING">): void;
}

/** Hears of nothing. */
export const unobserved: DeliveryObserver = { attempted() {}, ended() {} };
