// The client of the benchmark, in a process of its own: calls GetModelByUuid for a while.
import { create, toBinary } from "@bufbuild/protobuf";
import { GetModelByUuidRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { median, quantile } from "../statistics.ts";
import { openCallConnection } from "./http2-connection.ts";
import { drawVersions } from "./versions.ts";

/** What to do. */
export interface LoadJob {
  /** `host:port` of a gRPC server. */
  address: string;
  connections: number;
  /** Calls under way at once, over all connections. */
  concurrency: number;
  seconds: number;
  /** How many versions there are to draw from. */
  versions: number;
  seed: number;
  /** Whether each answer must be of the model that was asked for. */
  checked: boolean;
}

/** What came of it. */
export interface LoadResult {
  calls: number;
  seconds: number;
  /** Median of a call. */
  medianMs: number;
  /** What 99 of 100 calls take at the most. */
  p99Ms: number;
  /** How much of the time this process computed, 0 to 1. */
  busy: number;
  /** The last answer, as it was on the wire, in base64. */
  answer: string;
}

const RPC = "/modelwire.registry.v1.RegistryService/GetModelByUuid";
const DISTINCT = 20_000;
const PREFIX_BYTES = 5;

process.on("disconnect", () => process.exit());
process.on("message", (job: LoadJob) => {
  run(job).then(
    (result) => process.send?.(result),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(job: LoadJob): Promise<LoadResult> {
  const asked = drawVersions(DISTINCT, job.versions, job.seed).map(({ tags }) => ({
    request: encodeRequest(tags.model_uuid),
    uuid: Buffer.from(tags.model_uuid),
  }));
  const connections = Array.from({ length: job.connections }, () =>
    openCallConnection(job.address, RPC),
  );
  const timesMs: number[] = [];
  let next = 0;
  let last: Buffer = Buffer.alloc(0);
  let open = job.concurrency;
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const until = began + job.seconds * 1000;
  for (let i = 0; i < job.concurrency; i++) {
    const connection = connections[i % connections.length];
    const again = () => {
      const one = asked[next++ % DISTINCT];
      if (!one || !connection) return;
      const sentAt = performance.now();
      connection.call(one.request, (body) => {
        if (!isAnswer(body, job.checked ? one.uuid : undefined)) {
          reject(new Error(`${one.uuid}: not what was asked for: ${body.subarray(0, 200)}`));
          return;
        }
        const now = performance.now();
        timesMs.push(now - sentAt);
        last = body;
        if (now < until) again();
        else if (--open === 0) resolve();
      });
    };
    again();
  }
  for (const connection of connections) connection.flush();
  await Promise.race([done, ...connections.map(({ ended }) => ended)]);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();
  return {
    calls: timesMs.length,
    seconds,
    medianMs: median(timesMs),
    p99Ms: quantile(timesMs, 0.99),
    busy: (user + system) / 1e6 / seconds,
    answer: last.toString("base64"),
  };
}

/** Tells whether a body is one message, and names the model. An error has no message. */
function isAnswer(body: Buffer, uuid: Buffer | undefined): boolean {
  return (
    body.length > PREFIX_BYTES &&
    body.readUInt32BE(1) === body.length - PREFIX_BYTES &&
    (uuid === undefined || body.includes(uuid))
  );
}

function encodeRequest(modelUuid: string): Buffer {
  const message = toBinary(
    GetModelByUuidRequestSchema,
    create(GetModelByUuidRequestSchema, {
      modelUuid,
      consistency: { requirement: { case: "local", value: {} } },
    }),
  );
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}
