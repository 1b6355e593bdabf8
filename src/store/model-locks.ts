import type { Queryable } from "./store.ts";

/** Locks a registered model; false where somebody else holds the lock. */
export async function takeModelLock(
  db: Queryable,
  modelName: string,
  token: string,
  now: number,
  leaseUntil: number,
): Promise<boolean> {
  const result = await db
    .insertInto("model_locks")
    .values({ model_name: modelName, token, lease_until: leaseUntil })
    .onConflict((conflict) =>
      conflict
        .column("model_name")
        .doUpdateSet({ token, lease_until: leaseUntil })
        .where("model_locks.lease_until", "<=", now),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Moves the end of a lock; false where it is lost. */
export async function extendModelLock(
  db: Queryable,
  modelName: string,
  token: string,
  leaseUntil: number,
): Promise<boolean> {
  const result = await db
    .updateTable("model_locks")
    .set({ lease_until: leaseUntil })
    .where("model_name", "=", modelName)
    .where("token", "=", token)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Gives a lock back. */
export async function releaseModelLock(
  db: Queryable,
  modelName: string,
  token: string,
): Promise<void> {
  await db
    .deleteFrom("model_locks")
    .where("model_name", "=", modelName)
    .where("token", "=", token)
    .execute();
}
