import { randomUUID } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, describe, expect, inject, test } from "vitest";
import { DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { readConfig } from "../src/config/config.ts";
import { startModelwire as start } from "../src/server/server.ts";
import { insertEndpoint } from "../src/store/endpoints.ts";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { answerWith, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { registerQuickstart } from "./support/registering.ts";
import { runCli } from "./support/run-cli.ts";
import { createTestDatabase } from "./support/services.ts";
import { newEndpoint } from "./support/stores.ts";
import { makeTemporaryDirectory } from "./support/temporary-directory.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const keyOf = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const [k1, k2, k3] = [keyOf("k1", 1), keyOf("k2", 2), keyOf("k3", 3)];
const url = "http://127.0.0.1:9/";

/** A database, a data folder, and all that is logged over them. */
interface Site {
  databaseUrl: string;
  folder: string;
  /** Where it serves. */
  readonly url: string;
  readonly logged: string;
  /** Starts Modelwire with these keys, as they are in the environment; stops the one before. */
  serve(keys?: string): Promise<Clients>;
  stop(): Promise<void>;
}

async function createSite(engine: string): Promise<Site> {
  const folder = await makeTemporaryDirectory("modelwire-secrets-");
  closing.push(() => folder.remove());
  let databaseUrl = `sqlite:${join(folder.path, "modelwire.db")}`;
  if (engine === "PostgreSQL") {
    const database = await createTestDatabase();
    closing.push(() => database.drop());
    databaseUrl = database.url;
  }
  let logged = "";
  const sink = new Writable({
    write(chunk, _, done) {
      logged += chunk;
      done();
    },
  });
  let running: { httpAddress: string; close(): Promise<void> } | undefined;
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  closing.push(stop);
  return {
    databaseUrl,
    folder: folder.path,
    get url() {
      return `http://${running?.httpAddress}`;
    },
    get logged() {
      return logged;
    },
    stop,
    async serve(keys = "") {
      await stop();
      const config = readConfig({
        MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
        MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
        MODELWIRE_DATA_DIR: folder.path,
        DATABASE_URL: databaseUrl,
        MODELWIRE_SECRET_KEYS: keys,
      });
      const mlflow = { ...config.mlflow, trackingUri: inject("mlflowUrl") };
      const log = pino({ level: "trace" }, sink);
      const modelwire = await start({ ...config, mlflow }, log, { reconcile: false });
      running = modelwire;
      return createClients(`http://${modelwire.httpAddress}`);
    },
  };
}

/** Reads all that a database holds, as text. */
async function dump({ databaseUrl, folder }: Site): Promise<string> {
  if (databaseUrl.startsWith("sqlite:")) {
    const names = (await readdir(folder)).filter((name) => name.startsWith("modelwire.db"));
    const files = await Promise.all(names.map((name) => readFile(join(folder, name), "latin1")));
    return files.join("");
  }
  const store = await openStore(databaseUrl);
  try {
    const tables = await store.db.introspection.getTables();
    const read = tables.map(({ name }) => store.db.selectFrom(name as "endpoints").selectAll());
    const rows = await Promise.all(read.map((query) => query.execute()));
    const text = JSON.stringify(rows.flat());
    // Bytes too, as they are.
    const bytes = JSON.parse(text, (_, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    return JSON.stringify(bytes);
  } finally {
    await store.close();
  }
}

async function sealedSecrets({ databaseUrl }: Site): Promise<string[]> {
  const store = await openStore(databaseUrl);
  try {
    const rows = await store.db
      .selectFrom("endpoints")
      .select(["secret", "previous_secrets"])
      .execute();
    return rows.flatMap((row) => [
      row.secret,
      ...JSON.parse(row.previous_secrets).map((one: { secret: string }) => one.secret),
    ]);
  } finally {
    await store.close();
  }
}

/** Has a test request sent, and tells whether it verifies with each of the secrets. */
async function verifies(clients: Clients, endpointId: string, secrets: string[]) {
  const receiver = await startReceiver();
  try {
    await clients.webhooks.updateEndpoint({ endpointId, url: receiver.url });
    await clients.webhooks.testEndpoint({ endpointId });
    const [request] = receiver.received;
    if (!request) throw new Error("no request");
    for (const secret of secrets) verifyWithNode(secret, request);
  } finally {
    await receiver.close();
  }
}

describe.for(["SQLite", "PostgreSQL"])("secrets in %s", (engine) => {
  test("are in no table, no log and no later answer", async () => {
    const site = await createSite(engine);
    const clients = await site.serve(k1);
    const { webhooks } = clients;
    const refusing = await startReceiver(answerWith(500));
    closing.push(() => refusing.close());
    const siteSecret = "correct horse battery staple";
    const known: string[] = [siteSecret];
    const request = { url: refusing.url, requestId: randomUUID(), description: "look for me" };
    const chosen = { ...request, secret: `whsec_${Buffer.alloc(32, 9).toString("base64")}` };
    const made = await webhooks.createEndpoint(chosen);
    const endpointId = made.endpoint?.endpointId ?? "";
    known.push(made.secret);
    const flat = { url, format: BodyFormat.SITE_FLAT, secret: siteSecret };
    await webhooks.createEndpoint(flat);
    known.push((await webhooks.rotateEndpointSecret({ endpointId })).secret);
    await webhooks.testEndpoint({ endpointId });
    await registerQuickstart(clients);
    await refusing.waitFor(2);
    const wrong = "whsec_not-quite-a-secret";
    await failureOf(webhooks.createEndpoint({ ...chosen, secret: wrong }));
    await failureOf(webhooks.rotateEndpointSecret({ endpointId, secret: wrong }));
    const answers = [
      await webhooks.getEndpoint({ endpointId }),
      await webhooks.listEndpoints({}),
      await webhooks.listDeliveries({}),
      await webhooks.pauseEndpoint({ endpointId }),
    ];
    await site.stop();

    const text = await dump(site);
    expect(text).toContain("look for me");
    expect(site.logged).toContain("RotateEndpointSecret");
    const told = JSON.stringify(answers, (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    for (const secret of [...known, wrong]) {
      const bytes = Buffer.from(secret.replace("whsec_", ""), "base64").toString("latin1");
      for (const form of [secret, secret.replace("whsec_", ""), bytes]) {
        expect(text.includes(form), form).toBe(false);
        expect(site.logged.includes(form), form).toBe(false);
        expect(told.includes(form), form).toBe(false);
      }
    }
  });

  test("are kept anew with the first key at a start, those that still sign too", async () => {
    const site = await createSite(engine);
    const first = await site.serve(k1);
    const { endpoint, secret } = await first.webhooks.createEndpoint({ url });
    const endpointId = endpoint?.endpointId ?? "";
    const rotated = await first.webhooks.rotateEndpointSecret({ endpointId });
    expect(await sealedSecrets(site)).toEqual(Array(2).fill(expect.stringMatching(/^sealed:k1:/)));
    await site.serve(`${k2},${k1}`);
    expect(await sealedSecrets(site)).toEqual(Array(2).fill(expect.stringMatching(/^sealed:k2:/)));
    await verifies(await site.serve(k2), endpointId, [secret, rotated.secret]);
  });

  test("that were kept in the open are sealed at a start", async () => {
    const site = await createSite(engine);
    const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
    const endpointId = `ep_${"1".repeat(32)}`;
    const store = await openStore(site.databaseUrl);
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: endpointId, secret }));
    await store.close();
    const clients = await site.serve(k1);
    expect(await sealedSecrets(site)).toEqual([expect.stringMatching(/^sealed:k1:/)]);
    await verifies(clients, endpointId, [secret]);
  });

  test("whose key is lost are said to be, and what waits is sent once it is back", async () => {
    const site = await createSite(engine);
    const receiver = await startReceiver();
    closing.push(() => receiver.close());
    const { webhooks } = await site.serve(k2);
    const { endpoint, secret } = await webhooks.createEndpoint({ url: receiver.url });
    const endpointId = endpoint?.endpointId ?? "";
    const lost = await site.serve(k3);
    expect(site.logged).toMatch(/"endpoint_id":"ep_.*a secret was kept with the key \\"k2\\"/);
    expect(await failureOf(lost.webhooks.testEndpoint({ endpointId }))).toMatchObject({
      code: "FailedPrecondition",
      reason: "SECRET_KEY_MISSING",
      message: expect.stringContaining(
        'MODELWIRE_SECRET_KEYS: a secret was kept with the key "k2"',
      ),
    });
    // Whoever looks at the endpoint sees it, and the command shows it.
    const shown = await lost.webhooks.getEndpoint({ endpointId });
    const why = 'MODELWIRE_SECRET_KEYS: a secret was kept with the key "k2": expected the keys';
    expect(shown.endpoint?.health?.blockedReason).toContain(why);
    const listed = await lost.webhooks.listEndpoints({});
    expect(listed.endpoints).toEqual([shown.endpoint]);
    const { stdout } = await runCli(["endpoints", "show", endpointId], site.url);
    expect(stdout).toContain(`enabled: blocked: ${why}`);
    // With another key under the name of the lost one, too.
    const forged = await site.serve(keyOf("k2", 9));
    const { message } = await failureOf(forged.webhooks.testEndpoint({ endpointId }));
    expect(message).toContain('another key that was named "k2" too');
    await registerQuickstart(forged);
    const { deliveries } = await forged.webhooks.listDeliveries({ endpointId });
    expect(deliveries).toMatchObject([{ state: DeliveryState.PENDING }]);
    expect(receiver.received).toEqual([]);

    const found = await site.serve(`${k3},${k2}`);
    const [request] = await receiver.waitFor(1);
    if (!request) throw new Error("no request");
    verifyWithNode(secret, request);
    const after = await found.webhooks.getEndpoint({ endpointId });
    expect(after.endpoint?.health).not.toHaveProperty("blockedReason");
  });
});

test("PostgreSQL without keys keeps no secret and says which setting is missing", async () => {
  const site = await createSite("PostgreSQL");
  const { webhooks } = await site.serve();
  expect(await failureOf(webhooks.createEndpoint({ url }))).toMatchObject({
    code: "FailedPrecondition",
    reason: "SECRET_KEY_MISSING",
    message: expect.stringMatching(/^MODELWIRE_SECRET_KEYS: no secret can be kept: expected/),
  });
  expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
});

test("SQLite without keys makes one at first need, in a file for its owner only", async () => {
  const site = await createSite("SQLite");
  const path = join(site.folder, "modelwire.db-secret-key");
  const first = await site.serve();
  await expect(stat(path)).rejects.toThrow("ENOENT");
  const { endpoint, secret } = await first.webhooks.createEndpoint({ url });
  const endpointId = endpoint?.endpointId ?? "";
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const text = (await readFile(path, "utf8")).trim();
  expect(text).toMatch(/^file-[0-9a-f]{8}:[A-Za-z0-9+/]{43}=$/);
  await first.webhooks.createEndpoint({ url });
  await verifies(await site.serve(), endpointId, [secret]);
  expect((await readFile(path, "utf8")).trim()).toBe(text);
  expect((await readdir(site.folder)).filter((name) => name.includes("secret-key"))).toEqual([
    "modelwire.db-secret-key",
  ]);

  // A setting takes over from the file, which opens what it kept.
  await verifies(await site.serve(k1), endpointId, [secret]);
  expect(await sealedSecrets(site)).toEqual(Array(2).fill(expect.stringMatching(/^sealed:k1:/)));

  await site.stop();
  await writeFile(path, "gone");
  await expect(site.serve()).rejects.toThrow(`${path} holds no key: expected <id>:<base64`);
});
