import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { z } from "zod";
import type { UploadPackageRequest } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type Upload, UploadSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import { sortByPath } from "../package/digest.ts";
import { listUploadFiles } from "../store/upload-files.ts";
import { findUpload, moveUpload } from "../store/uploads.ts";
import { check } from "../validation.ts";
import type { RegistryContext } from "./context.ts";
import { uuid } from "./request-rules.ts";
import { cleanUpUpload } from "./upload-expiry.ts";
import { receiveFile } from "./upload-file.ts";
import { ownUpload } from "./upload-owner.ts";
import { createUploadReader } from "./upload-parts.ts";
import { readRoom } from "./upload-room.ts";
import { notOpen, openUpload } from "./upload-start.ts";

const rules = z.looseObject({ uploadId: uuid });

/**
 * Takes the files of a package to MLflow as they come, and tells what is stored. What is whole
 * stays where the call breaks off.
 * @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_OPEN; MlflowError
 */
export async function receivePackage(
  context: RegistryContext,
  messages: AsyncIterable<UploadPackageRequest>,
  signal: AbortSignal,
): Promise<Upload> {
  const reader = createUploadReader(messages);
  const upload = await openUpload(context, await reader.start(), signal);
  const room = await readRoom(context, upload);
  for (;;) {
    const file = await reader.nextFile();
    if (!file) return describe(context, upload.upload_id);
    await receiveFile(context, upload, file, { reader, room });
  }
}

/**
 * Tells what is stored of an upload.
 * @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN
 */
export async function getUpload(context: RegistryContext, uploadId: string): Promise<Upload> {
  check(rules, { uploadId });
  return describe(context, uploadId.toLowerCase());
}

/**
 * Deletes an upload with all that was made for it.
 * @throws ModelwireError INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN; MlflowError
 */
export async function deleteUpload(context: RegistryContext, givenId: string): Promise<void> {
  check(rules, { uploadId: givenId });
  const uploadId = givenId.toLowerCase();
  const { caller, store } = context;
  const find = async () => ownUpload(caller, await findUpload(store.db, uploadId));
  const isThere = (await find()) !== undefined;
  const isMoved =
    isThere && (await moveUpload(store.db, uploadId, ["OPEN", "DELETING"], "DELETING"));
  const row = await find();
  if (!isMoved || !row) throw notOpen(uploadId, row);
  await cleanUpUpload(context, row);
}

async function describe({ caller, store }: RegistryContext, uploadId: string): Promise<Upload> {
  const row = ownUpload(caller, await findUpload(store.db, uploadId));
  if (row?.state !== "OPEN") throw notOpen(uploadId, row);
  const files = (await listUploadFiles(store.db, uploadId)).map((file) => ({
    path: file.path,
    sizeBytes: file.size_bytes,
    sha256: file.sha256,
    storedBytes: file.stored_bytes,
    complete: file.complete === 1,
  }));
  return create(UploadSchema, {
    uploadId,
    modelUuid: row.model_id ?? "",
    runId: row.run_id ?? "",
    files: sortByPath(files),
    expireTime: timestampFromMs(row.expires_at),
  });
}
