// What Modelwire adds to the REST calls that a registration cannot do without, and what MLflow's
// Python client makes of them, in one run against one MLflow with one worker. See ../README.md.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { stopAll, stoppedAtEnd } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { startBenchServices } from "../services.ts";
import { ratios, summarize } from "../statistics.ts";
import { pythonVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";
import { startPythonSide } from "./python-side.ts";
import { createRestSide } from "./rest-side.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 3;
const FILE_BYTES = 2000;
const cases = [1, 5, 50];

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

const services = await startBenchServices();
const { mlflow, folder, grpcAddress } = services;
await writeFile(join(folder, "bench_loader.py"), "def _load_pyfunc(path):\n    return path\n");
try {
  const transport = createGrpcTransport({ baseUrl: `http://${grpcAddress}` });
  const client = createClient(RegistryService, transport);
  const python = stoppedAtEnd(startPythonSide(mlflow.python, mlflow.url, folder));
  const rest = createRestSide(mlflow.url);
  const rows: BenchRow[] = [];
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
      rest: async () => {
        await rest.connect();
        return timed(() => rest.register(files, `${name}-rest`));
      },
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
    rows.push({
      case: { "data files": String(count) },
      measured: {
        "Modelwire, ms": summarize(modelwire),
        "bare REST, ms": summarize(bare),
        "Python, ms": summarize(pure),
        "÷ bare REST": summarize(ratios(modelwire, bare)),
        "÷ Python": summarize(ratios(modelwire, pure)),
      },
      counted: {},
    });
  }
  await rest.stop();
  await tell({
    benchmark: "overhead",
    settings: { rounds: ROUNDS },
    versions: { MLflow: mlflow.version, Python: pythonVersion(mlflow.python) },
    tables: [{ name: "A registration of files of 2 kB", rows }],
  });
} finally {
  await stopAll();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
