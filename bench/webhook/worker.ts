import { pino } from "pino";
import { createEgress } from "../../src/delivery/egress.ts";
import { createWebhookSender } from "../../src/delivery/sender.ts";
import { createVault } from "../../src/delivery/vault.ts";
import { startDeliveries } from "../../src/delivery/worker.ts";
import type { Store } from "../../src/store/store.ts";

const TIMEOUT_MS = 20_000;
/** What is still under way then is at an endpoint that hangs. */
const GRACE_MS = 1000;

/** Starts a delivery worker as the server does, and gives what stops it. */
export function startWorker(store: Store): () => Promise<void> {
  const log = pino({ level: "silent" });
  const sender = createWebhookSender({
    egress: createEgress(undefined, true),
    proxy: undefined,
    timeoutMs: TIMEOUT_MS,
  });
  const vault = createVault([]);
  const worker = startDeliveries({ store, sender, log, vault, leaseMs: 15_000, disableAfterMs: 0 });
  return async () => {
    await worker.stop(GRACE_MS);
    await sender.close();
  };
}
