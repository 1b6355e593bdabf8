import type { MessageInitShape } from "@bufbuild/protobuf";
import type { RegisterBaselineRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { LocalFile } from "../../clients/typescript/src/package-files.ts";
import { invalid } from "./error.ts";
import { listPackage, readPackage } from "./package-files.ts";
import { readFlavor } from "./request-input.ts";

/** A larger package is uploaded: a server takes messages of 16 MiB, where it is not told else. */
const maxInlineBytes = 15 * 1024 ** 2;

/** Options that say where the model is. */
export interface SourceOptions {
  uri?: string;
  upload?: boolean;
  uploadId?: string;
  flavor?: string;
  codePath?: string[];
  experiment?: string;
  runId?: string;
}

type Shared = Extract<
  MessageInitShape<typeof RegisterBaselineRequestSchema>,
  { $typeName?: never }
>;

/** Where the model is. */
export interface ModelSource {
  source: Extract<NonNullable<Shared["source"]>, { case: string }>;
  /** Files to upload before, under the request id. */
  toUpload?: readonly LocalFile[];
}

/**
 * Finds what to register: a directory, in the request or uploaded before, an upload that is there
 * already, or what MLflow holds.
 *
 * @throws CliError for options that do not go together, and for a directory that is no package
 */
export async function readSource(
  directory: string | undefined,
  requestId: string,
  options: SourceOptions,
): Promise<ModelSource> {
  const { uri, uploadId, upload, flavor, codePath } = options;
  if ([directory, uri, uploadId].filter((one) => one !== undefined).length !== 1) {
    throw invalid("give a model directory, --uri or --upload-id, and only one of them");
  }
  if (directory === undefined && upload) throw invalid("--upload is for a model directory");
  if (uri !== undefined) {
    if (flavor !== undefined) {
      throw invalid("--flavor is for a directory: MLflow's models have one");
    }
    if (codePath !== undefined) throw invalid("--code-path is for a directory");
    return { source: { case: "mlflowUri", value: uri } };
  }
  if (uploadId !== undefined) return uploadedSource(uploadId, options);
  return directorySource(directory ?? "", requestId, options);
}

async function uploadedSource(
  uploadId: string,
  { flavor, codePath, experiment, runId }: SourceOptions,
): Promise<ModelSource> {
  if (experiment !== undefined || runId !== undefined) {
    throw invalid("--experiment and --run-id are for the upload: it has its run already");
  }
  if (codePath !== undefined)
    throw invalid("--code-path is for the upload: it has its files already");
  return { source: { case: "uploadedPackage", value: { uploadId, ...(await described(flavor)) } } };
}

async function directorySource(
  directory: string,
  requestId: string,
  { upload, flavor, codePath: codePaths = [] }: SourceOptions,
): Promise<ModelSource> {
  if (flavor === undefined && codePaths.length > 0) {
    throw invalid("--code-path is for --flavor: an MLmodel file says itself where the code is");
  }
  const files = await listPackage(directory, flavor === undefined ? undefined : codePaths);
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (upload || sizeBytes > maxInlineBytes) {
    const value = { uploadId: requestId, ...(await described(flavor)) };
    return { source: { case: "uploadedPackage", value }, toUpload: files };
  }
  const value = await readPackage(
    directory,
    flavor === undefined ? undefined : { description: await readFlavor(flavor), codePaths },
  );
  return { source: { case: "package", value } };
}

async function described(flavor: string | undefined) {
  return flavor === undefined ? {} : { modelDescription: await readFlavor(flavor) };
}
