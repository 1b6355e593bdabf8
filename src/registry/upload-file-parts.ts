import { createSHA256, type IHasher } from "hash-wasm";
import { invalidField } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import type { Multipart, MultipartUpload } from "../mlflow/multipart.ts";
import { noteProgress } from "../store/uploads.ts";
import type { RegistryContext } from "./context.ts";
import { createKeeper, endsEarly, type IncomingFile, requireDigest } from "./upload-content.ts";
import type { UploadReader } from "./upload-parts.ts";
import type { OpenUpload } from "./upload-start.ts";

/** From this size on a file goes in parts, where MLflow offers that. */
export const IN_PARTS_FROM_BYTES = 64 * 1024 ** 2;

const PART_BYTES = 32 * 1024 ** 2;
/** S3 takes no more. */
const MOST_PARTS = 10_000;

/** How to go on with a file, as the database keeps it. */
interface Progress {
  upload: MultipartUpload;
  partBytes: number;
  /** The store's tag of each part that it has. */
  etags: string[];
  /** State of the digest after those parts, base64. */
  hash: string | undefined;
}

// A store is asked once whether it takes files in parts.
const refusing = new WeakMap<object, Set<string>>();

/**
 * Takes a large file to the store behind MLflow in parts, which stay where the call breaks off.
 * False, with nothing read, where MLflow offers no such thing.
 */
export async function receiveInParts(
  context: RegistryContext,
  upload: OpenUpload,
  file: IncomingFile,
  reader: UploadReader,
): Promise<boolean> {
  const { row, offsetBytes } = file;
  const parts = context.mlflow.artifacts.multipart(upload.artifact_uri, row.path);
  const isFresh = offsetBytes === 0 || row.multipart === null;
  if (isFresh && row.multipart !== null) {
    await drop(context, parts, file, (JSON.parse(row.multipart) as Progress).upload);
  }
  const progress = isFresh
    ? await begin(context, upload, parts, row.size_bytes)
    : (JSON.parse(row.multipart ?? "") as Progress);
  if (!progress) return false;
  const storedBytes = isFresh ? 0 : row.stored_bytes;
  if (offsetBytes !== storedBytes) {
    throw invalidField("file.offset_bytes", `expected ${storedBytes}, what is stored of it, or 0`);
  }
  await receiveRest(context, upload, file, reader, parts, progress);
  return true;
}

async function begin(
  { mlflow }: RegistryContext,
  { artifact_uri: artifactUri }: OpenUpload,
  parts: Multipart,
  sizeBytes: number,
): Promise<Progress | undefined> {
  const known = refusing.get(mlflow) ?? new Set<string>();
  refusing.set(mlflow, known);
  const store = /^mlflow-artifacts:\/\/[^/]*/.exec(artifactUri)?.[0] ?? "";
  if (known.has(store)) return undefined;
  const partBytes = Math.max(PART_BYTES, Math.ceil(sizeBytes / MOST_PARTS));
  const upload = await parts.create(Math.ceil(sizeBytes / partBytes));
  if (!upload) known.add(store);
  return upload && { upload, partBytes, etags: [], hash: undefined };
}

async function receiveRest(
  context: RegistryContext,
  upload: OpenUpload,
  file: IncomingFile,
  reader: UploadReader,
  parts: Multipart,
  progress: Progress,
): Promise<void> {
  const { row } = file;
  const hash = await createSHA256();
  if (progress.hash) hash.load(Buffer.from(progress.hash, "base64"));
  const note = (storedBytes: number, complete: boolean) =>
    noteProgress(context.store.db, upload.upload_id, row.path, {
      storedBytes,
      complete,
      multipart: complete ? undefined : JSON.stringify(progress),
    });
  const keepOpen = createKeeper(context, upload);
  for (let index = progress.etags.length; index < progress.upload.parts.length; index++) {
    const from = index * progress.partBytes;
    const sizeBytes = Math.min(progress.partBytes, row.size_bytes - from);
    const chunks = partOf(reader, hash, file, from, sizeBytes, keepOpen);
    try {
      progress.etags.push(await parts.sendPart(progress.upload, index, sizeBytes, chunks));
    } catch (error) {
      if (error instanceof MlflowError && error.failure === "credentials") {
        await drop(context, parts, file, progress.upload);
        throw linksExpired(error, row.path);
      }
      throw error;
    }
    progress.hash = Buffer.from(hash.save()).toString("base64");
    await note(from + sizeBytes, false);
    context.onStep("upload-part-stored");
  }
  await complete(context, upload, file, parts, progress);
  await note(row.size_bytes, true);
  context.onStep("upload-file-stored");
}

async function* partOf(
  reader: UploadReader,
  hash: IHasher,
  { row, name }: IncomingFile,
  from: number,
  sizeBytes: number,
  keepOpen: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let at = from;
  while (at < from + sizeBytes) {
    const chunk = await reader.read(from + sizeBytes - at);
    if (!chunk) throw endsEarly(name, at, row.size_bytes);
    hash.update(chunk);
    at += chunk.byteLength;
    if (at === row.size_bytes) requireDigest(digestSoFar(hash), row, name);
    await keepOpen();
    yield chunk;
  }
}

// To take the digest ends a hash, whose state is still to be kept.
function digestSoFar(hash: IHasher): string {
  const state = hash.save();
  const digest = hash.digest("hex");
  hash.load(state);
  return digest;
}

async function complete(
  { mlflow }: RegistryContext,
  { model_id: modelId }: OpenUpload,
  { row }: IncomingFile,
  parts: Multipart,
  { upload, etags }: Progress,
): Promise<void> {
  try {
    await parts.complete(upload, etags);
  } catch (error) {
    // An earlier call may have done it, and its answer was lost.
    const stored = await mlflow.loggedModels.listFiles(modelId).catch(() => undefined);
    if (stored?.get(row.path) !== row.size_bytes) throw error;
  }
}

async function drop(
  { store, log }: RegistryContext,
  parts: Multipart,
  { row }: IncomingFile,
  upload: MultipartUpload,
): Promise<void> {
  await noteProgress(store.db, row.upload_id, row.path, { storedBytes: 0, complete: false });
  await parts.abort(upload).catch((error) => {
    log.warn({ err: error, path: row.path }, "could not drop the parts of a file");
  });
}

function linksExpired(error: MlflowError, path: string): MlflowError {
  return new MlflowError(
    `the store's links for the parts of "${path}" do not work any more: send it again from its beginning`,
    { ...error, failure: "unavailable", cause: error },
  );
}
