import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { UploadStart } from "#gen/modelwire/registry/v1/upload_pb.js";
import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { modelName } from "../catalog/name-rules.ts";
import { ModelwireError } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import {
  claimUploadStart,
  extendUpload,
  findUpload,
  insertUpload,
  placeUpload,
  releaseUploadStart,
  type UploadRow,
} from "../store/uploads.ts";
import { check } from "../validation.ts";
import { unlessGone } from "./clean-up.ts";
import type { RegistryContext } from "./context.ts";
import { findExperiment, forgetExperiments } from "./experiment.ts";
import { makeLoggedModel, makeRun, type PlaceOptions } from "./place.ts";
import { experimentName, runId, uuid } from "./request-rules.ts";
import { ownerOf, ownUpload } from "./upload-owner.ts";

const WAIT_FOR_OTHER_MS = 100;

/** An upload that takes files. */
export type OpenUpload = UploadRow & { run_id: string; model_id: string; artifact_uri: string };

const startRules = z.looseObject({
  start: z
    .looseObject({
      uploadId: uuid,
      name: modelName.optional(),
      experimentName: experimentName.optional(),
      runId: runId.optional(),
    })
    .refine(
      (start) => start.runId === undefined || start.experimentName === undefined,
      "expected either an experiment_name or a run_id, which is in an experiment",
    ),
});

/**
 * Begins an upload, or finds the one that was begun: its run and its logged model are in MLflow
 * then.
 * @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_OPEN; MlflowError
 */
export async function openUpload(
  context: RegistryContext,
  start: UploadStart,
  signal: AbortSignal,
): Promise<OpenUpload> {
  check(startRules, { start });
  const { caller, store, config, leaseMs } = context;
  const uploadId = start.uploadId.toLowerCase();
  if (!(await findUpload(store.db, uploadId))) {
    const begun = await beginUpload(context, start, uploadId);
    if (begun) return begun;
  }
  // Another may have begun it, before this call or meanwhile.
  const begun = await findUpload(store.db, uploadId);
  if (begun && !ownUpload(caller, begun)) throw notOpen(uploadId, undefined);
  for (;;) {
    if (!(await extendUpload(store.db, uploadId, Date.now() + config.uploadExpiryMs))) {
      throw notOpen(uploadId, await findUpload(store.db, uploadId));
    }
    const row = await findUpload(store.db, uploadId);
    if (row && isPlaced(row)) return row;
    const now = Date.now();
    if (row && (await claimUploadStart(store.db, uploadId, now, now + leaseMs))) {
      await place(context, row, false);
    } else {
      await sleep(WAIT_FOR_OTHER_MS, undefined, { signal });
    }
  }
}

/** Begins an upload; undefined where another call has begun it, or ended it, meanwhile. */
async function beginUpload(
  context: RegistryContext,
  start: UploadStart,
  uploadId: string,
): Promise<OpenUpload | undefined> {
  const { caller, store, config, leaseMs } = context;
  const experimentId = await findExperiment(context, {
    runId: start.runId,
    experimentName: start.experimentName ?? config.experimentName,
  });
  const now = Date.now();
  const isInserted = await insertUpload(store.db, {
    uploadId,
    registrationId: randomUUID(),
    owner: ownerOf(caller),
    name: start.name ?? "model",
    experimentId,
    runId: start.runId,
    createdAt: now,
    expiresAt: now + config.uploadExpiryMs,
    leaseUntil: now + leaseMs,
  });
  const inserted = isInserted ? await findUpload(store.db, uploadId) : undefined;
  if (!inserted) return undefined;
  await place(context, inserted, true);
  const row = await findUpload(store.db, uploadId);
  return row?.state === "OPEN" && isPlaced(row) ? row : undefined;
}

function isPlaced(row: UploadRow): row is OpenUpload {
  return row.model_id !== null && row.run_id !== null && row.artifact_uri !== null;
}

async function place(context: RegistryContext, row: UploadRow, isFirst: boolean): Promise<void> {
  const { mlflow, store } = context;
  const where: PlaceOptions = {
    registrationId: row.registration_id,
    experimentId: row.experiment_id,
    name: row.name,
    startTime: row.created_at,
  };
  // What an attempt that came to nothing has left is taken, not made again.
  const earlier = async <T>(find: (e: string, key: string, value: string) => Promise<T[]>) =>
    isFirst ? undefined : (await find(row.experiment_id, REGISTRATION_TAG, row.registration_id))[0];
  try {
    const runId =
      row.run_id ??
      ((await earlier(mlflow.runs.findByTag)) ?? (await makeRun(context, where))).run_id;
    context.onStep("upload-run-created");
    const model =
      (await earlier(mlflow.loggedModels.findByTag)) ??
      (await makeLoggedModel(context, where, runId, {}));
    context.onStep("upload-model-created");
    const made = { runId, modelId: model.model_id, artifactUri: model.artifact_uri };
    if (await placeUpload(store.db, row.upload_id, made)) return;
    // Another was as slow, and first.
    const placed = await findUpload(store.db, row.upload_id);
    const others = [placed?.run_id, placed?.model_id];
    if (!others.includes(made.modelId)) await unlessGone(mlflow.loggedModels.delete(made.modelId));
    if (row.run_id === null && !others.includes(runId)) await unlessGone(mlflow.runs.delete(runId));
  } catch (error) {
    if (error instanceof MlflowError) forgetExperiments(context);
    await releaseUploadStart(store.db, row.upload_id);
    throw error;
  }
}

/** Creates the error for an upload that takes nothing any more, or never did. */
export function notOpen(uploadId: string, row: UploadRow | undefined): ModelwireError {
  const metadata = { upload_id: uploadId };
  switch (row?.state) {
    case "ADOPTED":
    case "REGISTERED": {
      const text =
        row.state === "ADOPTED"
          ? "the upload is being registered"
          : "the upload was registered; begin another for another model";
      return new ModelwireError(ErrorReason.UPLOAD_NOT_OPEN, text, {
        metadata: { ...metadata, registration_id: row.registration_id },
      });
    }
    case "DELETING":
      return new ModelwireError(ErrorReason.UPLOAD_NOT_OPEN, "the upload is being deleted", {
        metadata,
      });
  }
  return new ModelwireError(
    ErrorReason.UPLOAD_NOT_FOUND,
    `no upload has the id ${uploadId}: it was never begun, or it has expired or was deleted`,
    { resource: { type: "upload", name: uploadId } },
  );
}
