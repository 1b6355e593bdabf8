// How fast a large file gets to MLflow and back: through Modelwire's two listeners, and by direct
// PUT and GET to MLflow's artifact proxy, in one run against one MLflow with one worker. Where
// client, server and MLflow share the cores, the client's own work weighs as much as the server's:
// one row each has a client that sends bytes which were encoded before.
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request as requestHttp } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import type { Writable } from "node:stream";
import { setInterval } from "node:timers/promises";
import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { type Client, createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import {
  RegistryService,
  UploadPackageRequestSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { stopAll } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { startBenchServices } from "../services.ts";
import { ratios, summarize } from "../statistics.ts";
import { pythonVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";
import { getDirectly, putDirectly } from "./direct.ts";

const SIZE_MIB = Number(process.env.BENCH_MIB ?? 512);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const MIB = 1024 ** 2;
const sizeBytes = SIZE_MIB * MIB;
const uploadPath = "/modelwire.registry.v1.RegistryService/UploadPackage";
const chunk = new Uint8Array(MIB).map((_, i) => i * 7);
const hash = createHash("sha256");
for (let i = 0; i < SIZE_MIB; i++) hash.update(chunk);
const sha256 = hash.digest("hex");

const services = await startBenchServices();
try {
  const listeners: Record<string, Client<typeof RegistryService>> = {
    gRPC: createClient(
      RegistryService,
      createGrpcTransport({ baseUrl: `http://${services.grpcAddress}` }),
    ),
    Connect: createClient(
      RegistryService,
      createConnectTransport({ baseUrl: `http://${services.httpAddress}`, httpVersion: "1.1" }),
    ),
  };
  const artifacts = `${services.mlflow.url}/api/2.0/mlflow-artifacts/artifacts/bench`;
  const times = new Map<string, number[]>();
  const growth = new Map<string, number>();
  const work = new Map<string, number[]>();
  const modelIds = new Map<string, string>();
  const measure = async (name: string, transfer: () => Promise<void>) => {
    const cpuBefore = cpuSeconds(services.pid);
    const before = residentMib(services.pid);
    const watching = new AbortController();
    const watch = highest(watching.signal);
    const began = performance.now();
    await transfer();
    const seconds = (performance.now() - began) / 1000;
    watching.abort();
    times.set(name, [...(times.get(name) ?? []), SIZE_MIB / seconds]);
    const cpu = ((cpuSeconds(services.pid) - cpuBefore) / SIZE_MIB) * 1024;
    work.set(name, [...(work.get(name) ?? []), cpu]);
    growth.set(name, Math.max(growth.get(name) ?? 0, (await watch) - before));
  };
  // What a first use costs is not what is asked.
  for (const [name, client] of Object.entries(listeners)) {
    modelIds.set(name, await register(client, await upload(client, 16)));
    await download(client, modelIds.get(name) ?? "");
  }
  for (let round = 0; round < ROUNDS; round++) {
    await measure("PUT", () => putDirectly(`${artifacts}/${round}.bin`, chunk, SIZE_MIB));
    await measure("GET", () => getDirectly(`${artifacts}/${round}.bin`));
    for (const [name, client] of Object.entries(listeners)) {
      let uploadId = "";
      await measure(`upload ${name}`, async () => {
        uploadId = await upload(client, SIZE_MIB);
      });
      // Neither a PUT nor an upload that was encoded before is registered.
      modelIds.set(name, await register(client, uploadId));
      await measure(`download ${name}`, () => download(client, modelIds.get(name) ?? ""));
    }
    await measure("upload gRPC, encoded before", sendOverHttp2);
    await measure("upload Connect, encoded before", sendOverHttp1);
  }
  await tell({
    benchmark: "transfer",
    settings: { MiB: SIZE_MIB, rounds: ROUNDS },
    versions: { MLflow: services.mlflow.version, Python: pythonVersion(services.mlflow.python) },
    tables: [
      { name: "Up", rows: rowsOf("PUT", "upload") },
      { name: "Down", rows: rowsOf("GET", "download") },
    ],
  });

  function rowsOf(direct: "PUT" | "GET", direction: "upload" | "download"): BenchRow[] {
    const base = times.get(direct) ?? [];
    const ways = [...times].filter(([name]) => name.startsWith(direction));
    return ways.map(([name, rates]) => ({
      case: { by: name.replace(`${direction} `, "") },
      measured: {
        "MiB/s": summarize(rates),
        [`direct ${direct}, MiB/s`]: summarize(base),
        "÷ direct": summarize(ratios(rates, base)),
        "server's CPU, s/GiB": summarize(work.get(name) ?? []),
      },
      counted: { "server's memory grew by, MiB": Math.round(growth.get(name) ?? 0) },
    }));
  }
} finally {
  await stopAll();
}

/** Uploads a file of the size; gives the id of the upload. */
async function upload(client: Client<typeof RegistryService>, mib: number): Promise<string> {
  const uploadId = randomUUID();
  const mlmodel = new TextEncoder().encode(
    "flavors:\n  python_function:\n    loader_module: bench\n    data: large.bin\n",
  );
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const small = createHash("sha256");
  for (let i = 0; i < mib && mib !== SIZE_MIB; i++) small.update(chunk);
  await client.uploadPackage(
    (async function* () {
      yield { part: { case: "start", value: { uploadId } } } as const;
      const whole = { path: "MLmodel", sizeBytes: mlmodel.length, sha256: digest(mlmodel) };
      yield { part: { case: "file", value: whole } } as const;
      yield { part: { case: "chunk", value: mlmodel } } as const;
      const file = {
        path: "large.bin",
        sizeBytes: mib * MIB,
        sha256: mib === SIZE_MIB ? sha256 : small.digest("hex"),
      };
      yield { part: { case: "file", value: file } } as const;
      for (let i = 0; i < mib; i++) yield { part: { case: "chunk", value: chunk } } as const;
    })(),
  );
  return uploadId;
}

/** Registers an upload; gives the model version's id. */
async function register(client: Client<typeof RegistryService>, uploadId: string): Promise<string> {
  const { registration } = await client.registerBaseline({
    modelType: "bench",
    source: { case: "uploadedPackage", value: { uploadId } },
  });
  return registration?.modelId ?? "";
}

/** The messages of an upload, encoded: what comes first, and one chunk. */
function encodedUpload(): { head: Buffer; oneChunk: Buffer } {
  const envelope = (init: MessageInitShape<typeof UploadPackageRequestSchema>) => {
    const message = toBinary(UploadPackageRequestSchema, create(UploadPackageRequestSchema, init));
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.byteLength, 1);
    return Buffer.concat([prefix, message]);
  };
  const start = { part: { case: "start", value: { uploadId: randomUUID() } } } as const;
  const file = { path: "large.bin", sizeBytes, sha256 };
  return {
    head: Buffer.concat([envelope(start), envelope({ part: { case: "file", value: file } })]),
    oneChunk: envelope({ part: { case: "chunk", value: chunk } }),
  };
}

async function writeAll(to: Writable): Promise<void> {
  const { head, oneChunk } = encodedUpload();
  to.write(head);
  for (let i = 0; i < SIZE_MIB; i++) {
    if (!to.write(oneChunk)) await once(to, "drain");
  }
  to.end();
}

async function sendOverHttp1(): Promise<void> {
  const headers = { "content-type": "application/connect+proto", "connect-protocol-version": "1" };
  const url = `http://${services.httpAddress}${uploadPath}`;
  const request = requestHttp(url, { method: "POST", headers, agent: new Agent() });
  const answered = once(request, "response");
  await writeAll(request);
  const [response] = await answered;
  const answer = Buffer.concat(await Array.fromAsync(response as AsyncIterable<Buffer>));
  if (!answer.includes("large.bin")) throw new Error(answer.toString());
}

async function sendOverHttp2(): Promise<void> {
  const session = connectHttp2(`http://${services.grpcAddress}`);
  const stream = session.request({
    ":method": "POST",
    ":path": uploadPath,
    "content-type": "application/grpc",
    te: "trailers",
  });
  const answer: Buffer[] = [];
  stream.on("data", (data) => answer.push(data));
  const trailers = once(stream, "trailers");
  const ended = once(stream, "end");
  await writeAll(stream);
  await ended;
  session.close();
  if (!Buffer.concat(answer).includes("large.bin")) {
    const [{ "grpc-message": message }] = await trailers;
    throw new Error(`the upload failed: ${message}`);
  }
}

async function download(client: Client<typeof RegistryService>, modelId: string): Promise<void> {
  const ref = { ref: { case: "modelId", value: modelId } } as const;
  let bytes = 0;
  for await (const { part } of client.downloadPackage({ ref })) {
    if (part.case === "chunk") bytes += part.value.byteLength;
  }
  if (bytes === 0) throw new Error("nothing came");
}

async function highest(signal: AbortSignal): Promise<number> {
  let most = 0;
  try {
    for await (const _ of setInterval(50, undefined, { signal })) {
      most = Math.max(most, residentMib(services.pid));
    }
  } catch {
    // Aborted: the work is done.
  }
  return most;
}

/** Reads the resident memory of a process, on Linux. */
function residentMib(pid: number): number {
  const [, kib = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

/** Reads how long a process has computed, on Linux. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
