import {
  insertRegistration,
  type NewRegistration,
  type RegistrationLease,
} from "./registrations.ts";
import type { Queryable, Store } from "./store.ts";

/**
 * Inserts a pending registration together with the signature bundle of its package; undefined where
 * its request id is taken. The bundle is removed with the registration.
 */
export function insertSignedRegistration(
  store: Store,
  registration: NewRegistration,
  bundle: string,
): Promise<RegistrationLease | undefined> {
  return store.transaction(async (tx) => {
    const lease = await insertRegistration(tx, registration);
    if (!lease) return undefined;
    await tx
      .insertInto("signature_bundles")
      .values({ registration_id: lease.registrationId, bundle })
      .execute();
    return lease;
  });
}

/** Finds the signature bundle that a registration came with, as it was sent. */
export async function findSignatureBundle(
  db: Queryable,
  registrationId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("signature_bundles")
    .select("bundle")
    .where("registration_id", "=", registrationId)
    .executeTakeFirst();
  return row?.bundle;
}
