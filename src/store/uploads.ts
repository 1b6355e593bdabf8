import type { Selectable } from "kysely";
import type { UploadTable } from "./registration-tables.ts";
import type { Queryable } from "./store.ts";

/** A row of the uploads. */
export type UploadRow = Selectable<UploadTable>;

/** What an upload is begun with. */
export interface NewUpload {
  uploadId: string;
  registrationId: string;
  /** Who begins it; undefined where nobody has to say who they are. */
  owner: string | undefined;
  name: string;
  experimentId: string;
  /** Undefined where the upload is to make a run. */
  runId: string | undefined;
  createdAt: number;
  expiresAt: number;
  /** Until when it is its inserter's, as by {@link claimUploadStart}. */
  leaseUntil: number;
}

/** Inserts an upload; false where its id is taken. */
export async function insertUpload(db: Queryable, upload: NewUpload): Promise<boolean> {
  const result = await db
    .insertInto("uploads")
    .values({
      upload_id: upload.uploadId,
      registration_id: upload.registrationId,
      state: "OPEN",
      owner: upload.owner ?? null,
      name: upload.name,
      experiment_id: upload.experimentId,
      run_id: upload.runId ?? null,
      own_run: upload.runId === undefined ? 1 : 0,
      created_at: upload.createdAt,
      expires_at: upload.expiresAt,
      lease_until: upload.leaseUntil,
    })
    .onConflict((conflict) => conflict.column("upload_id").doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Finds an upload by the id that its caller gave. */
export function findUpload(db: Queryable, uploadId: string): Promise<UploadRow | undefined> {
  return db.selectFrom("uploads").selectAll().where("upload_id", "=", uploadId).executeTakeFirst();
}

/** Claims an open upload of which nothing is made in MLflow yet; false where another made it or does. */
export async function claimUploadStart(
  db: Queryable,
  uploadId: string,
  now: number,
  leaseUntil: number,
): Promise<boolean> {
  const result = await db
    .updateTable("uploads")
    .set({ lease_until: leaseUntil })
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN")
    .where("model_id", "is", null)
    .where("lease_until", "<=", now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Lets go of a claim. */
export async function releaseUploadStart(db: Queryable, uploadId: string): Promise<void> {
  await db
    .updateTable("uploads")
    .set({ lease_until: 0 })
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN")
    .execute();
}

/** Notes what was made in MLflow for an upload; false where another made it first. */
export async function placeUpload(
  db: Queryable,
  uploadId: string,
  made: { runId: string; modelId: string; artifactUri: string },
): Promise<boolean> {
  const result = await db
    .updateTable("uploads")
    .set({
      run_id: made.runId,
      model_id: made.modelId,
      artifact_uri: made.artifactUri,
      lease_until: 0,
    })
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN")
    .where("model_id", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps the MLmodel of an open upload; false where it is not open any more. */
export async function keepMlmodel(
  db: Queryable,
  uploadId: string,
  mlmodel: Uint8Array,
): Promise<boolean> {
  const result = await db
    .updateTable("uploads")
    .set({ mlmodel })
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Moves the end of an open upload; false where it is not open any more. */
export async function extendUpload(
  db: Queryable,
  uploadId: string,
  expiresAt: number,
): Promise<boolean> {
  const result = await db
    .updateTable("uploads")
    .set({ expires_at: expiresAt })
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Changes the state of an upload; false where it is in none of `from`. */
export async function moveUpload(
  db: Queryable,
  uploadId: string,
  from: readonly UploadRow["state"][],
  to: UploadRow["state"],
): Promise<boolean> {
  const result = await db
    .updateTable("uploads")
    .set({ state: to })
    .where("upload_id", "=", uploadId)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives back the upload that a registration took, to be used or deleted. */
export async function reopenUpload(
  db: Queryable,
  registrationId: string,
  state: "OPEN" | "DELETING",
  expiresAt: number,
): Promise<void> {
  await db
    .updateTable("uploads")
    .set({ state, expires_at: expiresAt, lease_until: 0 })
    .where("registration_id", "=", registrationId)
    .where("state", "=", "ADOPTED")
    .execute();
}

/** Notes that a registration has come to its end, and forgets what is not needed any more. */
export async function closeUpload(db: Queryable, registrationId: string): Promise<void> {
  const closed = await db
    .updateTable("uploads")
    .set({ state: "REGISTERED", mlmodel: null })
    .where("registration_id", "=", registrationId)
    .returning("upload_id")
    .executeTakeFirst();
  if (!closed) return;
  await db.deleteFrom("upload_files").where("upload_id", "=", closed.upload_id).execute();
}

/** Removes an upload with its files. */
export async function removeUpload(db: Queryable, uploadId: string): Promise<void> {
  await db.deleteFrom("uploads").where("upload_id", "=", uploadId).execute();
}

/** Claims uploads whose time is over, and those whose deletion was begun and not ended. */
export async function claimExpiredUploads(
  db: Queryable,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<UploadRow[]> {
  const due = db
    .selectFrom("uploads")
    .select("upload_id")
    .where("state", "in", ["OPEN", "DELETING"])
    .where("expires_at", "<=", now)
    .where("lease_until", "<=", now)
    .orderBy("expires_at")
    .limit(limit);
  return (
    db
      .updateTable("uploads")
      .set({ state: "DELETING", lease_until: leaseUntil })
      .where("upload_id", "in", due)
      // Again, for what another claimer changed in between.
      .where("state", "in", ["OPEN", "DELETING"])
      .where("expires_at", "<=", now)
      .where("lease_until", "<=", now)
      .returningAll()
      .execute()
  );
}
