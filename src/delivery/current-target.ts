import { isDeepStrictEqual } from "node:util";
import type { Logger } from "pino";
import { messageOf } from "../error.ts";
import { findEndpoint } from "../store/endpoint-health.ts";
import type { Store } from "../store/store.ts";
import { type DeliveryTarget, targetOf } from "./target.ts";
import type { Vault } from "./vault.ts";

/** How long what was read of an endpoint counts: the notice of a change can be lost. */
const MOST_AGE_MS = 1000;

/** What an endpoint is sent, as it was read. */
export interface OpenTarget extends DeliveryTarget {
  /** Whether the events of one registered model wait for each other. */
  ordered: boolean;
  /** How many attempts had failed in a row. */
  failures: number;
}

/** Knows what an endpoint is sent now. */
export interface CurrentTarget {
  /**
   * Gives it, as it is in the database or was not long ago. Undefined where nothing is to be sent,
   * as the endpoint is paused, disabled or gone; or nothing can be, which is in the log.
   */
  get(): Promise<OpenTarget | undefined>;
  /** Tells whether a target that was given is still what the endpoint is sent, as far as is known. */
  isCurrent(target: DeliveryTarget): boolean;
  /** Says that the endpoint may have changed: what is given from now on was read after this. */
  expire(): void;
}

/** What is needed to know it. */
export interface CurrentTargetContext {
  store: Pick<Store, "db">;
  vault: Vault;
  log: Logger;
  /** A clock, in milliseconds. */
  now?: () => number;
}

/** Creates what knows the target of an endpoint. */
export function createCurrentTarget(
  { store, vault, log, now = () => performance.now() }: CurrentTargetContext,
  endpointId: string,
): CurrentTarget {
  let last: OpenTarget | undefined;
  let known: OpenTarget | undefined;
  let readAt = 0;
  let changes = 0;
  let reading: Promise<OpenTarget | undefined> | undefined;
  /** Why nothing could be sent when it was tried last. */
  let blocked: string | undefined;

  async function read(): Promise<OpenTarget | undefined> {
    for (;;) {
      const seen = changes;
      const began = now();
      const endpoint = await findEndpoint(store.db, endpointId);
      if (seen !== changes) continue;
      known = undefined;
      if (endpoint?.state !== "ENABLED") return undefined;
      const { ordered, consecutive_failures: failures } = endpoint;
      const found = { ...targetOf(endpoint, vault, Date.now()), ordered: ordered === 1, failures };
      // The same where nothing has changed, for those who hold it.
      known = isDeepStrictEqual({ ...last, failures }, found) ? last : found;
      last = known;
      readAt = began;
      return known;
    }
  }

  async function readAndTell(): Promise<OpenTarget | undefined> {
    try {
      const target = await read();
      if (blocked !== undefined) log.info({ endpoint_id: endpointId }, "deliveries can be sent");
      blocked = undefined;
      return target;
    } catch (error) {
      const why = messageOf(error);
      // Whoever polls comes back to it, and need not hear the same each time.
      if (why !== blocked) {
        log.warn({ err: error, endpoint_id: endpointId }, "deliveries cannot be sent");
      }
      blocked = why;
      known = undefined;
      return undefined;
    } finally {
      reading = undefined;
    }
  }

  return {
    async get() {
      if (known && now() - readAt < MOST_AGE_MS) return known;
      reading ??= readAndTell();
      return reading;
    },
    isCurrent: (target) => target === known,
    expire() {
      changes++;
      known = undefined;
    },
  };
}
