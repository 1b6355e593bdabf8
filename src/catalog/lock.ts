import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { extendModelLock, releaseModelLock, takeModelLock } from "../store/model-locks.ts";
import type { Queryable } from "../store/store.ts";
import type { CatalogContext } from "./context.ts";

const LEASE_MS = 15_000;
const WAIT_MS = 20_000;
const POLL_MS = 20;
const RETRY_MS = 1000;

/** The right to change a registered model, and to write down what MLflow says of it. */
export interface ModelLock {
  readonly modelName: string;
  /**
   * Makes a transaction one that happens only while the lock is held.
   * @throws ModelwireError MODEL_BUSY where it was lost
   */
  guard(tx: Queryable): Promise<void>;
}

/**
 * Does work on a registered model while nobody else does, in any replica: what MLflow is told and
 * what the catalog then says of it cannot be in another order for two of them.
 * @throws ModelwireError MODEL_BUSY where others take too long
 */
export async function withModelLock<T>(
  { store, log }: Pick<CatalogContext, "store" | "log">,
  modelName: string,
  work: (lock: ModelLock) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  const giveUpAt = Date.now() + WAIT_MS;
  for (;;) {
    const now = Date.now();
    if (await takeModelLock(store.db, modelName, token, now, now + LEASE_MS)) break;
    if (now > giveUpAt) throw busy(modelName, "other changes of it take long");
    await sleep(POLL_MS * (0.5 + Math.random()));
  }
  const beat = () => extendModelLock(store.db, modelName, token, Date.now() + LEASE_MS);
  const timer = setInterval(() => {
    beat().catch((error) => log.warn({ err: error, modelName }, "a lock could not be extended"));
  }, LEASE_MS / 3);
  timer.unref();
  try {
    return await work({
      modelName,
      async guard(tx) {
        if (await extendModelLock(tx, modelName, token, Date.now() + LEASE_MS)) return;
        throw busy(modelName, "the right to change it was lost meanwhile");
      },
    });
  } finally {
    clearInterval(timer);
    await releaseModelLock(store.db, modelName, token).catch((error) => {
      log.warn({ err: error, modelName }, "a lock could not be given back; it runs out by itself");
    });
  }
}

function busy(modelName: string, why: string): ModelwireError {
  return new ModelwireError(ErrorReason.MODEL_BUSY, `${modelName} cannot be changed now: ${why}`, {
    retryAfterMs: RETRY_MS,
  });
}
