// How long a registration takes: Modelwire, MLflow's Python client, and the bare REST calls, in
// one run against one MLflow with one worker. See README.md beside this file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { startLocalMlflow } from "../../src/local-mlflow/server.ts";
import { median, printTable, spread } from "../table.ts";
import { startPythonSide } from "./python-side.ts";
import { createRestSide } from "./rest-side.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 3;
const FILE_BYTES = 2000;
const cases = [1, 5, 50];
const root = fileURLToPath(new URL("../..", import.meta.url));

// What Python's side writes for the same files, without an environment.
const mlmodel = `flavors:
  python_function:
    loader_module: bench_loader
    data: data
    python_version: 3.11.7
mlflow_version: 3.4.0
model_uuid: 00000000000000000000000000000000
utc_time_created: '2026-01-02 03:04:05.678901'
`;

const folder = await mkdtemp(join(tmpdir(), "modelwire-bench-"));
const mlflow = await startLocalMlflow({
  version: process.env.BENCH_MLFLOW ?? "3.4.0",
  kind: "test",
  home: join(root, ".modelwire"),
  dataDir: join(folder, "mlflow"),
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
await writeFile(join(folder, "bench_loader.py"), "def _load_pyfunc(path):\n    return path\n");
const server = spawn(process.execPath, ["src/main.ts", "serve"], {
  cwd: root,
  env: {
    ...process.env,
    MLFLOW_TRACKING_URI: mlflow.url,
    DATABASE_URL: process.env.DATABASE_URL ?? `sqlite:${join(folder, "modelwire.db")}`,
    MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
    MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
    MODELWIRE_LOG_LEVEL: "silent",
  },
  stdio: ["ignore", "ignore", "pipe"],
});
try {
  const grpc = await addressOf();
  const client = createClient(RegistryService, createGrpcTransport({ baseUrl: `http://${grpc}` }));
  const python = startPythonSide(mlflow.python, mlflow.url, folder);
  const rest = createRestSide(mlflow.url);
  const rows: string[][] = [];
  for (const count of cases) {
    const directory = join(folder, `data-${count}`);
    await mkdir(directory);
    const data = Array.from({ length: count }, (_, i) => ({
      path: `data/part-${i}.bin`,
      content: new Uint8Array(FILE_BYTES).fill(i),
    }));
    for (const file of data) {
      await writeFile(join(directory, file.path.replace("data/", "")), file.content);
    }
    const files = [...data, { path: "MLmodel", content: new TextEncoder().encode(mlmodel) }];
    const name = `bench-${count}`;
    const sides: Record<string, () => Promise<number>> = {
      modelwire: () =>
        timed(() =>
          client.registerBaseline({
            modelType: "bench",
            modelName: `${name}-modelwire`,
            source: { case: "package", value: { files } },
          }),
        ),
      rest: () => timed(() => rest.register(files, `${name}-rest`)),
      python: () => python.register(directory, `${name}-python`),
    };
    const times: Record<string, number[]> = { modelwire: [], rest: [], python: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // Side by side in time, so that what slows one slows all.
      for (const [side, register] of Object.entries(sides)) {
        const ms = await register();
        if (round >= WARM_UP) times[side]?.push(ms);
      }
    }
    const { modelwire = [], rest: bare = [], python: pure = [] } = times;
    rows.push([
      String(count),
      spread(modelwire),
      spread(bare),
      spread(pure),
      (median(modelwire) / median(bare)).toFixed(2),
      (median(modelwire) / median(pure)).toFixed(2),
    ]);
  }
  await python.stop();
  await rest.stop();
  process.stdout.write(
    `MLflow ${mlflow.version}, one worker, SQLite; Node ${process.version}; ${cpus().length} cores; ${ROUNDS} rounds\n\n`,
  );
  printTable(
    ["data files", "Modelwire ms", "bare REST ms", "Python ms", "÷ REST", "÷ Python"],
    rows,
  );
} finally {
  server.kill("SIGTERM");
  await once(server, "close");
  await mlflow.stop();
  await rm(folder, { recursive: true, force: true });
}

async function addressOf(): Promise<string> {
  let said = "";
  for await (const chunk of server.stderr) {
    said += chunk;
    const found = /gRPC +(\S+)/.exec(said)?.[1];
    if (found && said.includes("Try next")) {
      server.stderr.resume();
      return found;
    }
  }
  throw new Error(`the server ended: ${said}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
