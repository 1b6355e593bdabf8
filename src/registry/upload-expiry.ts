import { setTimeout as sleep } from "node:timers/promises";
import { MlflowError } from "../mlflow/error.ts";
import { listUploadFiles, type UploadFileRow } from "../store/upload-files.ts";
import { claimExpiredUploads, removeUpload, type UploadRow } from "../store/uploads.ts";
import { deleteMade } from "./clean-up.ts";
import type { RegistryContext } from "./context.ts";
import { NOT_DROPPED } from "./part-errors.ts";
import { readProgress } from "./part-progress.ts";

const POLL_MS = 1000;
const AT_ONCE = 4;
const LEASE_MS = 120_000;

/** Deletes uploads whose time is over, until `signal` is aborted. */
export async function removeExpiredUploads(
  context: RegistryContext,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let found = 0;
    try {
      const now = Date.now();
      const rows = await claimExpiredUploads(context.store.db, now, now + LEASE_MS, AT_ONCE);
      found = rows.length;
      await Promise.all(rows.map((row) => removeExpired(context, row)));
    } catch (error) {
      context.log.warn({ err: error }, "could not look for uploads that have expired");
    }
    if (found < AT_ONCE) await sleep(POLL_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}

async function removeExpired(context: RegistryContext, row: UploadRow): Promise<void> {
  const about = { upload_id: row.upload_id };
  try {
    await cleanUpUpload(context, row);
    context.log.info(about, "upload deleted: nobody went on with it");
  } catch (error) {
    // The next look, once the lease is over, tries it again.
    context.log.warn({ err: error, ...about }, "could not delete an upload that has expired");
  }
}

/** Deletes what an upload made in MLflow, then forgets it. */
export async function cleanUpUpload(context: RegistryContext, row: UploadRow): Promise<void> {
  for (const file of await listUploadFiles(context.store.db, row.upload_id)) {
    if (row.artifact_uri !== null) await dropParts(context, row.artifact_uri, file);
  }
  await deleteMade(context, row.registration_id, row.experiment_id, []);
  await removeUpload(context.store.db, row.upload_id);
}

async function dropParts(
  { mlflow, log }: RegistryContext,
  artifactUri: string,
  file: UploadFileRow,
): Promise<void> {
  const progress = readProgress(file);
  if (!progress) return;
  try {
    await mlflow.artifacts.multipart(artifactUri, file.path).abort(progress.upload);
  } catch (error) {
    // It says so too where the store has made the file of them, or has dropped them itself.
    if (!(error instanceof MlflowError) || error.failure !== "failed") throw error;
    log.warn({ err: error, path: file.path }, NOT_DROPPED);
  }
}
