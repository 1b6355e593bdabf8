import type { Selectable } from "kysely";
import type { RegistrationTable } from "./registration-tables.ts";
import type { Queryable, Store } from "./store.ts";

/** A row of the registrations. */
export type RegistrationRow = Selectable<RegistrationTable>;

/** The right to work on a pending registration, for as long as nobody claims it anew. */
export interface RegistrationLease {
  registrationId: string;
  token: number;
}

/** What is written before the first call to MLflow. */
export interface NewRegistration {
  registrationId: string;
  requestId: string | undefined;
  fingerprint: string;
  plan: string;
  createdAt: number;
  leaseUntil: number;
}

/** Inserts a pending registration; undefined where its request id, or its own, is taken. */
export async function insertRegistration(
  db: Queryable,
  registration: NewRegistration,
): Promise<RegistrationLease | undefined> {
  const inserted = await db
    .insertInto("registrations")
    .values({
      registration_id: registration.registrationId,
      request_id: registration.requestId ?? null,
      fingerprint: registration.fingerprint,
      state: "PENDING",
      plan: registration.plan,
      created_at: registration.createdAt,
      lease_token: 1,
      lease_until: registration.leaseUntil,
      recoveries: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("lease_token")
    .executeTakeFirst();
  return inserted && { registrationId: registration.registrationId, token: inserted.lease_token };
}

/** Finds a registration by the caller's idempotency key. */
export function findByRequestId(
  db: Queryable,
  requestId: string,
): Promise<RegistrationRow | undefined> {
  return db
    .selectFrom("registrations")
    .selectAll()
    .where("request_id", "=", requestId)
    .executeTakeFirst();
}

/** Finds a registration by its id. */
export function findRegistration(
  db: Queryable,
  registrationId: string,
): Promise<RegistrationRow | undefined> {
  return db
    .selectFrom("registrations")
    .selectAll()
    .where("registration_id", "=", registrationId)
    .executeTakeFirst();
}

/** Finds registrations that more than one owner worked on, completed since `since`. */
export function findTakenOverRegistrations(
  db: Queryable,
  since: number,
): Promise<RegistrationRow[]> {
  return db
    .selectFrom("registrations")
    .selectAll()
    .where("completed_at", ">=", since)
    .where("lease_token", ">", 1)
    .execute();
}

/** Claims one pending registration whose lease has run out; undefined where it has not. */
export async function claimRegistration(
  db: Queryable,
  registrationId: string,
  now: number,
  leaseUntil: number,
): Promise<RegistrationLease | undefined> {
  const claimed = await db
    .updateTable("registrations")
    .set((e) => ({ lease_token: e("lease_token", "+", 1), lease_until: leaseUntil }))
    .where("registration_id", "=", registrationId)
    .where("state", "=", "PENDING")
    .where("lease_until", "<=", now)
    .returning("lease_token")
    .executeTakeFirst();
  return claimed && { registrationId, token: claimed.lease_token };
}

/** Claims pending registrations whose lease has run out, oldest lease first. */
export async function claimExpiredRegistrations(
  store: Store,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<RegistrationRow[]> {
  return store.transaction(async (tx) => {
    const due = await store.engine
      .skipLocked(
        tx
          .selectFrom("registrations")
          .select("registration_id")
          .where("state", "=", "PENDING")
          .where("lease_until", "<=", now)
          .orderBy("lease_until")
          .limit(limit),
      )
      .execute();
    if (due.length === 0) return [];
    return tx
      .updateTable("registrations")
      .set((e) => ({
        lease_token: e("lease_token", "+", 1),
        lease_until: leaseUntil,
        recoveries: e("recoveries", "+", 1),
      }))
      .where(
        "registration_id",
        "in",
        due.map((row) => row.registration_id),
      )
      .returningAll()
      .execute();
  });
}

/** Moves the end of a lease; false where somebody else has claimed the registration. */
export async function extendRegistrationLease(
  db: Queryable,
  lease: RegistrationLease,
  leaseUntil: number,
  lastError?: string,
): Promise<boolean> {
  const result = await db
    .updateTable("registrations")
    .set({ lease_until: leaseUntil, ...(lastError !== undefined && { last_error: lastError }) })
    .where("registration_id", "=", lease.registrationId)
    .where("lease_token", "=", lease.token)
    .where("state", "=", "PENDING")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What a registration came to. */
export interface CompletedRegistration {
  modelName: string;
  version: string;
  modelUuid: string;
  registration: Uint8Array;
  completedAt: number;
  /** Run that is to be ended once the answer is given; undefined for none. */
  openRun: string | undefined;
  /** Until when that is the owner's to do. */
  leaseUntil: number;
}

/** Marks a registration as completed; false where somebody else has claimed it. */
export async function completeRegistration(
  db: Queryable,
  lease: RegistrationLease,
  done: CompletedRegistration,
): Promise<boolean> {
  const result = await db
    .updateTable("registrations")
    .set({
      state: "COMPLETED",
      completed_at: done.completedAt,
      model_name: done.modelName,
      version: done.version,
      model_uuid: done.modelUuid,
      registration: done.registration,
      open_run: done.openRun ?? null,
      lease_until: done.leaseUntil,
      last_error: null,
    })
    .where("registration_id", "=", lease.registrationId)
    .where("lease_token", "=", lease.token)
    .where("state", "=", "PENDING")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Removes a pending registration of which nothing is left; its request id is free again. */
export async function removeRegistration(
  db: Queryable,
  lease: RegistrationLease,
): Promise<boolean> {
  const result = await db
    .deleteFrom("registrations")
    .where("registration_id", "=", lease.registrationId)
    .where("lease_token", "=", lease.token)
    .where("state", "=", "PENDING")
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/**
 * Finds what was captured when a version was registered. The uuid is part of the question
 * because a registered model that was deleted and made anew counts its versions from 1 again.
 */
export async function findCapturedRegistration(
  db: Queryable,
  modelName: string,
  version: string,
  modelUuid: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("registrations")
    .select("registration")
    .where("model_uuid", "=", modelUuid)
    .where("model_name", "=", modelName)
    .where("version", "=", version)
    .where("state", "=", "COMPLETED")
    .executeTakeFirst();
  return row?.registration ?? undefined;
}
