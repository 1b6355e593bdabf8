import type { Queryable } from "./store.ts";

/** A completed registration whose run is still to be ended. */
export interface OpenRun {
  registrationId: string;
  runId: string;
  completedAt: number;
}

/** Claims completed registrations whose run nobody has ended in time. */
export async function claimOpenRuns(
  db: Queryable,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<OpenRun[]> {
  const due = db
    .selectFrom("registrations")
    .select("registration_id")
    .where("open_run", "is not", null)
    .where("lease_until", "<=", now)
    .orderBy("lease_until")
    .limit(limit);
  const rows = await db
    .updateTable("registrations")
    .set({ lease_until: leaseUntil })
    .where("registration_id", "in", due)
    // Again, for what another claimer changed in between.
    .where("lease_until", "<=", now)
    .returning(["registration_id", "open_run", "completed_at"])
    .execute();
  return rows.map((row) => ({
    registrationId: row.registration_id,
    runId: row.open_run ?? "",
    completedAt: row.completed_at ?? now,
  }));
}

/** Notes when it is to be tried again to end a run. */
export async function postponeRunEnd(
  db: Queryable,
  registrationId: string,
  until: number,
): Promise<void> {
  await db
    .updateTable("registrations")
    .set({ lease_until: until })
    .where("registration_id", "=", registrationId)
    .where("open_run", "is not", null)
    .execute();
}

/** Notes that the run of a registration is ended. */
export async function noteRunEnded(db: Queryable, registrationId: string): Promise<void> {
  await db
    .updateTable("registrations")
    .set({ open_run: null })
    .where("registration_id", "=", registrationId)
    .execute();
}
