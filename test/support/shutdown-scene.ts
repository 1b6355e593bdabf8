import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, inject, vi } from "vitest";
import { createClients } from "./clients.ts";
import { newRequest, readMlflow, registerPersistently } from "./registration-fixtures.ts";
import { type ServeProcess, startServe } from "./serve-process.ts";
import { startLoad } from "./shutdown-load.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const SHUTDOWN_MS = 5000;
/** What a shutdown may take beyond that, and a load to begin: machines that test are slow. */
const BEYOND_MS = 10_000;
const START_MS = 90_000;
/** What has to succeed before the server is told to stop. */
const served = ["grpc list", "http list", "grpc register", "http register"];

/** Runs a server while something is done with it, in a folder that is gone afterwards. */
export async function withServer(
  act: (server: ServeProcess, restart: () => Promise<ServeProcess>) => Promise<void>,
): Promise<void> {
  const folder = await makeTemporaryDirectory("modelwire-shutdown-");
  const servers: ServeProcess[] = [];
  const start = async () => {
    const server = await startServe({
      MODELWIRE_DATA_DIR: join(folder.path, "data"),
      MODELWIRE_SHUTDOWN_MS: String(SHUTDOWN_MS),
      // Fewer than there are callers: some wait in the queue at any time.
      MODELWIRE_MAX_CONCURRENT_CALLS: "6",
      MODELWIRE_RECONCILE_INTERVAL_MS: "3600000",
      MLFLOW_TRACKING_URI: inject("mlflowUrl"),
    });
    servers.push(server);
    return server;
  };
  try {
    await act(await start(), start);
  } finally {
    for (const { child, ended } of servers) {
      child.kill("SIGKILL");
      await ended;
    }
    await folder.remove();
  }
}

/**
 * Sends SIGTERM to a server that serves calls of all kinds on both listeners, and checks that each
 * was answered with success or UNAVAILABLE, in time, and that each registration is made once.
 */
export function stopUnderLoad(): Promise<void> {
  return withServer(async (server, restart) => {
    const modelName = `shutdown-${randomUUID()}`;
    const load = startLoad(server, modelName);
    try {
      const answered = () => load.registrations.filter((one) => one.answered).length;
      await vi.waitFor(() => {
        expect(answered()).toBeGreaterThan(2);
        for (const what of served) expect([...load.answers.keys()]).toContain(`${what}: ok`);
      }, START_MS);
      server.child.kill("SIGTERM");
      const late = new Promise((resolve) =>
        setTimeout(resolve, SHUTDOWN_MS + BEYOND_MS, "late").unref(),
      );
      expect(await Promise.race([server.ended, late]), server.log()).toEqual([0, null]);
    } finally {
      server.child.kill("SIGKILL");
      await load.stop();
    }
    const kinds = [...load.answers.keys()];
    expect(kinds.filter((kind) => !/: (ok|unavailable)$/.test(kind))).toEqual([]);
    const clients = createClients((await restart()).httpUrl);
    for (const { request } of load.registrations) await registerPersistently(clients, request);
    const { versions } = await readMlflow(newRequest(modelName));
    expect(versions).toHaveLength(load.registrations.length);
  });
}
