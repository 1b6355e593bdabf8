import { createHash } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { PackageFile } from "#gen/modelwire/registry/v1/model_info_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  DownloadPackageRequest,
  DownloadPackageResponseSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getModelVersion } from "../catalog/get.ts";
import { invalidField, invalidFields, ModelwireError } from "../error.ts";
import type { VersionSource } from "../mlflow/model-versions.ts";
import { sortByPath } from "../package/digest.ts";
import { findSignatureBundle } from "../store/signature-bundles.ts";
import type { RegistryContext } from "./context.ts";
import { MOST_FILES } from "./package-content.ts";

type Part = MessageInitShape<typeof DownloadPackageResponseSchema>;

/** A file to send, with what was recorded of it. */
interface WantedFile {
  path: string;
  sizeBytes: number;
  /** Unset for a model whose files Modelwire did not carry. */
  sha256?: string;
}

/**
 * Sends the files of a model version as MLflow gives them, each checked against what was recorded.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, DIGEST_MISMATCH;
 *   MlflowError
 */
export async function* downloadPackage(
  context: RegistryContext,
  { ref, paths }: DownloadPackageRequest,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  if (paths.length > MOST_FILES) {
    throw invalidField("paths", `expected at most ${MOST_FILES} paths, not ${paths.length}`);
  }
  const registration = await getModelVersion(context, ref, "ref", signal);
  const { modelId, modelInfo } = registration;
  const files = choose(await filesOf(context, registration), paths, modelId);
  const digest = modelInfo?.packageDigest;
  const bundle =
    modelInfo?.packageSignature &&
    (await findSignatureBundle(context.store.db, registration.registrationId ?? ""));
  yield {
    part: {
      case: "start",
      value: {
        modelId,
        modelUuid: modelInfo?.modelUuid ?? "",
        files,
        ...(digest !== undefined && { packageDigest: digest }),
        ...(bundle !== undefined && { signatureBundle: bundle }),
      },
    },
  };
  for (const file of files) yield* sendFile(context, registration, file);
}

async function filesOf(
  { mlflow }: RegistryContext,
  registration: Registration,
): Promise<WantedFile[]> {
  const { modelInfo } = registration;
  const recorded = modelInfo?.files ?? [];
  if (recorded.length > 0) {
    return recorded.map(({ path, sizeBytes, sha256 }: PackageFile) => ({
      path,
      sizeBytes,
      sha256,
    }));
  }
  const sizes =
    modelInfo?.modelId === undefined
      ? await mlflow.modelVersions.listFiles(sourceOf(registration))
      : await mlflow.loggedModels.listFiles(modelInfo.modelId);
  const found = [...sizes].map(([path, sizeBytes]) => ({ path, sizeBytes, sha256: "" }));
  return sortByPath(found).map(({ path, sizeBytes }) => ({ path, sizeBytes }));
}

function sourceOf({ modelName, version, modelVersion }: Registration): VersionSource {
  return { name: modelName, version, source: modelVersion?.source ?? "" };
}

function choose(files: WantedFile[], paths: readonly string[], modelId: string): WantedFile[] {
  if (paths.length === 0) return files;
  const known = new Set(files.map(({ path }) => path));
  const violations = paths.flatMap((path, i) =>
    known.has(path)
      ? []
      : [{ field: `paths[${i}]`, description: `${modelId} has no file "${path}"` }],
  );
  if (violations.length > 0) throw invalidFields(violations);
  const wanted = new Set(paths);
  return files.filter(({ path }) => wanted.has(path));
}

async function* sendFile(
  { mlflow }: RegistryContext,
  registration: Registration,
  file: WantedFile,
): AsyncGenerator<Part> {
  const { modelInfo } = registration;
  yield { part: { case: "file", value: file } };
  const chunks =
    modelInfo?.modelId === undefined
      ? await mlflow.modelVersions.openFile(sourceOf(registration), file.path, file.sizeBytes)
      : await mlflow.loggedModels.openFile(modelInfo.modelId, file.path, file.sizeBytes);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    sizeBytes += chunk.byteLength;
    yield { part: { case: "chunk", value: chunk } };
  }
  const sha256 = hash.digest("hex");
  if (file.sha256 !== undefined && file.sha256 !== sha256) throw mismatch(file, sha256);
  yield { part: { case: "fileEnd", value: { file: { path: file.path, sizeBytes, sha256 } } } };
}

function mismatch({ path, sha256 = "" }: WantedFile, actual: string): ModelwireError {
  return new ModelwireError(
    ErrorReason.DIGEST_MISMATCH,
    `"${path}" is not what was registered: its SHA-256 is ${actual}, and ${sha256} was recorded`,
    { metadata: { path, recorded_sha256: sha256, actual_sha256: actual } },
  );
}
