import { createSHA256, type IHasher } from "hash-wasm";
import { invalidField } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import { isOver, type Multipart } from "../mlflow/multipart.ts";
import type { RegistryContext } from "./context.ts";
import { beginAgain, NOT_DROPPED, notJoined, takenOver } from "./part-errors.ts";
import {
  createProgressNotes,
  type PartProgress,
  type ProgressNotes,
  readProgress,
} from "./part-progress.ts";
import { beginParts } from "./part-start.ts";
import {
  createKeeper,
  endsEarly,
  type IncomingFile,
  requireDigest,
  stayOpen,
} from "./upload-content.ts";
import type { UploadReader } from "./upload-parts.ts";
import type { OpenUpload } from "./upload-start.ts";

/** A file on its way to the store, in parts. */
interface Sending {
  context: RegistryContext;
  upload: OpenUpload;
  file: IncomingFile;
  parts: Multipart;
  notes: ProgressNotes;
  progress: PartProgress;
}

/**
 * Takes a large file to the store behind MLflow in parts, which stay where the call breaks off.
 * False, with nothing read, where MLflow offers no such thing, or nothing is there to go on with.
 * @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_OPEN; MlflowError
 */
export async function receiveInParts(
  context: RegistryContext,
  upload: OpenUpload,
  file: IncomingFile,
  reader: UploadReader,
): Promise<boolean> {
  const { row, offsetBytes } = file;
  const parts = context.mlflow.artifacts.multipart(upload.artifact_uri, row.path);
  const notes = createProgressNotes(context, row);
  const earlier = readProgress(row);
  const common = { context, upload, file, parts, notes };
  if (offsetBytes > 0) {
    // What was stored when the caller asked may be more by now, or begun anew.
    const isWithin = offsetBytes < row.size_bytes;
    if (row.complete === 1 && isWithin) throw takenOver(row.path);
    if (!earlier) return false;
    if (offsetBytes !== row.stored_bytes) {
      if (isWithin && offsetBytes % earlier.partBytes === 0) throw takenOver(row.path);
      throw invalidField(
        "file.offset_bytes",
        `expected ${row.stored_bytes}, what is stored of ${file.name}, or 0`,
      );
    }
    await receiveRest({ ...common, progress: earlier }, reader);
    return true;
  }
  const progress = await beginParts(context, upload, parts, row.size_bytes);
  if (progress) {
    const sending = { ...common, progress };
    if (!(await notes.note(progress))) await giveWay(sending);
    if (earlier) await abort(sending, earlier);
    await receiveRest(sending, reader);
  } else if (earlier) await drop({ ...common, progress: earlier });
  return progress !== undefined;
}

async function receiveRest(sending: Sending, reader: UploadReader): Promise<void> {
  const { context, upload, file, parts, notes, progress } = sending;
  const { row } = file;
  const hash = await createSHA256();
  try {
    if (progress.hash) hash.load(Buffer.from(progress.hash, "base64"));
  } catch (error) {
    // Another version of the library kept it.
    await drop(sending);
    throw beginAgain(row.path, "what is stored of it cannot be gone on with", error);
  }
  const keepOpen = createKeeper(context, upload);
  for (let index = progress.etags.length; index < progress.upload.parts.length; index++) {
    const from = index * progress.partBytes;
    const sizeBytes = Math.min(progress.partBytes, row.size_bytes - from);
    const chunks = partOf(sending, reader, hash, from, sizeBytes, keepOpen);
    try {
      progress.etags.push(await parts.sendPart(progress.upload, index, sizeBytes, chunks));
    } catch (error) {
      if (isOver(error)) {
        if (await isStored(sending)) await leaveStored(sending);
        await drop(sending);
      }
      // Of an upload that was deleted meanwhile, a store may say anything.
      if (error instanceof MlflowError) await stayOpen(context, upload);
      throw isOver(error)
        ? beginAgain(row.path, "the store takes no more of its parts", error)
        : error;
    }
    progress.hash = Buffer.from(hash.save()).toString("base64");
    if (!(await notes.note(progress))) await giveWay(sending);
    context.onStep("upload-part-stored");
  }
  await complete(sending);
  context.onStep("upload-parts-joined");
  if (!(await notes.end("whole"))) await giveWay(sending);
  context.onStep("upload-file-stored");
}

async function* partOf(
  sending: Sending,
  reader: UploadReader,
  hash: IHasher,
  from: number,
  sizeBytes: number,
  keepOpen: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const { row, name } = sending.file;
  let at = from;
  while (at < from + sizeBytes) {
    const chunk = await reader.read(from + sizeBytes - at);
    if (!chunk) throw endsEarly(name, at, row.size_bytes);
    hash.update(chunk);
    at += chunk.byteLength;
    if (at === row.size_bytes) {
      const digest = digestSoFar(hash);
      // Which of the parts is wrong, nobody knows.
      if (digest !== row.sha256) await drop(sending);
      requireDigest(digest, row, name);
    }
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

async function complete(sending: Sending): Promise<void> {
  const { file, parts, progress } = sending;
  try {
    await parts.complete(progress.upload, progress.etags);
  } catch (error) {
    // An earlier call may have done it, and its answer was lost.
    if (!(await isStored(sending))) throw notJoined(error, file.row.path, file.row.size_bytes);
    await parts.abort(progress.upload).catch(() => {});
  }
}

/** Tells whether the store has the file whole: no call puts parts together that are not of it. */
async function isStored({ context, upload, file }: Sending): Promise<boolean> {
  const { path, size_bytes: sizeBytes } = file.row;
  const stored = await context.mlflow.loggedModels
    .sizesOf(upload.model_id, [path])
    .catch(() => undefined);
  return stored?.get(path) === sizeBytes;
}

/** Leaves a file as it is that another call has put together, and may not have noted yet. */
async function leaveStored({ notes, file }: Sending): Promise<never> {
  await notes.end("whole");
  throw takenOver(file.row.path);
}

/** Forgets what is stored of a file, and drops its parts. */
async function drop(sending: Sending): Promise<void> {
  await sending.notes.end("none");
  await abortUnlessShared(sending);
}

/** Leaves a file to the call that has taken it over, or to whoever deletes the upload. */
async function giveWay(sending: Sending): Promise<never> {
  await abortUnlessShared(sending);
  await stayOpen(sending.context, sending.upload);
  throw takenOver(sending.file.row.path);
}

async function abortUnlessShared(sending: Sending): Promise<void> {
  const { notes, progress } = sending;
  if (!(await notes.isStillOf(progress.upload))) await abort(sending, progress);
}

async function abort({ context, file, parts }: Sending, { upload }: PartProgress): Promise<void> {
  await parts.abort(upload).catch((error) => {
    context.log.warn({ err: error, path: file.row.path }, NOT_DROPPED);
  });
}
