import type { DeliveryRow } from "./deliveries.ts";
import type { Store } from "./store.ts";

/** What names a claim: of two claims of one delivery, the later has the higher token. */
export type DeliveryLease = Pick<DeliveryRow, "delivery_id" | "lease_token">;

// Far below what a statement may have parameters.
const CHUNK = 500;

/**
 * Renews leases, or gives them back where `leaseUntil` is 0. Returns the ids of those that were
 * still held. One that is under another's hand just now is passed over: to wait for it could be to
 * wait for a deletion that waits for this.
 */
export async function setLeases(
  store: Store,
  leases: readonly DeliveryLease[],
  leaseUntil: number,
): Promise<Set<string>> {
  const held = new Set<string>();
  for (let at = 0; at < leases.length; at += CHUNK) {
    const tokens = new Map(
      leases.slice(at, at + CHUNK).map((one) => [one.delivery_id, one.lease_token]),
    );
    await store.transaction(async (tx) => {
      const rows = await store.engine
        .skipLocked(
          tx
            .selectFrom("deliveries")
            .select(["delivery_id", "lease_token"])
            .where("delivery_id", "in", [...tokens.keys()])
            .where("state", "=", "PENDING"),
        )
        .execute();
      const ours = rows
        .filter((row) => tokens.get(row.delivery_id) === row.lease_token)
        .map((row) => row.delivery_id);
      if (ours.length === 0) return;
      await tx
        .updateTable("deliveries")
        .set({ lease_until: leaseUntil })
        .where("delivery_id", "in", ours)
        .execute();
      for (const id of ours) held.add(id);
    });
  }
  return held;
}
