import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { type Delivery, DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwireOptions } from "./support/modelwire.ts";
import { type Answer, type Receiver, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { serverEnvironment } from "./support/server-environment.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const waiting = { timeout: 30_000, interval: 100 };

const open: (() => Promise<unknown>)[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await database.drop();
});

async function receive(answer?: Answer, port?: number): Promise<Receiver> {
  const receiver = await startReceiver(answer, port);
  open.push(() => receiver.close());
  return receiver;
}

async function startReplica(options: TestModelwireOptions = {}): Promise<Clients> {
  const modelwire = await startModelwire({ databaseUrl: database.url, ...options });
  open.push(() => modelwire.stop());
  return createClients(modelwire.httpUrl);
}

async function allDeliveries({ webhooks }: Clients): Promise<Delivery[]> {
  return (await webhooks.listDeliveries({ pageSize: 1000 })).deliveries;
}

/** Waits until so many deliveries are delivered, and gives all there are. */
async function delivered(clients: Clients, count: number): Promise<Delivery[]> {
  const isDelivered = ({ state }: Delivery) => state === DeliveryState.DELIVERED;
  await expect
    .poll(async () => (await allDeliveries(clients)).filter(isDelivered).length, waiting)
    .toBe(count);
  return allDeliveries(clients);
}

// Prints its address, then serves until it is killed: unlike a Modelwire in the test's process, it
// dies as a process does.
const replicaScript = `
import { pino } from "pino";
import { readConfig } from "./src/config/config.ts";
import { startModelwire } from "./src/server/server.ts";
const config = readConfig(process.env);
const running = await startModelwire(config, pino({ level: "silent" }), { deliveryLeaseMs: 1500 });
console.log(running.httpAddress);
`;

interface ReplicaProcess {
  clients: Clients;
  kill(): Promise<void>;
}

async function spawnReplica(): Promise<ReplicaProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", replicaScript], {
    cwd: root,
    env: serverEnvironment({
      MODELWIRE_WEBHOOK_TIMEOUT_MS: "3000",
      DATABASE_URL: database.url,
      MLFLOW_TRACKING_URI: inject("mlflowUrl"),
    }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  open.push(kill);
  const [address] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (child.exitCode !== null) throw new Error("the replica did not start");
  return { clients: createClients(`http://${String(address).trim()}`), kill };
}

test("two replicas on one database send each event once", async () => {
  const replicas = [await startReplica(), await startReplica()] as const;
  const receiver = await receive();
  const { secret } = await replicas[0].webhooks.createEndpoint({ url: receiver.url });
  const first = await registerQuickstart(replicas[0]);
  const uuid = first.modelInfo?.modelUuid ?? "";
  await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      registerHeld(replicas[i % 2 === 0 ? 0 : 1], uuid, first.modelName),
    ),
  );
  const deliveries = await delivered(replicas[1], 25);
  expect(deliveries).toHaveLength(25);
  for (const { attempts } of deliveries) expect(attempts).toMatchObject([{ status: 204 }]);
  expect(receiver.received).toHaveLength(25);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids)).toEqual(new Set(deliveries.map(({ eventId }) => eventId)));
  for (const request of receiver.received) verifyWithNode(secret, request);
});

test("what a replica was sending when it died, another sends after the lease", async () => {
  const dying = await spawnReplica();
  const receiver = await receive((response, number) => {
    if (number > 1) response.writeHead(204).end();
  });
  const { secret } = await dying.clients.webhooks.createEndpoint({ url: receiver.url });
  const registration = await registerQuickstart(dying.clients);
  await receiver.waitFor(1);
  await dying.kill();

  const heir = await startReplica();
  const [first, second] = await receiver.waitFor(2);
  if (!first || !second) throw new Error("no requests");
  expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  expect(second.body.equals(first.body)).toBe(true);
  verifyWithNode(secret, second);
  const [delivery, ...others] = await delivered(heir, 1);
  expect(others).toEqual([]);
  // The attempt that nobody saw the end of is in no list.
  expect(delivery).toMatchObject({
    modelName: registration.modelName,
    attempts: [{ number: 1, status: 204 }],
  });
});

test.for(["SQLite", "PostgreSQL"])("a delivery in %s survives a restart", async (engine) => {
  const options = engine === "PostgreSQL" ? { databaseUrl: database.url } : {};
  let modelwire = await startModelwire(options);
  open.push(() => modelwire.stop());
  const clients = createClients(modelwire.httpUrl);
  const down = await receive();
  await down.close();
  const { secret } = await clients.webhooks.createEndpoint({ url: down.url });
  const registration = await registerQuickstart(clients);
  await expect
    .poll(async () => (await allDeliveries(clients))[0]?.attempts.length, waiting)
    .toBe(1);

  const restarting = modelwire.restart();
  const up = await receive(undefined, down.port);
  modelwire = await restarting;
  const [request] = await up.waitFor(1);
  if (!request) throw new Error("no request");
  expect(verifyWithNode(secret, request)).toMatchObject({ subject: registration.modelId });
  const [delivery] = await delivered(createClients(modelwire.httpUrl), 1);
  expect(delivery?.attempts).toMatchObject([
    { number: 1, error: "connection refused" },
    { number: 2, status: 204 },
  ]);
});
