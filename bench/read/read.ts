// How fast a model is found by its uuid, among few versions and many: by Modelwire, from its index
// on SQLite and PostgreSQL, and by MLflow's searches for a tag and a source, in one run on the same
// data; and what Modelwire's gRPC listener makes of what a bare HTTP/2 server can. See ../README.md.
import { join } from "node:path";
import { equals } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { openStore } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { makeBenchFolder, stopAll, stoppedAtEnd } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { type BenchModelwire, startBenchMlflow, startBenchModelwire } from "../services.ts";
import { median, ratios, summarize } from "../statistics.ts";
import { postgresVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";
import { searches, searchMlflow } from "./mlflow-side.ts";
import { startBareServer, startLoadProcess } from "./processes.ts";
import { registrationOf } from "./registration.ts";
import { seedCatalogs } from "./seed-catalog.ts";
import { seedMlflow } from "./seed-mlflow.ts";
import { drawVersions } from "./versions.ts";

const sizes = (process.env.BENCH_VERSIONS ?? "1000,100000").split(",").map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = 4;
const AT_ONCE = 64;
const WARM_UP_SECONDS = 3;
/** A day: what the catalog has is what MLflow has, and is not to be asked for again meanwhile. */
const RECONCILE_INTERVAL_MS = 86_400_000;

/** What was measured of one side, a value a round. */
interface Rates {
  ms: number[];
  perSecond: number[];
}

const folder = await makeBenchFolder();
const say = (line: string) => process.stderr.write(`${line}\n`);
const postgres = await stoppedAtEnd(startPostgres());
const load = stoppedAtEnd(startLoadProcess());
try {
  const databases: Record<string, string> = {
    SQLite: `sqlite:${join(folder, "modelwire.db")}`,
    PostgreSQL: postgres.url,
  };
  // For the tables of its database.
  const empty = await startBenchMlflow(folder);
  await empty.stop();
  const lookUps: BenchRow[] = [];
  const listeners: BenchRow[] = [];
  let seeded = 0;
  for (const versions of sizes.toSorted((a, b) => a - b)) {
    await seed(databases, seeded, versions);
    seeded = versions;
    const measured = await measure(databases, versions);
    for (const [database, { ms, perSecond }] of Object.entries(measured.modelwire)) {
      const { mlflow, bare } = measured;
      const what = { versions: versions.toLocaleString("en"), database };
      lookUps.push({
        case: what,
        measured: {
          "MLflow, ms": summarize(mlflow.tag.ms),
          "MLflow by source, ms": summarize(mlflow.source.ms),
          "Modelwire, ms": summarize(ms),
          "latency: MLflow ÷ Modelwire": summarize(ratios(mlflow.tag.ms, ms)),
          "MLflow, /s": summarize(mlflow.tag.perSecond),
          "MLflow by source, /s": summarize(mlflow.source.perSecond),
          "Modelwire, /s": summarize(perSecond),
          "throughput: Modelwire ÷ MLflow": summarize(ratios(perSecond, mlflow.tag.perSecond)),
        },
        counted: {},
      });
      listeners.push({
        case: what,
        measured: {
          "gRPC listener, /s": summarize(perSecond),
          "bare HTTP/2, /s": summarize(bare.perSecond),
          "÷ bare HTTP/2": summarize(ratios(perSecond, bare.perSecond)),
        },
        counted: {},
      });
    }
  }
  await tell({
    benchmark: "read",
    settings: { rounds: ROUNDS, "seconds a round": SECONDS },
    versions: { MLflow: empty.version, PostgreSQL: await postgresVersion(postgres.url) },
    tables: [
      { name: "A model by its uuid", rows: lookUps },
      { name: "The gRPC listener", rows: listeners },
    ],
  });
} finally {
  await stopAll();
}

async function seed(databases: Record<string, string>, from: number, until: number): Promise<void> {
  say(`writing versions up to ${until.toLocaleString("en")}`);
  seedMlflow(join(folder, "mlflow"), from, until);
  const stores = await Promise.all(Object.values(databases).map((url) => openStore(url)));
  await seedCatalogs(stores, from, until);
  for (const store of stores) await store.close();
}

async function measure(databases: Record<string, string>, versions: number) {
  const started: { stop(): Promise<void> }[] = [];
  try {
    const mlflow = await startBenchMlflow(folder);
    started.push(mlflow);
    const modelwires: Record<string, BenchModelwire> = {};
    for (const [database, url] of Object.entries(databases)) {
      const settings = { MODELWIRE_RECONCILE_INTERVAL_MS: String(RECONCILE_INTERVAL_MS) };
      const modelwire = await startBenchModelwire(mlflow.url, url, settings);
      started.push(modelwire);
      modelwires[database] = modelwire;
      await checkAnswers(modelwire.grpcAddress, versions);
    }
    const [first] = Object.values(modelwires);
    const { answer } = await call(first?.grpcAddress ?? "", versions, 1, 0.1);
    const bareServer = await startBareServer(answer);
    started.push(bareServer);

    say(`measuring at ${versions.toLocaleString("en")} versions`);
    for (const by of searches) await searchMlflow(mlflow.url, by, versions, 0, 0);
    for (const { grpcAddress } of Object.values(modelwires)) {
      await call(grpcAddress, versions, AT_ONCE, WARM_UP_SECONDS);
    }
    await call(bareServer.address, versions, AT_ONCE, WARM_UP_SECONDS, false);
    const rates = (): Rates => ({ ms: [], perSecond: [] });
    const result = {
      mlflow: { tag: rates(), source: rates() },
      modelwire: Object.fromEntries(Object.keys(databases).map((name) => [name, rates()])),
      bare: rates(),
    };
    for (let round = 1; round <= ROUNDS; round++) {
      // Side by side in time, so that what slows one slows all.
      for (const by of searches) {
        const searched = await searchMlflow(mlflow.url, by, versions, round, SECONDS);
        result.mlflow[by].ms.push(median(searched.timesMs));
        result.mlflow[by].perSecond.push(searched.perSecond);
      }
      for (const [name, { grpcAddress }] of Object.entries(modelwires)) {
        const one = await call(grpcAddress, versions, 1, SECONDS);
        const many = await call(grpcAddress, versions, AT_ONCE, SECONDS);
        result.modelwire[name]?.ms.push(one.medianMs);
        result.modelwire[name]?.perSecond.push(many.calls / many.seconds);
        say(`${name}: client ${(many.busy * 100).toFixed(0)} % busy`);
      }
      const many = await call(bareServer.address, versions, AT_ONCE, SECONDS, false);
      result.bare.perSecond.push(many.calls / many.seconds);
    }
    return result;
  } finally {
    for (const one of started.reverse()) await one.stop();
  }
}

function call(address: string, versions: number, atOnce: number, seconds: number, checked = true) {
  return load.run({
    address,
    connections: Math.min(CONNECTIONS, atOnce),
    concurrency: atOnce,
    seconds,
    versions,
    seed: versions,
    checked,
  });
}

/** Makes sure, with an ordinary client, that answers are whole and of what was asked for. */
async function checkAnswers(grpcAddress: string, versions: number): Promise<void> {
  const client = createClient(
    RegistryService,
    createGrpcTransport({ baseUrl: `http://${grpcAddress}` }),
  );
  for (const expected of drawVersions(20, versions, 7)) {
    const { registration, asOf } = await client.getModelByUuid({
      modelUuid: expected.tags.model_uuid,
      consistency: { requirement: { case: "local", value: {} } },
    });
    if (
      !registration ||
      !asOf ||
      !equals(RegistrationSchema, registration, registrationOf(expected))
    ) {
      throw new Error(`${expected.name}/${expected.version}: ${JSON.stringify(registration)}`);
    }
  }
}
