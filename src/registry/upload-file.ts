import { createHash } from "node:crypto";
import { z } from "zod";
import type { UploadFile } from "#gen/modelwire/registry/v1/upload_pb.js";
import { invalidField } from "../error.ts";
import { MLMODEL } from "../package/mlmodel.ts";
import { wrongPath } from "../package/path.ts";
import type { Queryable } from "../store/store.ts";
import { announceFile, noteProgress, type UploadFileRow } from "../store/upload-files.ts";
import { keepMlmodel } from "../store/uploads.ts";
import { check } from "../validation.ts";
import type { RegistryContext } from "./context.ts";
import { readSentMlmodel } from "./package-content.ts";
import { goesInParts } from "./part-plan.ts";
import {
  createKeeper,
  endsEarly,
  type IncomingFile,
  refuseClosed,
  requireDigest,
  stayOpen,
} from "./upload-content.ts";
import { receiveInParts } from "./upload-file-parts.ts";
import type { UploadReader } from "./upload-parts.ts";
import type { UploadRoom } from "./upload-room.ts";
import type { OpenUpload } from "./upload-start.ts";

/** Up to this size a file is held whole: its digest is checked before MLflow sees any of it. */
const HELD_WHOLE_BYTES = 4 * 1024 ** 2;

const fileRules = z.looseObject({
  file: z.looseObject({
    path: z.string().superRefine((path, context) => {
      const wrong = wrongPath(path);
      if (wrong) context.addIssue({ code: "custom", message: wrong });
    }),
    sizeBytes: z
      .number()
      .refine(
        (size) => Number.isSafeInteger(size) && size >= 0,
        "expected a whole number of bytes",
      ),
    sha256: z.string().regex(/^[0-9a-fA-F]{64}$/, "expected 64 hexadecimal digits"),
  }),
});

/** Takes one file to MLflow. @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_OPEN; MlflowError */
export async function receiveFile(
  context: RegistryContext,
  upload: OpenUpload,
  file: UploadFile,
  { reader, room }: { reader: UploadReader; room: UploadRoom },
): Promise<void> {
  check(fileRules, { file });
  room.take(file);
  const { store, mlflow, onStep } = context;
  // Each commit reaches the disk, so what goes together is one.
  const row = await store.transaction(async (tx) => {
    await stayOpen(context, upload, tx);
    return announceFile(tx, {
      uploadId: upload.upload_id,
      path: file.path,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256.toLowerCase(),
    });
  });
  if (row.size_bytes !== file.sizeBytes || row.sha256 !== file.sha256.toLowerCase()) {
    throw invalidField(
      "file.sha256",
      `"${file.path}" was announced before with ${row.size_bytes} bytes and the SHA-256 ${row.sha256}; delete the upload to send another content`,
    );
  }
  const incoming = { row, offsetBytes: file.offsetBytes ?? 0, name: `"${file.path}"` };
  // All of it is stored: nothing is to be sent again.
  if (row.complete === 1 && incoming.offsetBytes === row.size_bytes && row.size_bytes > 0) return;
  const isLarge = goesInParts(row.size_bytes, context.leastPartBytes) || row.multipart !== null;
  if (row.path !== MLMODEL && isLarge) {
    if (await receiveInParts(context, upload, incoming, reader)) return;
  }
  if (incoming.offsetBytes !== 0) {
    throw invalidField(
      "file.offset_bytes",
      `expected 0: of "${file.path}" nothing is stored that could be gone on with`,
    );
  }
  const chunks = checkedChunks(context, upload, incoming, reader);
  if (row.path === MLMODEL) {
    await receiveMlmodel(context, upload, row, chunks);
    return;
  }
  if (row.size_bytes <= HELD_WHOLE_BYTES) {
    await mlflow.artifacts.put(upload.artifact_uri, row.path, await whole(chunks));
  } else {
    await mlflow.artifacts.send(upload.artifact_uri, row.path, row.size_bytes, chunks);
  }
  await noteWhole(store.db, row);
  onStep("upload-file-stored");
}

function noteWhole(db: Queryable, row: UploadFileRow): Promise<void> {
  const { upload_id: uploadId, path, size_bytes: storedBytes } = row;
  return noteProgress(db, uploadId, path, { storedBytes, complete: true });
}

/** The MLmodel waits in the database: it is written when it is known what it has to say. */
async function receiveMlmodel(
  { store, config, onStep }: RegistryContext,
  upload: OpenUpload,
  row: UploadFileRow,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (row.size_bytes > config.maxMessageBytes) {
    const most = config.maxMessageBytes;
    throw invalidField("file.size_bytes", `expected an MLmodel of at most ${most} bytes`);
  }
  const content = await whole(chunks);
  readSentMlmodel(content, "chunk");
  await store.transaction(async (tx) => {
    if (!(await keepMlmodel(tx, upload.upload_id, content))) await refuseClosed(tx, upload);
    await noteWhole(tx, row);
  });
  onStep("upload-file-stored");
}

/** Passes on the bytes of a file; the last of them only where size and digest are right. */
async function* checkedChunks(
  context: RegistryContext,
  upload: OpenUpload,
  { row, name }: IncomingFile,
  reader: UploadReader,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const open = createKeeper(context, upload);
  let leftBytes = row.size_bytes;
  while (leftBytes > 0) {
    const chunk = await reader.read(leftBytes);
    if (!chunk) throw endsEarly(name, row.size_bytes - leftBytes, row.size_bytes);
    hash.update(chunk);
    leftBytes -= chunk.byteLength;
    if (leftBytes === 0) requireDigest(hash.digest("hex"), row, name);
    await open();
    yield chunk;
  }
  if (row.size_bytes === 0) requireDigest(hash.digest("hex"), row, name);
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(chunks));
}
