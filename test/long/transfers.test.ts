import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setInterval } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChildModelwire, startChildModelwire } from "../support/child-modelwire.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import {
  bothClients,
  fileParts,
  type RegistryClient,
  start,
  streamOf,
  type UploadPart,
} from "../support/transfers.ts";

const MIB = 1024 ** 2;
const LARGE_MIB = 2048;
/** Enough for every part of the server to have what it keeps for good. */
const WARM_UP_MIB = 256;
/**
 * How much more memory the server may hold while 2 GiB go through it: a sixteenth of them. What a
 * transfer leaves behind, a buffer for each message, Node collects only once there are some 64 MiB
 * of it, and later where other processes want the cores too.
 */
const MOST_GROWTH_MIB = 128;

const mlmodel = {
  path: "MLmodel",
  content: new TextEncoder().encode("flavors:\n  python_function:\n    loader_module: large\n"),
};
const block = new Uint8Array(randomBytes(MIB));

let folder: TemporaryDirectory;
let modelwire: ChildModelwire;
let clients: Record<"grpc" | "http", RegistryClient>;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-transfers-");
  modelwire = await startChildModelwire(`sqlite:${folder.path}/modelwire.db`, { leaseMs: 15_000 });
  clients = bothClients(modelwire);
});
afterAll(async () => {
  await modelwire?.kill();
  await folder?.remove();
});

/** Content of so many MiB, each of which differs from the others. */
function* blocks(mib: number): Generator<Uint8Array> {
  for (let i = 0; i < mib; i++) {
    const copy = new Uint8Array(block);
    new DataView(copy.buffer).setUint32(0, i);
    yield copy;
  }
}

function sha256Of(mib: number): string {
  const hash = createHash("sha256");
  for (const one of blocks(mib)) hash.update(one);
  return hash.digest("hex");
}

function* largeParts(mib: number, sha256: string): Generator<UploadPart> {
  const file = { path: "large.bin", sizeBytes: mib * MIB, sha256 };
  yield { part: { case: "file", value: file } };
  for (const value of blocks(mib)) yield { part: { case: "chunk", value } };
}

async function sendAndRegister(client: RegistryClient, mib: number, sha256: string) {
  const uploadId = randomUUID();
  await client.uploadPackage(
    streamOf([start({ uploadId })], fileParts(mlmodel), largeParts(mib, sha256)),
  );
  const { registration } = await client.registerBaseline({
    modelType: "large",
    modelName: `large-${uploadId}`,
    source: { case: "uploadedPackage", value: { uploadId } },
  });
  return registration?.modelId ?? "";
}

async function bringBack(client: RegistryClient, modelId: string): Promise<string> {
  const hash = createHash("sha256");
  const request = { ref: { ref: { case: "modelId", value: modelId } }, paths: ["large.bin"] };
  for await (const { part } of client.downloadPackage(request as never)) {
    if (part.case === "chunk") hash.update(part.value);
  }
  return hash.digest("hex");
}

/** Reads the resident memory of the server, in MiB, from Linux. */
function residentMib(): number {
  const status = readFileSync(`/proc/${modelwire.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const before = residentMib();
  const ended = new AbortController();
  const most = highest(ended.signal);
  await work().finally(() => ended.abort());
  return (await most) - before;
}

async function highest(signal: AbortSignal): Promise<number> {
  let most = 0;
  const ticks = setInterval(50, undefined, { signal });
  try {
    for await (const _ of ticks) most = Math.max(most, residentMib());
  } catch {
    // Aborted: the work is done.
  }
  return most;
}

describe.each(["grpc", "http"] as const)("over %s", (listener) => {
  test("2 GiB go up and come back as they were, and the server's memory stays", async () => {
    const client = clients[listener];
    const small = await sendAndRegister(client, WARM_UP_MIB, sha256Of(WARM_UP_MIB));
    await bringBack(client, small);
    const sha256 = sha256Of(LARGE_MIB);
    let modelId = "";
    const up = await growthDuring(async () => {
      modelId = await sendAndRegister(client, LARGE_MIB, sha256);
    });
    expect(up).toBeLessThan(MOST_GROWTH_MIB);
    let came = "";
    const down = await growthDuring(async () => {
      came = await bringBack(client, modelId);
    });
    expect(came).toBe(sha256);
    expect(down).toBeLessThan(MOST_GROWTH_MIB);
  }, 600_000);
});
