// How long a registration through the Python drop-in takes, against what the Python registry did
// with MLflow's client, and where the time goes. See README.md beside this folder.
import { cpus } from "node:os";
import { ensurePythonClient } from "../../test/support/python-client.ts";
import { startBenchServices } from "../services.ts";
import { median, printTable, spread } from "../table.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);

const services = await startBenchServices();
const { mlflow, grpcAddress } = services;
try {
  const python = await ensurePythonClient(`python-drop-in-${mlflow.version}`, [
    `mlflow/${mlflow.version}/server.txt`,
    `mlflow/${mlflow.version}/test.txt`,
    "clients/python/requirements/beside-mlflow.txt",
  ]);
  const output = await python(["../../bench/drop-in/drop_in.py", String(ROUNDS)], {
    env: {
      PYTHONPATH: "src",
      PYTHONWARNINGS: "ignore",
      MODELWIRE_URL: grpcAddress,
      MLFLOW_TRACKING_URI: mlflow.url,
      MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT: "true",
    },
  });
  type Times = Record<string, Record<string, number[]>>;
  const times = JSON.parse(output.trim().split("\n").at(-1) ?? "") as Times;
  process.stdout.write(
    `MLflow ${mlflow.version}, ${cpus().length} cores, ${ROUNDS} rounds; milliseconds, median (quartiles)\n\n`,
  );
  printTable(
    ["", "drop-in", "log_model and register_model", "of either: save_model", "drop-in / python"],
    Object.entries(times).map(([kind, sides]) => {
      const { "drop-in": ours = [], python = [], "save_model alone": save = [] } = sides;
      const ratio = (median(ours) / median(python)).toFixed(2);
      return [kind, spread(ours), spread(python), spread(save), ratio];
    }),
  );
} finally {
  await services.stop();
}
