// A Modelwire that ends as no shutdown does. The test that forks it says how in the environment:
//   DIE_AT        the step of a registration at which it kills itself with SIGKILL
//   DIE_AT_COUNT  how often that step is to be reached before (default 1: the first time)
//   SLEEP_AT      the step at which it stops itself with SIGSTOP, once, after a line on stdout
//   LEASE_MS      how long a registration stays its own without a sign of life
//   LEAST_PART_BYTES  the smallest part of a file (default as ever)
// Its settings are those of Modelwire. It tells its address to its parent, and ends with it.
import { writeSync } from "node:fs";
import { pino } from "pino";
import { readConfig } from "../../src/config/config.ts";
import type { Step } from "../../src/registry/context.ts";
import { startModelwire } from "../../src/server/server.ts";
import { createLog } from "../../src/telemetry/log.ts";

const {
  DIE_AT,
  DIE_AT_COUNT = "1",
  SLEEP_AT,
  LEASE_MS,
  LEAST_PART_BYTES,
  ...environment
} = process.env;
const ours = Object.entries(environment).filter(([key]) => !key.startsWith("MODELWIRE_TEST_"));
const config = readConfig(Object.fromEntries(ours));
const { trackingUri } = config.mlflow;
if (trackingUri === undefined) throw new Error("MLFLOW_TRACKING_URI: expected the test's MLflow");

process.on("disconnect", () => process.exit());
let timesReached = 0;
let slept = false;

function onStep(step: Step): void {
  if (step === DIE_AT && ++timesReached >= Number(DIE_AT_COUNT))
    process.kill(process.pid, "SIGKILL");
  if (step === SLEEP_AT && !slept) {
    slept = true;
    // Nothing that is asynchronous would get out before the process stops.
    writeSync(1, "asleep\n");
    process.kill(process.pid, "SIGSTOP");
  }
}

const { httpAddress, grpcAddress } = await startModelwire(
  { ...config, mlflow: { ...config.mlflow, trackingUri } },
  createLog(config, pino.destination({ dest: 2, sync: true })),
  // What it was about to deliver when it died, another may deliver soon.
  {
    onStep,
    leaseMs: Number(LEASE_MS),
    deliveryLeaseMs: 1000,
    ...(LEAST_PART_BYTES && { leastPartBytes: Number(LEAST_PART_BYTES) }),
    reconcile: process.env.RECONCILE === "1",
  },
);
process.send?.({ httpAddress, grpcAddress });
