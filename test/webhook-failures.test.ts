import { timestampMs } from "@bufbuild/protobuf/wkt";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Delivery, DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { EndpointState } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import {
  type Answer,
  answerWith,
  type Receiver,
  startReceiver,
  verifyWithNode,
} from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";

const HANGING_MS = 60_000;
const waiting = { timeout: 30_000, interval: 100 };

let modelwire: TestModelwire;
let clients: Clients;
let modelUuid = "";
beforeAll(async () => {
  // Longer than any test waits: what is shown beside a hanging endpoint did not wait for its end.
  const environment = { MODELWIRE_WEBHOOK_TIMEOUT_MS: String(HANGING_MS) };
  modelwire = await startModelwire({ environment });
  clients = createClients(modelwire.httpUrl);
  modelUuid = (await registerQuickstart(clients)).modelInfo?.modelUuid ?? "";
});
afterAll(() => modelwire?.stop());

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Makes one event. */
const makeEvent = (from: Clients = clients) => registerHeld(from, modelUuid);

async function receive(answer?: Answer, port?: number): Promise<Receiver> {
  const receiver = await startReceiver(answer, port);
  open.push(() => receiver.close());
  return receiver;
}

interface TestEndpoint {
  endpointId: string;
  secret: string;
}

async function addEndpoint(url: string, to: Clients = clients): Promise<TestEndpoint> {
  const { endpoint, secret } = await to.webhooks.createEndpoint({ url });
  const endpointId = endpoint?.endpointId ?? "";
  // It may be gone already, with its server or by the test itself.
  open.push(() => to.webhooks.deleteEndpoint({ endpointId }).catch(() => undefined));
  return { endpointId, secret };
}

async function deliveriesOf(endpoint: TestEndpoint, from: Clients = clients): Promise<Delivery[]> {
  const { endpointId } = endpoint;
  return (await from.webhooks.listDeliveries({ endpointId })).deliveries;
}

/** Waits until a delivery to an endpoint is as it should be. */
async function delivery(
  endpoint: TestEndpoint,
  isRight: (delivery: Delivery) => boolean,
  from: Clients = clients,
): Promise<Delivery> {
  let found: Delivery | undefined;
  await expect
    .poll(async () => {
      const all = await deliveriesOf(endpoint, from);
      found = all.find(isRight);
      return all.map(({ state, attempts }) => ({ state, attempts, found: found !== undefined }));
    }, waiting)
    .toContainEqual(expect.objectContaining({ found: true }));
  if (!found) throw new Error("no such delivery");
  return found;
}

const attempted = ({ attempts }: Delivery): boolean => attempts.length > 0;
const delivered = ({ state }: Delivery): boolean => state === DeliveryState.DELIVERED;

test("what failed is sent again with the same id and bytes, a new time and a valid signature", async () => {
  const receiver = await receive(
    (response, number) =>
      void response.writeHead(number === 1 ? 500 : 204).end(number === 1 ? "not today" : undefined),
  );
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  const [first, second] = await receiver.waitFor(2);
  if (!first || !second) throw new Error("no requests");
  expect(second.body.equals(first.body)).toBe(true);
  expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  const times = [first, second].map(({ headers }) => Number(headers["webhook-timestamp"]));
  expect(times[1]).toBeGreaterThan(times[0] ?? Infinity);
  expect(second.headers["webhook-signature"]).not.toBe(first.headers["webhook-signature"]);
  for (const request of [first, second]) verifyWithNode(endpoint.secret, request);

  const done = await delivery(endpoint, delivered);
  expect(done).toMatchObject({
    eventId: first.headers["webhook-id"],
    attempts: [
      { number: 1, status: 500, error: "answered 500, expected 2xx", responseExcerpt: "not today" },
      { number: 2, status: 204, responseExcerpt: "" },
    ],
  });
  expect(done.attempts[1]).not.toHaveProperty("error");
  expect(done.completionTime).toBeDefined();
  expect(done.nextAttemptTime).toBeUndefined();
  expect(receiver.received).toHaveLength(2);
});

test("a receiver that is down at first gets the event once it is up", async () => {
  const down = await receive();
  await down.close();
  const endpoint = await addEndpoint(down.url);
  await makeEvent();
  const { attempts } = await delivery(endpoint, attempted);
  expect(attempts).toMatchObject([{ number: 1, error: "connection refused" }]);
  expect(attempts[0]).not.toHaveProperty("status");
  const up = await receive(undefined, down.port);
  const [request] = await up.waitFor(1);
  if (request) verifyWithNode(endpoint.secret, request);
  expect((await delivery(endpoint, delivered)).attempts).toHaveLength(2);
});

const inAnHour: [form: string, write: () => string][] = [
  ["seconds", () => "3600"],
  // A date has no fractions of a second.
  ["a date", () => new Date(Date.now() + 3_601_000).toUTCString()],
];
test.for(inAnHour)("a Retry-After in %s is when the next attempt comes", async ([, retryAfter]) => {
  const receiver = await receive(
    (response) => void response.writeHead(429, { "retry-after": retryAfter() }).end(),
  );
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  const { attempts, state, nextAttemptTime, completionTime } = await delivery(endpoint, attempted);
  expect(state).toBe(DeliveryState.PENDING);
  expect(completionTime).toBeUndefined();
  const [attempt] = attempts;
  expect(attempt?.status).toBe(429);
  if (!attempt?.startTime || !nextAttemptTime) throw new Error("no times");
  const waitMs = timestampMs(nextAttemptTime) - timestampMs(attempt.startTime);
  expect(waitMs).toBeGreaterThanOrEqual(3_600_000);
  expect(waitMs).toBeLessThan(3_600_000 + HANGING_MS);
});

test("410 disables the endpoint with its reason, and its events wait from then on", async () => {
  const receiver = await receive(answerWith(410));
  const other = await receive();
  const endpoint = await addEndpoint(receiver.url);
  await addEndpoint(other.url);
  await makeEvent();
  const { eventId } = await delivery(endpoint, attempted);
  const { endpoints } = await clients.webhooks.listEndpoints({});
  expect(endpoints.find(({ endpointId }) => endpointId === endpoint.endpointId)).toMatchObject({
    state: EndpointState.DISABLED,
    disabledReason: "the endpoint answered 410 Gone",
  });
  await other.waitFor(1);
  await makeEvent();
  await other.waitFor(2);
  const waitingOnes = await deliveriesOf(endpoint);
  expect(waitingOnes).toMatchObject([
    { state: DeliveryState.PENDING, attempts: [] },
    { state: DeliveryState.PENDING, attempts: [{ status: 410 }], eventId },
  ]);
  expect(receiver.received).toHaveLength(1);
});

test("a redirect is not followed and is a failure", async () => {
  const elsewhere = await receive();
  const receiver = await receive(answerWith(301, { location: elsewhere.url }));
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  const { attempts, state } = await delivery(endpoint, attempted);
  expect(state).toBe(DeliveryState.PENDING);
  expect(attempts).toMatchObject([
    { status: 301, error: "answered 301: redirects are not followed" },
  ]);
  expect(elsewhere.received).toEqual([]);
});

test("endpoints that never answer keep nobody else's deliveries, not even at their own host", async () => {
  const receiver = await receive((response, _, { path }) => {
    if (path === "/hook/healthy") response.writeHead(204).end();
  });
  for (const number of [1, 2, 3, 4, 5]) await addEndpoint(`${receiver.url}/hangs-${number}`);
  const healthy = await addEndpoint(`${receiver.url}/healthy`);
  const events = 12;
  for (let made = 0; made < events; made++) await makeEvent();
  await expect
    .poll(async () => (await deliveriesOf(healthy)).filter(delivered).length, waiting)
    .toBe(events);
  const attempts = (await deliveriesOf(healthy)).flatMap((one) => one.attempts);
  expect(attempts.map(({ status }) => status)).toEqual(Array(events).fill(204));
});

test("a deleted endpoint gets nothing more, and its pending deliveries are gone", async () => {
  const receiver = await receive(answerWith(500));
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  await delivery(endpoint, attempted);
  await clients.webhooks.deleteEndpoint({ endpointId: endpoint.endpointId });
  expect(await deliveriesOf(endpoint)).toEqual([]);
  // A second endpoint's retry falls due about when the first one's would have.
  const other = await receive(
    (response, number) => void response.writeHead(number === 1 ? 500 : 204).end(),
  );
  await addEndpoint(other.url);
  await makeEvent();
  await other.waitFor(2);
  expect(receiver.received).toHaveLength(1);
});

test("an endpoint that is deleted while it is being sent to leaves nothing behind", async () => {
  const hold = Promise.withResolvers<void>();
  const receiver = await receive(
    (response) => void hold.promise.then(() => response.writeHead(204).end()),
  );
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  await receiver.waitFor(1);
  await clients.webhooks.deleteEndpoint({ endpointId: endpoint.endpointId });
  hold.resolve();
  const next = await receive();
  const after = await addEndpoint(next.url);
  await makeEvent();
  await delivery(after, delivered);
  expect(await deliveriesOf(endpoint)).toEqual([]);
});

test.for([
  ["a long body", (response) => void response.end("x".repeat(10_000))],
  [
    "an endless body",
    (response) => {
      const chunk = "x".repeat(16_384);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    },
  ],
] as [string, Answer][])("of %s the first kilobyte is kept", async ([, answer]) => {
  const receiver = await receive(answer);
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  const { attempts } = await delivery(endpoint, delivered);
  expect(attempts).toMatchObject([{ status: 200, responseExcerpt: "x".repeat(1024) }]);
});

test("a body that never ends takes no longer than an attempt may, and the status counts", async () => {
  const own = await startModelwire({ environment: { MODELWIRE_WEBHOOK_TIMEOUT_MS: "3000" } });
  open.push(() => own.stop());
  const to = createClients(own.httpUrl);
  const slowly =
    (status: number): Answer =>
    (response) => {
      response.writeHead(status).write("slowly");
      const timer = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(timer));
    };
  const [good, bad] = [await receive(slowly(200)), await receive(slowly(503))];
  const [toGood, toBad] = [await addEndpoint(good.url, to), await addEndpoint(bad.url, to)];
  const silent = await addEndpoint((await receive(() => undefined)).url, to);
  await makeEvent(to);
  expect((await delivery(toGood, delivered, to)).attempts).toMatchObject([
    { number: 1, status: 200, responseExcerpt: expect.stringMatching(/^slowly\.+$/) },
  ]);
  expect((await delivery(toBad, attempted, to)).attempts[0]).toMatchObject({
    status: 503,
    error: "answered 503, expected 2xx",
    responseExcerpt: expect.stringMatching(/^slowly\.+$/),
  });
  const { attempts } = await delivery(silent, attempted, to);
  expect(attempts[0]).toMatchObject({ number: 1, error: "no answer within 3000 ms" });
  expect(attempts[0]).not.toHaveProperty("status");
});

test("what an endpoint answers may hold any bytes", async () => {
  const receiver = await receive(
    (response) => void response.end(Buffer.from([0x61, 0, 0xff, 0x62])),
  );
  const endpoint = await addEndpoint(receiver.url);
  await makeEvent();
  const { attempts } = await delivery(endpoint, delivered);
  expect(attempts).toMatchObject([{ responseExcerpt: "a\ufffd\ufffdb" }]);
});
