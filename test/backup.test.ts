import { execFile } from "node:child_process";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { fromBinary } from "@bufbuild/protobuf";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startLoad } from "./support/load.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { readSnapshot, restoreSnapshot, type Snapshot } from "./support/postgres-snapshot.ts";
import { type Receiver, startReceiver } from "./support/receiver.ts";
import { launcher } from "./support/run-cli.ts";
import { createTestDatabase } from "./support/services.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

vi.setConfig({ testTimeout: 180_000 });

const runFile = promisify(execFile);
const models = ["backup-a", "backup-b", "backup-c"];
const full = { requirement: { case: "fullyConsistent", value: {} } } as const;
/** Longer than a registration that was under way is left to its owner. */
const UNTIL = { timeout: 40_000, interval: 200 };
const environment = { MODELWIRE_RECONCILE_INTERVAL_MS: "300" };

let folder: TemporaryDirectory;
let mlflow: OwnMlflow;
let receiver: Receiver;
let running: TestModelwire[];
beforeEach(async () => {
  running = [];
  folder = await makeTemporaryDirectory("modelwire-backup-");
  [mlflow, receiver] = await Promise.all([startOwnMlflow(), startReceiver()]);
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await Promise.all([receiver?.close(), mlflow?.stop()]);
  await folder?.remove();
});

async function start(databaseUrl: string): Promise<TestModelwire & { clients: Clients }> {
  const modelwire = await startModelwire({
    databaseUrl,
    mlflowUrl: mlflow.url,
    reconcile: true,
    environment,
  });
  running.push(modelwire);
  return { ...modelwire, clients: createClients(modelwire.httpUrl) };
}

/** What a database knows of its events and what became of them. */
async function readDatabase(url: string) {
  const store = await openStore(url);
  try {
    const events = await sql<{ event: Uint8Array }>`select event from events`.execute(store.db);
    const pending = await sql`
      select 1 from registrations where state = 'PENDING'`.execute(store.db);
    const delivered = await sql<{ event_id: string }>`
      select event_id from deliveries where state = 'DELIVERED'`.execute(store.db);
    return {
      events: events.rows.map(({ event }) => fromBinary(EventSchema, new Uint8Array(event))),
      pending: pending.rows.length,
      delivered: delivered.rows.map(({ event_id }) => event_id),
    };
  } finally {
    await store.close();
  }
}

/** A copy of a database that is in use, and how it is put in its place. */
interface Backup {
  /** Takes the backup. */
  take(databaseUrl: string): Promise<void>;
  /** Makes a database of it, and gives its URL. */
  restore(): Promise<string>;
}

async function backUpAndRestore(databaseUrl: string, backup: Backup): Promise<void> {
  const before = await start(databaseUrl);
  await before.clients.webhooks.createEndpoint({ url: receiver.url });
  const load = startLoad(before.clients, models);
  await load.reached(6);
  const { nextCursor } = await before.clients.events.listEvents({});
  const answered = [...load.registered];
  await backup.take(databaseUrl);
  await load.reached(answered.length + 6);
  await load.stop();
  const all = [...load.registered];
  await vi.waitFor(() => expect(new Set(ids(receiver)).size).toBe(all.length), UNTIL);
  await before.stop();
  running = [];
  const original = await readDatabase(databaseUrl);

  const restored = await backup.restore();
  const atBackup = await readDatabase(restored);
  const sentBefore = receiver.received.length;
  const after = await start(restored);
  const { clients } = after;

  // Nothing that was answered before the backup is lost, or made again by a repeat.
  for (const { request, registration } of answered) {
    expect((await clients.registry.registerBaseline(request)).registration).toEqual(registration);
  }
  // What came after it is found in MLflow.
  await clients.registry.listModels({ consistency: full });
  for (const { registration } of all) {
    const modelUuid = registration.modelInfo?.modelUuid ?? "";
    const found = await clients.registry.getModelByUuid({ modelUuid });
    expect(found.registration?.modelId).toBe(registration.modelId);
  }
  // Each version is announced once, also those whose registrations were under way at the backup,
  // which are taken up when nobody can be at work on them any more.
  const versions = all.map(({ registration }) => registration.modelId).toSorted();
  const told = await vi.waitFor(async () => {
    const { events } = await readDatabase(restored);
    expect(events.map(versionOf).toSorted()).toEqual(versions);
    return events;
  }, UNTIL);
  const known = atBackup.events.map(({ eventId }) => eventId);
  const isKnown = ({ eventId }: Event) => known.includes(eventId);
  expect(known.length).toBeGreaterThanOrEqual(answered.length);
  expect(known.length).toBeLessThan(all.length);
  expect(told.filter(isKnown)).toEqual(expect.arrayContaining(atBackup.events));
  const registered = told.filter((e) => !isKnown(e) && e.type === EventType.MODEL_REGISTERED);
  expect(registered.length).toBeLessThanOrEqual(atBackup.pending);
  for (const modelName of models) {
    const sequences = told.filter((e) => e.modelName === modelName).map((e) => Number(e.sequence));
    expect(sequences.toSorted((a, b) => a - b)).toEqual(sequences.map((_, i) => i + 1));
  }
  // What was delivered when the backup was made is not sent again; the rest is, by the same ids.
  const due = told.filter(({ eventId }) => !atBackup.delivered.includes(eventId));
  await vi.waitFor(() => {
    const sent = ids(receiver).slice(sentBefore);
    expect(sent.toSorted()).toEqual(due.map(({ eventId }) => eventId).toSorted());
  }, UNTIL);
  expect(original.events.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(known));

  // A cursor of the database that is gone is not taken for one of this.
  const failure = await failureOf(clients.events.listEvents({ cursor: nextCursor }));
  expect(failure).toMatchObject({ code: "InvalidArgument" });
  expect(failure.message).toContain("it is of another database");
  await after.stop();
  running = [];
}

const ids = ({ received }: Receiver) =>
  received.map(({ headers }) => String(headers["webhook-id"]));

function versionOf({ modelRegistered, versionObserved }: Event): string | undefined {
  return (modelRegistered ?? versionObserved)?.registration?.modelId;
}

describe("a backup that is made under load and restored beside it", () => {
  test("of SQLite, by the command, has all that was answered and announces nothing twice", async () => {
    const at = join(folder.path, "backup");
    const databaseUrl = `sqlite:${join(folder.path, "modelwire.db")}`;
    await backUpAndRestore(databaseUrl, {
      async take() {
        const { stdout } = await runBackup(at, databaseUrl);
        expect(stdout).toContain(`${at}/modelwire.db-secret-key`);
      },
      restore: async () => `sqlite:${join(at, "modelwire.db")}`,
    });
    expect((await stat(join(at, "modelwire.db-secret-key"))).mode & 0o777).toBe(0o600);
  });

  test("of PostgreSQL, from one moment of it, has all and announces nothing twice", async () => {
    const databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
    onTestFinished(async () => {
      for (const database of databases) await database.drop();
    });
    const [from, to] = databases.map(({ url }) => url) as [string, string];
    let snapshot: Snapshot = new Map();
    await backUpAndRestore(from, {
      async take(databaseUrl) {
        snapshot = await readSnapshot(databaseUrl);
      },
      async restore() {
        await restoreSnapshot(snapshot, to);
        // The statement of docs/operations.md.
        await query(to, "update event_log set log_id = gen_random_uuid()::text");
        return to;
      },
    });
  });
});

describe("modelwire backup", () => {
  test("overwrites nothing, leaves nothing half-done, and says what is not for it", async () => {
    const path = join(folder.path, "modelwire.db");
    const at = join(folder.path, "backups", "today");
    await expect(runBackup(at, `sqlite:${path}`)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no database at"),
    });
    await (await openStore(`sqlite:${path}`)).close();
    await runBackup(at, `sqlite:${path}`);
    expect(await readdir(at)).toEqual(["modelwire.db"]);
    await expect(runBackup(at, `sqlite:${path}`)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is there already"),
    });
    await mkdir(join(folder.path, "other"));
    await expect(
      runBackup(join(folder.path, "other"), "postgresql://db/modelwire"),
    ).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("with pg_dump") });
    expect(await readdir(join(folder.path, "other"))).toEqual([]);
  });
});

function runBackup(at: string, databaseUrl: string): Promise<{ stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl };
  return runFile(launcher, ["backup", at], { cwd: folder.path, env });
}

async function query(url: string, statement: string): Promise<void> {
  const store = await openStore(url);
  await sql.raw(statement).execute(store.db);
  await store.close();
}
