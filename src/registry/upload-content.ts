import { invalidField } from "../error.ts";
import type { Queryable } from "../store/store.ts";
import type { UploadFileRow } from "../store/upload-files.ts";
import { extendUpload, findUpload } from "../store/uploads.ts";
import type { RegistryContext } from "./context.ts";
import { notOpen, type OpenUpload } from "./upload-start.ts";

/** A file on its way: what was announced, and what was stored before. */
export interface IncomingFile {
  row: UploadFileRow;
  offsetBytes: number;
  /** What errors about its content name. */
  name: string;
}

/** Refuses a content that is not what was announced. @throws ModelwireError INVALID_FIELD */
export function requireDigest(actual: string, row: UploadFileRow, name: string): void {
  if (actual === row.sha256) return;
  throw invalidField("file.sha256", `the content of ${name} has the SHA-256 ${actual}`);
}

/** Creates the error for a file of which not all was sent. */
export function endsEarly(name: string, gotBytes: number, sizeBytes: number): Error {
  return invalidField("chunk", `${name} ends after ${gotBytes} of ${sizeBytes} bytes`);
}

/** Creates what keeps an upload from expiring while a long file of it arrives. */
export function createKeeper(context: RegistryContext, upload: OpenUpload): () => Promise<void> {
  const everyMs = Math.min(context.config.uploadExpiryMs / 10, 60_000);
  let lastAt = Date.now();
  return async () => {
    if (Date.now() - lastAt < everyMs) return;
    lastAt = Date.now();
    await stayOpen(context, upload);
  };
}

/** Moves the end of an upload. @throws ModelwireError UPLOAD_NOT_OPEN, UPLOAD_NOT_FOUND */
export async function stayOpen(
  { store, config }: RegistryContext,
  upload: OpenUpload,
  db: Queryable = store.db,
): Promise<void> {
  const expiresAt = Date.now() + config.uploadExpiryMs;
  if (!(await extendUpload(db, upload.upload_id, expiresAt))) await refuseClosed(db, upload);
}

/** Refuses what is for an upload that is not open any more. */
export async function refuseClosed(
  db: Queryable,
  { upload_id: uploadId }: OpenUpload,
): Promise<never> {
  throw notOpen(uploadId, await findUpload(db, uploadId));
}
