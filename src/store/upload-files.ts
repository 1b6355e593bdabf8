import type { Selectable } from "kysely";
import type { UploadFileTable } from "./registration-tables.ts";
import type { Queryable } from "./store.ts";

/** A row of the files of uploads. */
export type UploadFileRow = Selectable<UploadFileTable>;

/** Lists the files of an upload. */
export function listUploadFiles(db: Queryable, uploadId: string): Promise<UploadFileRow[]> {
  return db.selectFrom("upload_files").selectAll().where("upload_id", "=", uploadId).execute();
}

/** Finds a file of an upload. */
export function findUploadFile(
  db: Queryable,
  uploadId: string,
  path: string,
): Promise<UploadFileRow | undefined> {
  return db
    .selectFrom("upload_files")
    .selectAll()
    .where("upload_id", "=", uploadId)
    .where("path", "=", path)
    .executeTakeFirst();
}

/** Announces a file, or finds the announcement that was made before. */
export async function announceFile(
  db: Queryable,
  file: { uploadId: string; path: string; sizeBytes: number; sha256: string },
): Promise<UploadFileRow> {
  await db
    .insertInto("upload_files")
    .values({
      upload_id: file.uploadId,
      path: file.path,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      stored_bytes: 0,
      complete: 0,
    })
    .onConflict((conflict) => conflict.columns(["upload_id", "path"]).doNothing())
    .execute();
  return db
    .selectFrom("upload_files")
    .selectAll()
    .where("upload_id", "=", file.uploadId)
    .where("path", "=", file.path)
    .executeTakeFirstOrThrow();
}

/** What is stored of a file. */
export interface FileProgress {
  storedBytes: number;
  complete: boolean;
}

/** Notes what is stored of a file that is written whole. */
export async function noteProgress(
  db: Queryable,
  uploadId: string,
  path: string,
  progress: FileProgress,
): Promise<void> {
  await db
    .updateTable("upload_files")
    .set({
      stored_bytes: progress.storedBytes,
      complete: progress.complete ? 1 : 0,
      multipart: null,
    })
    .where("upload_id", "=", uploadId)
    .where("path", "=", path)
    .execute();
}

/**
 * Notes what is stored of a file that is written in parts, and how to go on with it; false where
 * that is not `from` any more, since another changed it, and where the upload is not open.
 */
export async function noteParts(
  db: Queryable,
  uploadId: string,
  path: string,
  from: string | null,
  progress: FileProgress & { multipart: string | null },
): Promise<boolean> {
  const isOpen = db
    .selectFrom("uploads")
    .select("upload_id")
    .where("upload_id", "=", uploadId)
    .where("state", "=", "OPEN");
  const result = await db
    .updateTable("upload_files")
    .set({
      stored_bytes: progress.storedBytes,
      complete: progress.complete ? 1 : 0,
      multipart: progress.multipart,
    })
    .where("upload_id", "in", isOpen)
    .where("path", "=", path)
    .where("multipart", from === null ? "is" : "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
