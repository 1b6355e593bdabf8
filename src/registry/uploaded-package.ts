import { fromJson } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { ModelwireError } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import { digestsOf, type FileContent, type FileDigest, sortByPath } from "../package/digest.ts";
import { MLMODEL } from "../package/mlmodel.ts";
import { removeRegistration } from "../store/registrations.ts";
import { listUploadFiles, noteProgress } from "../store/upload-files.ts";
import { findUpload, reopenUpload, type UploadRow } from "../store/uploads.ts";
import type { RegistryContext } from "./context.ts";
import { requireRoom } from "./mlmodel-room.ts";
import { readModel, requireOnePackage } from "./package-content.ts";
import {
  type PackageContent,
  type PackagePlan,
  type PlacedPackage,
  type PlannedRegistration,
  type UploadPlan,
  without,
} from "./plan.ts";
import type { Registering } from "./registering.ts";
import { ownUpload } from "./upload-owner.ts";
import { notOpen } from "./upload-start.ts";

/** An upload as a registration takes it. */
export interface TakenUpload {
  source: PlacedPackage & { upload: UploadPlan };
  content: PackageContent;
  row: UploadRow;
  /** The files as they were uploaded. */
  sent: readonly FileDigest[];
}

/**
 * Finds the upload that a registration names: open, or taken by that registration already.
 * @throws ModelwireError UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, INVALID_FIELD
 */
export async function takeUpload(
  context: RegistryContext,
  source: PackagePlan & { upload: UploadPlan },
  { saved }: PlannedRegistration,
  registrationId?: string,
): Promise<TakenUpload> {
  const { uploadId, description, inferred } = source.upload;
  const row = ownUpload(context.caller, await findUpload(context.store.db, uploadId));
  const isOurs = row?.state === "ADOPTED" && row.registration_id === registrationId;
  if (!row || (row.state !== "OPEN" && !isOurs)) throw notOpen(uploadId, row);
  const { model_id: modelId, run_id: runId, artifact_uri: artifactUri } = row;
  const files = await wholeFiles(context, row);
  if (modelId === null || runId === null || artifactUri === null) throw incomplete(["MLmodel"]);
  const field = "uploaded_package";
  const { mlmodel, written } = readModel({
    files,
    mlmodel: row.mlmodel ?? undefined,
    description:
      description === undefined ? undefined : fromJson(ModelDescriptionSchema, description),
    field,
    filesField: field,
    mlmodelField: field,
  });
  const added: FileContent[] = [...without(written, saved), ...saved];
  const all = sortByPath([...without(files, added), ...digestsOf(added)]);
  requireOnePackage(
    all.map(({ path }) => path),
    field,
  );
  const signature = source.signature ?? (mlmodel.signature ? undefined : inferred);
  requireRoom(mlmodel, { ...source, signature }, field);
  return {
    row,
    sent: files,
    source: {
      ...source,
      files: all,
      signature,
      experimentId: row.experiment_id,
      runId: row.own_run === 1 ? undefined : runId,
      upload: { ...source.upload, place: { modelId, runId, artifactUri } },
    },
    content: { files: added, mlmodel },
  };
}

async function wholeFiles({ store, mlflow }: RegistryContext, row: UploadRow) {
  const files = await listUploadFiles(store.db, row.upload_id);
  const missing = files.filter((file) => file.complete === 0);
  if (missing.length > 0) throw incomplete(missing.map(({ path }) => path));
  const paths = files.map(({ path }) => path);
  const stored = await mlflow.loggedModels.sizesOf(row.model_id ?? "", paths);
  // MLflow may have lost one, or been sent half of one again.
  const lost = files.filter(
    (file) => file.path !== MLMODEL && stored.get(file.path) !== file.size_bytes,
  );
  for (const { path } of lost) {
    await noteProgress(store.db, row.upload_id, path, { storedBytes: 0, complete: false });
  }
  if (lost.length > 0) throw incomplete(lost.map(({ path }) => path));
  return files.map(
    (file): FileDigest => ({ path: file.path, sizeBytes: file.size_bytes, sha256: file.sha256 }),
  );
}

/**
 * Gives an upload back that a registration took and came to nothing: it can be registered again,
 * unless its model is READY, which MLflow does not take back.
 */
export async function giveBackUpload(
  { store, mlflow, config }: RegistryContext,
  { lease, registrationId }: Registering,
  { place }: UploadPlan,
): Promise<void> {
  const model = place && (await mlflow.loggedModels.get(place.modelId).catch(unlessGone));
  const isUsable = model?.status === "LOGGED_MODEL_PENDING";
  const now = Date.now();
  await store.transaction(async (tx) => {
    if (!(await removeRegistration(tx, lease))) return;
    if (isUsable) await reopenUpload(tx, registrationId, "OPEN", now + config.uploadExpiryMs);
    else await reopenUpload(tx, registrationId, "DELETING", now);
  });
}

function unlessGone(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}

function incomplete(paths: readonly string[]): ModelwireError {
  const shown = paths.slice(0, 3).join(", ");
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return new ModelwireError(
    ErrorReason.UPLOAD_INCOMPLETE,
    `uploaded_package: not whole: ${shown}${more}; send what GetUpload says is missing, then register`,
    {
      preconditions: paths.map((subject) => ({ subject, description: "expected to be whole" })),
    },
  );
}
