import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ModelFile } from "./model-files.ts";
import { fileParts, type RegistryClient, start, streamOf, type UploadPart } from "./transfers.ts";

/** A mebibyte, in bytes. */
export const MIB = 1024 ** 2;

/** What an upload is begun with, and the path that its large file has. */
export interface NewUpload {
  uploadId: string;
  name: string;
  experimentName: string;
}

/** Makes an upload that nobody has begun. */
export function newUpload(): NewUpload {
  const name = `parts-${randomUUID()}`;
  return { uploadId: randomUUID(), name, experimentName: name };
}

/** Makes a file whose every mebibyte is another, so that no two parts are alike. */
export function largeFile(sizeBytes: number): ModelFile {
  const content = new Uint8Array(sizeBytes).fill(randomBytes(1)[0] ?? 0);
  for (let at = 0; at < sizeBytes; at += MIB) {
    content.set(randomBytes(Math.min(16, sizeBytes - at)), at);
  }
  return { path: "data/weights.bin", content };
}

/** Sends a file from an offset on, or from its beginning, and gives what is stored of it then. */
export async function sendFile(
  client: RegistryClient,
  from: NewUpload,
  file: ModelFile,
  options: { offsetBytes?: number; digest?: string } = {},
) {
  const parts = fileParts(file, { chunkBytes: MIB, ...options });
  const { upload } = await client.uploadPackage(streamOf([start(from)], parts));
  return upload?.files.find(({ path }) => path === file.path);
}

/** Asks what is stored of a file. */
export async function storedOf(client: RegistryClient, from: NewUpload, file: ModelFile) {
  const { upload } = await client.getUpload({ uploadId: from.uploadId });
  return upload?.files.find(({ path }) => path === file.path);
}

/** Something that happens when so many bytes of a file have been sent, counted from its beginning. */
export interface Pause {
  atBytes: number;
  pause: () => Promise<void>;
}

/** Sends a file with pauses in which something happens; what that throws breaks the call off. */
export async function sendWithPause(
  client: RegistryClient,
  from: NewUpload,
  file: ModelFile,
  pauses: Pause | Pause[],
  offsetBytes = 0,
): Promise<void> {
  async function* parts(): AsyncGenerator<UploadPart> {
    yield start(from);
    let sentBytes = offsetBytes;
    for (const part of fileParts(file, { chunkBytes: MIB, offsetBytes })) {
      yield part;
      if (part.part?.case !== "chunk") continue;
      sentBytes += MIB;
      for (const { atBytes, pause } of [pauses].flat()) if (sentBytes === atBytes) await pause();
    }
  }
  await client.uploadPackage(parts());
}

/** Waits until so much of a file is stored. */
export async function untilStored(
  client: RegistryClient,
  from: NewUpload,
  file: ModelFile,
  storedBytes: number,
): Promise<void> {
  while ((await storedOf(client, from, file).catch(() => {}))?.storedBytes !== storedBytes) {
    await sleep(20);
  }
}

/** Sends so much of a file, and breaks the call off once so much of it is stored. */
export async function breakOff(
  client: RegistryClient,
  from: NewUpload,
  file: ModelFile,
  { sentBytes, storedBytes }: { sentBytes: number; storedBytes: number },
): Promise<void> {
  let wasReached = false;
  const pause = async () => {
    await untilStored(client, from, file, storedBytes);
    wasReached = true;
    throw new Error("the caller's disk broke");
  };
  await sendWithPause(client, from, file, { atBytes: sentBytes, pause }).catch((error) => {
    if (!wasReached) throw error;
  });
}
