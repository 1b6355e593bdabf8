import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { UploadPackageRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Upload, UploadStartSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import type { Clients } from "./client.ts";
import { CliError, exitCodes, invalid, reasonOf } from "./error.ts";
import type { LocalFile } from "./package-files.ts";
import { type TransferOptions, type Try, transfer } from "./transfer.ts";

/** Larger ones are no faster, and gRPC's own limit for a message is 4 MiB. */
const chunkBytes = 1024 ** 2;

/** A file of a package, with its digest. */
export interface DigestedFile extends LocalFile {
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
}

/** Reads files for their SHA-256, in constant memory. */
export async function digestFiles(files: readonly LocalFile[]): Promise<DigestedFile[]> {
  const digested: DigestedFile[] = [];
  for (const file of files) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(file.file, { highWaterMark: chunkBytes }), hash);
    digested.push({ ...file, sha256: hash.digest("hex") });
  }
  return digested;
}

/** What to send, and how. */
export interface SendOptions extends TransferOptions {
  /** Says how many bytes of all files the server has. */
  onReached: (bytes: number) => void;
}

type Start = Extract<MessageInitShape<typeof UploadStartSchema>, { $typeName?: never }>;
type Part = MessageInitShape<typeof UploadPackageRequestSchema>;

/**
 * Uploads files, or what the server does not have of them: it is asked first, and again whenever
 * a call breaks off. Takes constant memory.
 *
 * @throws ConnectError as the server says, CliError where a file changes meanwhile
 */
export async function sendPackage(
  registry: Clients["registry"],
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
      if (!upload) throw new CliError("the server answered nothing", exitCodes.failed);
      return upload;
    } catch (error) {
      throw wrong ?? error;
    }
  }, options);
}

async function findUpload(
  registry: Clients["registry"],
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
      throw invalid(
        `${file.path}: is not the file that the upload began with; without --upload-id a new one begins`,
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
      throw new CliError(`${path}: was changed while it was uploaded`, exitCodes.conflict);
    }
  }
}
