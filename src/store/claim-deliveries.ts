import { sql, type Transaction } from "kysely";
import type { DeliveryRow } from "./deliveries.ts";
import { listFollowers, listHeads, PENDING } from "./ordered-deliveries.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";

/** Says what may be claimed. */
export interface DeliveryClaim {
  endpointId: string;
  /** Whether the events of one registered model wait for each other. */
  ordered: boolean;
  now: number;
  leaseUntil: number;
  limit: number;
}

/** What a worker has to know of a delivery that it claimed. */
export type ClaimedDelivery = Pick<
  DeliveryRow,
  | "delivery_id"
  | "event_id"
  | "endpoint_id"
  | "model_name"
  | "sequence"
  | "attempt_count"
  | "scheduled_count"
  | "lease_token"
>;

/**
 * Claims deliveries of an endpoint that are due, the longest waiting first, as runs: those of one
 * run are to be sent one after the other, each only when the one before is recorded as done. An
 * endpoint that is not ordered has runs of one.
 */
export function claimDeliveries(store: Store, claim: DeliveryClaim): Promise<ClaimedDelivery[][]> {
  return store.transaction(async (tx) => {
    const runs = claim.ordered
      ? await orderedRuns(store, tx, claim)
      : (await lockDue(store, tx, claim)).map((id) => [id]);
    if (runs.length === 0) return [];
    const ids = runs.flat().map((id) => [id]);
    const { rows } = await sql<ClaimedDelivery>`
      update deliveries set lease_token = lease_token + 1, lease_until = ${claim.leaseUntil}
      where delivery_id in (select value ->> 0 from ${store.engine.rows(ids)})
      returning delivery_id, event_id, endpoint_id, model_name, sequence, attempt_count,
        scheduled_count, lease_token`.execute(tx);
    const byId = new Map(rows.map((row) => [row.delivery_id, row]));
    return runs.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  });
}

async function lockDue(
  store: Store,
  tx: Transaction<Database>,
  { endpointId, now, limit }: DeliveryClaim,
): Promise<string[]> {
  const due = tx
    .selectFrom("deliveries")
    .select("delivery_id")
    .where("endpoint_id", "=", endpointId)
    .where("state", "=", PENDING)
    .where("next_attempt_at", "<=", now)
    .where("lease_until", "<=", now)
    .orderBy("next_attempt_at")
    .limit(limit);
  return (await store.engine.skipLocked(due).execute()).map((row) => row.delivery_id);
}

async function orderedRuns(
  store: Store,
  tx: Transaction<Database>,
  { endpointId, now, limit }: DeliveryClaim,
): Promise<string[][]> {
  const heads = await listHeads(tx, endpointId, now, limit);
  if (heads.length === 0) return [];
  // Whoever holds a head's row decides over its model. The conditions once more: the row may have
  // been claimed, or done with, since it was looked for.
  const lockable = tx
    .selectFrom("deliveries")
    .select("delivery_id")
    .where(
      "delivery_id",
      "in",
      heads.map((head) => head.deliveryId),
    )
    .where("state", "=", PENDING)
    .where("lease_until", "<=", now);
  const locked = new Set(
    (await store.engine.skipLocked(lockable).execute()).map((row) => row.delivery_id),
  );
  const mine = heads.filter((head) => locked.has(head.deliveryId));
  // Where models are few, what waits behind a head comes along, or each would be a claim.
  const behind = Math.floor(limit / Math.max(mine.length, 1)) - 1;
  const runs: string[][] = [];
  for (const head of mine) {
    runs.push([head.deliveryId, ...(await listFollowers(tx, endpointId, head, now, behind))]);
  }
  return runs;
}
