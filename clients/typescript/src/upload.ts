import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { UploadPackageRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Upload, UploadStartSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import type { Modelwire } from "./connect.ts";
import { reasonOf } from "./errors.ts";
import {
  chunkBytes,
  type DigestedFile,
  digestFiles,
  listFiles,
  PackageError,
} from "./package-files.ts";
import { type TransferOptions, type Try, transfer } from "./transfer.ts";

type Start = Extract<MessageInitShape<typeof UploadStartSchema>, { $typeName?: never }>;
type Part = MessageInitShape<typeof UploadPackageRequestSchema>;

/** How to upload a directory. */
export interface UploadDirectoryOptions extends Partial<TransferOptions>, Omit<Start, "$typeName"> {
  /** A UUID: the same again goes on with the upload. Unset: a new one. */
  uploadId?: string;
  /** Is told how many bytes of all files the server has. */
  onReached?: (bytes: number) => void;
}

/**
 * Uploads the files of a directory, such as a model as MLflow saves one, to register it
 * afterwards: `source: { case: "uploadedPackage", value: { uploadId } }`. Takes constant memory, and goes on by
 * itself where the connection breaks.
 *
 * @throws PackageError for what cannot be uploaded as it is, ConnectError as the server says
 */
export async function uploadDirectory(
  { registry }: Pick<Modelwire, "registry">,
  directory: string,
  options: UploadDirectoryOptions = {},
): Promise<Upload> {
  const { stallMs, signal, firstWaitMs, onWait, onReached = () => {}, ...start } = options;
  const files = await digestFiles(await listFiles(directory));
  return await sendPackage(
    registry,
    { ...start, uploadId: start.uploadId ?? randomUUID() },
    files,
    {
      stallMs: stallMs ?? 60_000,
      signal: signal ?? new AbortController().signal,
      ...(firstWaitMs !== undefined && { firstWaitMs }),
      ...(onWait && { onWait }),
      onReached,
    },
  );
}

/** What to send, and how. */
export interface SendOptions extends TransferOptions {
  /** Says how many bytes of all files the server has. */
  onReached: (bytes: number) => void;
}

/**
 * Uploads files, or what the server does not have of them: it is asked first, and again whenever
 * a call breaks off. Takes constant memory.
 *
 * @throws ConnectError as the server says, PackageError where a file changes meanwhile
 */
export async function sendPackage(
  registry: Modelwire["registry"],
  start: Start & { uploadId: string },
  files: readonly DigestedFile[],
  { onReached, ...options }: SendOptions,
): Promise<Upload> {
  return transfer(async (one) => {
    const missing = missingParts(files, await findUpload(registry, start.uploadId, one));
    let doneBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    for (const { file, offsetBytes } of missing) doneBytes -= file.sizeBytes - offsetBytes;
    const reached = (bytes: number) => {
      one.reached(bytes);
      onReached(bytes);
    };
    reached(doneBytes);
    // What goes wrong with a file ends the call, which would tell it as a failure of its own.
    let wrong: unknown;
    const parts = async function* (): AsyncGenerator<Part> {
      yield { part: { case: "start", value: start } };
      // While a part is handed over, what is thrown here is the connection's.
      let handingOver = false;
      try {
        for await (const part of partsOf(missing)) {
          handingOver = true;
          yield part;
          handingOver = false;
          if (part.part.case === "chunk") doneBytes += part.part.value.byteLength;
          reached(doneBytes);
        }
      } catch (error) {
        if (!handingOver) wrong = error;
        throw error;
      }
    };
    try {
      const { upload } = await registry.uploadPackage(parts(), {
        signal: one.signal,
        timeoutMs: 0,
      });
      if (!upload) throw new Error("the server answered without an upload");
      return upload;
    } catch (error) {
      throw wrong ?? error;
    }
  }, options);
}

async function findUpload(
  registry: Modelwire["registry"],
  uploadId: string,
  { signal }: Try,
): Promise<Upload | undefined> {
  try {
    return (await registry.getUpload({ uploadId }, { signal })).upload;
  } catch (error) {
    if (reasonOf(error) === "UPLOAD_NOT_FOUND") return undefined;
    throw error;
  }
}

interface Missing {
  file: DigestedFile;
  offsetBytes: number;
}

/** Tells which files are to be sent, and from where. */
function missingParts(files: readonly DigestedFile[], upload: Upload | undefined): Missing[] {
  const known = new Map(upload?.files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    const there = known.get(file.path);
    if (!there) return [{ file, offsetBytes: 0 }];
    if (there.sha256 !== file.sha256 || there.sizeBytes !== file.sizeBytes) {
      throw new PackageError(
        `${file.path}: is not the file that the upload began with; begin a new one, with another id`,
      );
    }
    return there.complete ? [] : [{ file, offsetBytes: there.storedBytes }];
  });
}

async function* partsOf(missing: readonly Missing[]) {
  for (const { file, offsetBytes } of missing) {
    const { path, sizeBytes, sha256 } = file;
    yield {
      part: { case: "file", value: { path, sizeBytes, sha256, offsetBytes } },
    } as const satisfies Part;
    let sentBytes = offsetBytes;
    const options = { start: offsetBytes, highWaterMark: chunkBytes };
    for await (const bytes of createReadStream(file.file, options)) {
      const value: Uint8Array<ArrayBuffer> = bytes;
      sentBytes += value.byteLength;
      if (sentBytes > sizeBytes) break;
      yield { part: { case: "chunk", value } } as const satisfies Part;
    }
    if (sentBytes !== sizeBytes) {
      throw new PackageError(`${path}: was changed while it was uploaded`, true);
    }
  }
}
