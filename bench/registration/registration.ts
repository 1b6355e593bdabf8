// How long a pipeline waits for a registration: as the Python registry made it of MLflow, by the
// drop-in that takes its place, and by the typed client. See ../README.md.
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { ensurePythonClient } from "../../test/support/python-client.ts";
import { stopAll } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { startBenchServices } from "../services.ts";
import { ratios, summarize } from "../statistics.ts";
import { tell } from "../tell.ts";
import { startSlowReceiver } from "./receiver.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12);
const LARGE_MIB = Number(process.env.BENCH_MIB ?? 100);
const WARM_UP = 1;
const MIB = 1024 ** 2;

interface Case {
  model: string;
  bytes: number;
  /** MLflow finds out what the model requires, which takes longer than all else. */
  inferred?: true;
  /** How long the receiver of the webhook takes to answer; without it there is none. */
  answersAfterMs?: number;
}

const cases: Case[] = [
  { model: "small", bytes: 1000, inferred: true },
  { model: "small", bytes: 1000 },
  { model: "10 MiB", bytes: 10 * MIB },
  { model: `${LARGE_MIB} MiB`, bytes: LARGE_MIB * MIB },
  { model: `${LARGE_MIB} MiB`, bytes: LARGE_MIB * MIB, inferred: true },
  { model: "small", bytes: 1000, answersAfterMs: 0 },
  { model: "small", bytes: 1000, answersAfterMs: 1000 },
];

type Way = "before" | "dropIn" | "typed";
type Times = Record<Way, { totalMs: number[]; saveMs: number[] }>;

const services = await startBenchServices();
const { mlflow, grpcAddress } = services;
try {
  const python = await ensurePythonClient(`python-drop-in-${mlflow.version}`, [
    `mlflow/${mlflow.version}/server.txt`,
    `mlflow/${mlflow.version}/test.txt`,
    "clients/python/requirements/beside-mlflow.txt",
  ]);
  const env = {
    PYTHONPATH: "src",
    // What it would leave where it is ended is gone with that.
    TMPDIR: services.folder,
    PYTHONWARNINGS: "ignore",
    MODELWIRE_GRPC: grpcAddress,
    MLFLOW_TRACKING_URI: mlflow.url,
    MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT: "true",
  };
  const waits: BenchRow[] = [];
  const parts: BenchRow[] = [];
  let pythonVersion = "";
  for (const one of cases) {
    const rounds = one.inferred ? Math.ceil(ROUNDS / 2) : ROUNDS;
    process.stderr.write(`measuring ${Object.values(describe(one)).join(", ")}\n`);
    const measured = await beside(one, rounds, async (webhook) => {
      const { bytes, inferred = false } = one;
      const asked = JSON.stringify({ bytes, inferred, webhook, rounds, warmUp: WARM_UP });
      const output = await python(["../../bench/registration/registration.py", asked], { env });
      return JSON.parse(output.trim().split("\n").at(-1) ?? "") as { python: string; times: Times };
    });
    pythonVersion = measured.python;
    waits.push(waitRow(one, measured.times));
    parts.push(partRow(one, measured.times));
  }
  await tell({
    benchmark: "registration",
    settings: { rounds: ROUNDS, "rounds, inferred": Math.ceil(ROUNDS / 2) },
    versions: { MLflow: mlflow.version, Python: pythonVersion },
    tables: [
      { name: "What a pipeline waits for", rows: waits },
      { name: "Without `save_model`, which is MLflow's own", rows: parts },
    ],
  });
} finally {
  await stopAll();
}

/** Measures while there is an endpoint where the case has one, until all of its webhooks came. */
async function beside<T>(
  { answersAfterMs }: Case,
  rounds: number,
  measure: (webhook: string | null) => Promise<T>,
): Promise<T> {
  if (answersAfterMs === undefined) return measure(null);
  const receiver = await startSlowReceiver(answersAfterMs);
  const transport = createGrpcTransport({ baseUrl: `http://${grpcAddress}` });
  const client = createClient(WebhookService, transport);
  const { endpoint } = await client.createEndpoint({ url: receiver.url });
  try {
    const measured = await measure(receiver.url);
    const ways = 3;
    await receiver.waitFor(ways * (WARM_UP + rounds));
    return measured;
  } finally {
    await client.deleteEndpoint({ endpointId: endpoint?.endpointId ?? "" });
    await receiver.stop();
  }
}

function describe({ model, inferred, answersAfterMs }: Case): Record<string, string> {
  const webhook = answersAfterMs === 0 ? "answered at once" : `answered after ${answersAfterMs} ms`;
  return {
    model,
    requirements: inferred ? "inferred" : "given",
    webhook: answersAfterMs === undefined ? "none" : webhook,
  };
}

function waitRow(one: Case, { before, dropIn, typed }: Times): BenchRow {
  const change = (ours: number[]) =>
    summarize(ratios(ours, before.totalMs).map((ratio) => (ratio - 1) * 100));
  return {
    case: describe(one),
    measured: {
      "before, ms": summarize(before.totalMs),
      "drop-in, ms": summarize(dropIn.totalMs),
      "typed client, ms": summarize(typed.totalMs),
      "drop-in against before, %": change(dropIn.totalMs),
      "typed client against before, %": change(typed.totalMs),
    },
    counted: {},
  };
}

function partRow(one: Case, times: Times): BenchRow {
  const { before, dropIn, typed } = times;
  const rest = ({ totalMs, saveMs }: Times[Way]) => totalMs.map((ms, i) => ms - (saveMs[i] ?? 0));
  return {
    case: describe(one),
    measured: {
      "save_model, ms": summarize(before.saveMs),
      "before: the rest, ms": summarize(rest(before)),
      "drop-in: the rest, ms": summarize(rest(dropIn)),
      "typed client: the rest, ms": summarize(rest(typed)),
      "÷ before, drop-in": summarize(ratios(rest(dropIn), rest(before))),
      "÷ before, typed client": summarize(ratios(rest(typed), rest(before))),
    },
    counted: {},
  };
}
