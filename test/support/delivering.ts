import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pino } from "pino";
import { createEgress } from "../../src/delivery/egress.ts";
import { createWebhookSender } from "../../src/delivery/sender.ts";
import { createVault } from "../../src/delivery/vault.ts";
import { startDeliveries } from "../../src/delivery/worker.ts";
import { type EndpointRow, insertEndpoint } from "../../src/store/endpoints.ts";
import type { Store } from "../../src/store/store.ts";
import { commitEvent, insertNewEvent, newEndpoint } from "./stores.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a worker of a test is to be like. */
export interface DeliveringOptions {
  timeoutMs?: number;
  leaseMs?: number;
  disableAfterMs?: number;
}

/** Starts a worker in this process; gives how to stop it. */
export function startDelivering(
  store: Store,
  options: DeliveringOptions = {},
): (graceMs?: number) => Promise<void> {
  const { timeoutMs = 20_000, leaseMs = 15_000, disableAfterMs = 0 } = options;
  const egress = createEgress("127.0.0.1", false);
  const sender = createWebhookSender({ egress, proxy: undefined, timeoutMs });
  const log = pino({ level: process.env.MODELWIRE_TEST_LOG_LEVEL ?? "silent" });
  const vault = createVault([]);
  const worker = startDeliveries({ store, sender, log, vault, leaseMs, disableAfterMs });
  return async (graceMs = 0) => {
    await worker.stop(graceMs);
    await sender.close();
  };
}

const script = `
import { openStore } from "./src/store/store.ts";
import { startDelivering } from "./test/support/delivering.ts";
const store = await openStore(process.argv[1]);
let open = 0;
const transaction = async (work) => {
  open++;
  return store.transaction(work).finally(() => open--);
};
startDelivering({ ...store, transaction }, JSON.parse(process.argv[2]));
const sleepWhenIdle = () => {
  if (open > 0) setTimeout(sleepWhenIdle, 1);
  else process.kill(process.pid, "SIGSTOP");
};
process.on("SIGUSR2", sleepWhenIdle);
console.log("started");
`;

/** A worker in a process of its own. */
export interface DeliveringProcess {
  /**
   * Stops it, as a machine that is suspended does: while no transaction holds up the others.
   * Settles when it stands still.
   */
  sleep(): Promise<void>;
  wake(): void;
  kill(): Promise<void>;
}

/** Starts a worker in a process of its own, on a database of the caller's. */
export async function spawnDelivering(
  url: string,
  options: DeliveringOptions,
): Promise<DeliveringProcess> {
  const args = ["--input-type=module", "-e", script, url, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await Promise.race([
    once(child.stdout, "data"),
    ended.then(() => {
      throw new Error("the worker did not start");
    }),
  ]);
  return {
    async sleep() {
      child.kill("SIGUSR2");
      while (!(await isStopped(child.pid))) await setImmediate();
    },
    wake: () => void child.kill("SIGCONT"),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function isStopped(pid: number | undefined): Promise<boolean> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "stat=", "-p", String(pid)]);
  return stdout.startsWith("T");
}

/** Adds an endpoint at a URL. */
export async function addEndpointRow(
  store: Store,
  url: string,
  given: Partial<EndpointRow> = {},
): Promise<EndpointRow> {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const row = newEndpoint({ url, secret, created_at: Date.now(), ...given });
  await insertEndpoint(store.db, row);
  return row;
}

/** Commits an event of each model, so many times, with its model and sequence as the body. */
export async function commitEvents(
  store: Store,
  models: readonly string[],
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 1; i <= count; i++) {
    for (const modelName of models) {
      const event = await commitEvent(store, eventOf(modelName, i));
      ids.push(event.eventId);
    }
    store.wake("deliveries");
  }
  return ids;
}

/** Commits an event of each model, as {@link commitEvents} does, in one transaction. */
export async function commitRound(
  store: Store,
  models: readonly string[],
  sequence: number,
): Promise<void> {
  await store.transaction(async (tx) => {
    for (const modelName of models) await insertNewEvent(store, tx, eventOf(modelName, sequence));
  });
  store.wake("deliveries");
}

function eventOf(modelName: string, sequence: number) {
  const body = Buffer.from(JSON.stringify({ model: modelName, sequence }));
  const bodies = [{ format: "STANDARD", contentType: "application/json", body, headers: {} }];
  return { modelName, createdAt: Date.now(), bodies };
}
