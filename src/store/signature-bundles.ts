import type { Queryable } from "./store.ts";

/** Keeps the signature bundle of a registration, which is removed with it. */
export async function insertSignatureBundle(
  db: Queryable,
  registrationId: string,
  bundle: string,
): Promise<void> {
  await db
    .insertInto("signature_bundles")
    .values({ registration_id: registrationId, bundle })
    .execute();
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
