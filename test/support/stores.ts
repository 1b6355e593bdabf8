import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe } from "vitest";
import { insertDeliveries } from "../../src/store/deliveries.ts";
import type { EndpointRow } from "../../src/store/endpoints.ts";
import { keepTargets } from "../../src/store/endpoints.ts";
import { insertEvent, type NewEvent, nextSequence } from "../../src/store/events.ts";
import type { NewRegistration } from "../../src/store/registrations.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { createTestDatabase } from "./services.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** The moment at which a suite's rows begin, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000;

/** An empty database of one test, and how the test opens it. */
export interface TestStores {
  readonly engine: "sqlite" | "postgres";
  readonly url: string;
  /** Opens the database once more, on connections of its own; closed after the test. */
  open(): Promise<Store>;
}

/** Runs a suite on both engines, with a new database for each test. */
export function describeOnBothEngines(suite: (stores: TestStores) => void): void {
  describe.each(["sqlite", "postgres"] as const)("on %s", (engine) => {
    const opened: Store[] = [];
    let database: { url: string; drop(): Promise<void> };
    beforeEach(async () => {
      database = engine === "postgres" ? await createTestDatabase() : await createFile();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
      await database.drop();
    });
    suite({
      engine,
      get url() {
        return database.url;
      },
      async open() {
        const store = await openStore(database.url);
        opened.push(store);
        return store;
      },
    });
  });
}

async function createFile() {
  const folder = await makeTemporaryDirectory("modelwire-store-");
  const url = `sqlite:${join(folder.path, "folder", "modelwire.db")}`;
  return { url, drop: () => folder.remove() };
}

const storeModule = fileURLToPath(new URL("../../src/store/store.ts", import.meta.url));

/** Opens a database in a process of its own and closes it; resolves with what that process said. */
export async function openInChild(url: string): Promise<{ exitCode: number | null; said: string }> {
  const program = `
    import { openStore } from ${JSON.stringify(storeModule)};
    const store = await openStore(process.argv[1]);
    await store.ping();
    await store.close();
    console.log("opened");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, url], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [exitCode] = await once(child, "close");
  return { exitCode: exitCode as number | null, said };
}

/** Makes a pending registration whose lease has run out at {@link NOW}. */
export function newRegistration(given: Partial<NewRegistration> = {}): NewRegistration {
  return {
    registrationId: randomUUID(),
    requestId: randomUUID(),
    fingerprint: "f".repeat(64),
    plan: "{}",
    createdAt: NOW,
    leaseUntil: NOW,
    ...given,
  };
}

/** Makes an enabled endpoint. */
export function newEndpoint(given: Partial<EndpointRow> = {}): EndpointRow {
  return {
    endpoint_id: `ep_${randomUUID()}`,
    request_id: null,
    fingerprint: "f".repeat(64),
    url: "http://127.0.0.1:9/",
    format: "STANDARD",
    description: null,
    state: "ENABLED",
    disabled_reason: null,
    secret: "whsec_none",
    previous_secrets: "[]",
    created_at: NOW,
    filter: null,
    ordered: 0,
    payload_version: "1",
    consecutive_failures: 0,
    failing_since: null,
    last_success_at: null,
    last_failure_at: null,
    last_error: null,
    ...given,
  };
}

/** Commits an event with its deliveries in a transaction of its own. */
export function commitEvent(store: Store, given: Partial<NewEvent> = {}): Promise<NewEvent> {
  return store.transaction((tx) => insertNewEvent(store, tx, given));
}

/** Inserts an event, with the next sequence of its model, within a transaction. */
export async function insertNewEvent(
  store: Store,
  tx: Parameters<typeof insertEvent>[0],
  given: Partial<NewEvent> = {},
): Promise<NewEvent> {
  const modelName = given.modelName ?? "model";
  const event: NewEvent = {
    eventId: `evt_${randomUUID()}`,
    modelName,
    sequence: await nextSequence(tx, modelName),
    type: "modelwire.model.registered",
    createdAt: NOW,
    event: Buffer.from("event"),
    bodies: [
      { format: "STANDARD", contentType: "application/json", body: Buffer.from("{}"), headers: {} },
    ],
    ...given,
  };
  await insertEvent(tx, event);
  const targets = await keepTargets(store.engine, tx);
  await insertDeliveries(
    store,
    tx,
    targets.map(({ endpoint_id: endpointId }) => ({
      deliveryId: `dlv_${randomUUID()}`,
      eventId: event.eventId,
      endpointId,
      modelName,
      sequence: event.sequence,
      type: event.type,
      createdAt: event.createdAt,
      skippedReason: undefined,
    })),
  );
  return event;
}
