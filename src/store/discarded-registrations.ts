import type { Queryable } from "./store.ts";

/** A registration that was removed. */
export interface DiscardedRegistration {
  registrationId: string;
  /** What was to be done, as JSON. */
  plan: string;
}

/** Keeps in mind what was removed: calls that were made for it can still take effect. */
export async function noteDiscarded(
  db: Queryable,
  { registrationId, plan }: DiscardedRegistration,
  discardedAt: number,
): Promise<void> {
  await db
    .insertInto("discarded_registrations")
    .values({ registration_id: registrationId, plan, discarded_at: discardedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tells whether a registration was removed not long ago. */
export async function isDiscarded(db: Queryable, registrationId: string): Promise<boolean> {
  const row = await db
    .selectFrom("discarded_registrations")
    .select("registration_id")
    .where("registration_id", "=", registrationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Finds what was removed since `since`, and forgets what was removed before. */
export async function findDiscarded(
  db: Queryable,
  since: number,
): Promise<DiscardedRegistration[]> {
  await db.deleteFrom("discarded_registrations").where("discarded_at", "<", since).execute();
  const rows = await db.selectFrom("discarded_registrations").selectAll().execute();
  return rows.map((row) => ({ registrationId: row.registration_id, plan: row.plan }));
}
