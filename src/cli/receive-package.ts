import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type {
  DownloadFile,
  DownloadFileEnd,
  DownloadStart,
} from "#gen/modelwire/registry/v1/download_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import type { DownloadPackageResponse } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type TransferOptions, transfer } from "../../clients/typescript/src/transfer.ts";
import { packageDigest } from "../package/digest.ts";
import { wrongPath } from "../package/path.ts";
import type { Clients } from "./client.ts";
import { CliError, exitCodes } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";

/** A file that was received whole and checked, under a name of its own in the staging folder. */
export interface StagedFile {
  /** Path within the package: it stays in the directory that it is joined to. */
  path: string;
  /** Where it is now. */
  staged: string;
  sizeBytes: number;
  sha256: string;
}

/** What was received. */
export interface Received {
  start: DownloadStart;
  files: StagedFile[];
}

/** What to receive, and how. */
export interface ReceiveOptions extends TransferOptions {
  ref: ModelVersionRef;
  /** Paths within the package; all of it where there is none. */
  paths: readonly string[];
  /** Folder for the files, empty. */
  stagingDir: string;
  /** Says how many bytes of how many are received. */
  onReached: (bytes: number, totalBytes: number) => void;
}

/**
 * Receives the files of a model version into a folder, and checks each: its path, its size, and
 * its SHA-256 against what the server recorded. A call that breaks off is followed by another one
 * for the files that are left. The server is not trusted: what does not follow the contract ends
 * it.
 *
 * @throws ConnectError as the server says, CliError for files that are not what was announced
 */
export async function receivePackage(
  registry: Clients["registry"],
  { ref, paths, stagingDir, onReached, ...options }: ReceiveOptions,
): Promise<Received> {
  let first: DownloadStart | undefined;
  const files: StagedFile[] = [];
  await transfer(async (one) => {
    const left = first?.files.slice(files.length).map(({ path }) => path) ?? paths;
    if (first && left.length === 0) return;
    // An alias may mean another version by now.
    const wanted = first ? parseModelRef(first.modelId) : ref;
    const call = registry.downloadPackage(
      { ref: wanted, paths: [...left] },
      { signal: one.signal, timeoutMs: 0 },
    );
    const parts = call[Symbol.asyncIterator]();
    const start = startOf(await nextPart(parts));
    first ??= checkedStart(start);
    const announced = first.files.slice(files.length);
    if (start.files.map(keyOf).join() !== announced.map(keyOf).join()) {
      throw broken("the files are not those that were announced before");
    }
    const totalBytes = first.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    let receivedBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const onBytes = (bytes: number) => {
      receivedBytes += bytes;
      one.reached(receivedBytes);
      onReached(receivedBytes, totalBytes);
    };
    onBytes(0);
    for (const file of announced) {
      const staged = join(stagingDir, String(files.length));
      files.push(await receiveFile(parts, file, staged, onBytes));
    }
    if ((await parts.next()).done !== true) throw broken("more came than was announced");
  }, options);
  if (!first) throw broken("nothing came");
  checkDigest(first, files, paths.length === 0);
  return { start: first, files };
}

type Parts = AsyncIterator<DownloadPackageResponse>;

async function receiveFile(
  parts: Parts,
  announced: DownloadFile,
  staged: string,
  onBytes: (bytes: number) => void,
): Promise<StagedFile> {
  const { path, sizeBytes } = announced;
  const begin = await nextPart(parts);
  if (begin.case !== "file" || keyOf(begin.value) !== keyOf(announced)) {
    throw broken(`${path} was announced, and something else came`);
  }
  const file = await open(staged, "wx");
  try {
    const { sha256, end } = await writeChunks(parts, announced, file, onBytes);
    const told = [announced.sha256, end.file?.sha256].filter((digest) => digest !== undefined);
    if (end.file?.path !== path || end.file.sizeBytes !== sizeBytes) {
      throw broken(`${path} ended as something else`);
    }
    if (told.some((digest) => digest !== sha256)) {
      throw broken(`${path} has SHA-256 ${sha256}, and ${told.join(" and ")} was announced`);
    }
    return { path, staged, sizeBytes, sha256 };
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function writeChunks(
  parts: Parts,
  { path, sizeBytes }: DownloadFile,
  file: FileHandle,
  onBytes: (bytes: number) => void,
): Promise<{ sha256: string; end: DownloadFileEnd }> {
  const hash = createHash("sha256");
  let writtenBytes = 0;
  for (;;) {
    const part = await nextPart(parts);
    if (part.case === "fileEnd") {
      if (writtenBytes !== sizeBytes) throw broken(`${path} ended after ${writtenBytes} bytes`);
      return { sha256: hash.digest("hex"), end: part.value };
    }
    if (part.case !== "chunk") throw broken(`${path} has no end`);
    writtenBytes += part.value.byteLength;
    if (writtenBytes > sizeBytes) throw broken(`${path} is longer than ${sizeBytes} bytes`);
    hash.update(part.value);
    await file.writeFile(part.value);
    onBytes(part.value.byteLength);
  }
}

/** Refuses paths that lead elsewhere, or that two files have. */
function checkedStart(start: DownloadStart): DownloadStart {
  const seen = new Set<string>();
  for (const { path, sizeBytes } of start.files) {
    const wrong = wrongPath(path);
    if (wrong !== undefined) throw broken(wrong);
    if (seen.has(path)) throw broken(`${path} comes twice`);
    seen.add(path);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw broken(`${path} has no size`);
  }
  return start;
}

function checkDigest(start: DownloadStart, files: readonly StagedFile[], whole: boolean): void {
  if (!whole || start.packageDigest === undefined) return;
  const digest = packageDigest(files);
  if (digest !== start.packageDigest) {
    throw broken(`the package has digest ${digest}, and ${start.packageDigest} was announced`);
  }
}

function startOf(part: DownloadPackageResponse["part"]): DownloadStart {
  if (part.case !== "start") throw broken("it did not begin with what follows");
  return part.value;
}

async function nextPart(parts: Parts): Promise<DownloadPackageResponse["part"]> {
  const next = await parts.next();
  if (next.done === true) throw broken("it ended too early");
  return next.value.part;
}

function keyOf({ path, sizeBytes, sha256 = "" }: DownloadFile): string {
  return JSON.stringify([path, sizeBytes, sha256]);
}

function broken(what: string): CliError {
  return new CliError(`the download is not what it must be: ${what}`, exitCodes.failed);
}
