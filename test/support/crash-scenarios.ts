import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, vi } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistrationStep } from "../../src/registry/context.ts";
import { type ChildModelwire, type Mishap, startChildModelwire } from "./child-modelwire.ts";
import { type Clients, createClients } from "./clients.ts";
import { describeFailure, failureOf } from "./errors.ts";
import { startModelwire } from "./modelwire.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import { expectWholeOrNothing } from "./registration-checks.ts";
import {
  type BaselineRequest,
  deleteLoggedModel,
  newRequest,
  type RegisterInit,
  readDatabaseWhenSettled,
  readMlflow,
  register,
} from "./registration-fixtures.ts";
import { createTestDatabase } from "./services.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** A database of a test's own. */
export interface OpenDatabase {
  url: string;
  remove(): Promise<void>;
}

/** Both engines. */
export const engines: readonly { engine: string; open(): Promise<OpenDatabase> }[] = [
  {
    engine: "SQLite",
    async open() {
      const { path, remove } = await makeTemporaryDirectory("modelwire-crash-");
      return { url: `sqlite:${path}/modelwire.db`, remove };
    },
  },
  {
    engine: "PostgreSQL",
    async open() {
      const { url, drop } = await createTestDatabase();
      return { url, remove: drop };
    },
  },
];

/** Every step, and how many versions there are in the end after a crash that nobody repeats. */
export const versionsAfter: Record<RegistrationStep, 0 | 1> = {
  inserted: 0,
  "run-created": 0,
  "logged-model-created": 0,
  "files-written": 0,
  ready: 1,
  "registered-model-ensured": 1,
  "version-created": 1,
  committed: 1,
  "run-ended": 1,
};

/** Every step of a registration, in order. */
export const steps = Object.keys(versionsAfter) as RegistrationStep[];

/** What a scenario works with. */
export interface Scene {
  database: OpenDatabase;
  /** Has a webhook endpoint from its start. */
  doomed: ChildModelwire;
  /** What happens to it. */
  mishap: Mishap;
  /** Clients of the doomed server. */
  clients: Clients;
  /** Starts a server on the same database that nothing happens to. */
  startOther(): Promise<Clients>;
  /** Expects all or nothing, also of the deliveries; gives the number of versions. */
  settled(request: BaselineRequest): Promise<number>;
  /** Waits until the endpoint has been sent so many events. */
  delivered(count: number): Promise<void>;
}

/** Sets a scene and clears it away afterwards. */
export async function withScene(
  { open }: (typeof engines)[number],
  mishap: Mishap,
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const database = await open();
  stack.defer(() => database.remove());
  const receiver = await startReceiver();
  stack.defer(() => receiver.close());
  const doomed = await startChildModelwire(database.url, mishap);
  stack.defer(() => doomed.kill());
  const clients = createClients(doomed.httpUrl);
  const { endpoint } = await clients.webhooks.createEndpoint({ url: receiver.url });
  await play({
    database,
    doomed,
    mishap,
    clients,
    async startOther() {
      const other = await startModelwire({ databaseUrl: database.url });
      stack.defer(() => other.stop());
      return createClients(other.httpUrl);
    },
    settled: (request) => expectWholeOrNothing(database.url, request, [endpoint?.endpointId ?? ""]),
    async delivered(count) {
      await vi.waitUntil(() => idsOf(receiver).size === count, { timeout: 40_000 });
    },
  });
}

/** Registers at a server that is to die of it, and waits until it has. */
export async function registerAndDie(
  { clients, doomed, mishap }: Scene,
  request: RegisterInit,
): Promise<void> {
  const call = register(clients, request);
  // The run is ended while the answer is on its way: it may get through.
  if (mishap.dieAt === "run-ended") await call.catch(() => {});
  else await expect(call).rejects.toThrow();
  expect(await doomed.ended).toBe("SIGKILL");
}

/** A crash at a step that nobody repeats is completed or cleaned up by the next server. */
export async function crashWithoutCaller(scene: Scene, step: RegistrationStep): Promise<void> {
  const request = newRequest();
  await registerAndDie(scene, request);
  const clients = await scene.startOther();
  expect(await scene.settled(request)).toBe(versionsAfter[step]);
  await expectOneMore(scene, clients, request);
}

/** A crash at a step whose caller repeats the call at once gives that caller its one version. */
export async function crashWithCaller(scene: Scene): Promise<void> {
  const request = newRequest();
  await registerAndDie(scene, request);
  await expectOneMore(scene, await scene.startOther(), request);
}

/** A crash while a model is registered that MLflow holds: nothing is missing to complete it. */
export async function crashWithHeldModel(scene: Scene): Promise<void> {
  const clients = await scene.startOther();
  const uploaded = newRequest();
  const { modelInfo } = await register(clients, uploaded);
  const held = heldRequest(uploaded.modelName, modelInfo?.modelUri);
  await registerAndDie(scene, held);
  expect(await scene.settled(uploaded)).toBe(2);
  const registration = await register(clients, held);
  expect(registration.version).toBe("2");
  expect(await register(clients, held)).toEqual(registration);
  expect(await scene.settled(uploaded)).toBe(2);
  await scene.delivered(2);
}

/**
 * A crash once the version is there of a model that MLflow holds and that is deleted before the
 * next server looks: no version of it stays. The server is to die at its second version.
 */
export async function crashWithDeletedModel(scene: Scene): Promise<void> {
  const uploaded = newRequest();
  const { modelInfo } = await register(scene.clients, uploaded);
  const held = heldRequest(`${uploaded.modelName}-held`, modelInfo?.modelUri);
  await registerAndDie(scene, held);
  const made = { modelName: held.modelName, experimentName: uploaded.experimentName };
  expect((await readMlflow(made)).versions).toHaveLength(1);
  await deleteLoggedModel(modelInfo?.modelUuid ?? "");
  const clients = await scene.startOther();
  expect(await readDatabaseWhenSettled(scene.database.url, held.modelName)).toMatchObject({
    registrations: [],
    events: [],
  });
  expect((await readMlflow(made)).versions).toEqual([]);
  const failure = await failureOf(register(clients, held));
  expect(failure).toMatchObject({ code: "NotFound", reason: "SOURCE_NOT_FOUND" });
}

function heldRequest(modelName: string, modelUri = "") {
  const source = { case: "mlflowUri", value: modelUri } as const;
  return { requestId: randomUUID(), modelType: "lead_scoring", modelName, source };
}

/** A crash at any moment; the caller repeats the call or does not. */
export async function crashAfter(scene: Scene, delayMs: number, repeats: boolean): Promise<void> {
  const request = newRequest();
  const call = register(scene.clients, request).catch(() => undefined);
  await sleep(delayMs);
  await scene.doomed.kill();
  const answer = await call;
  const clients = await scene.startOther();
  if (!repeats) {
    const left = await scene.settled(request);
    if (answer) expect(left).toBe(1);
  }
  const registration = await expectOneMore(scene, clients, request);
  if (answer) expect(registration).toEqual(answer);
}

/** A server that was asleep while another took its registration over does no harm on waking. */
export async function sleepThrough(scene: Scene, repeats: boolean): Promise<void> {
  const request = newRequest();
  const call = register(scene.clients, request).catch(describeFailure);
  await scene.doomed.asleep;
  const clients = await scene.startOther();
  const taken = repeats ? await register(clients, request) : undefined;
  const left = await scene.settled(request);
  scene.doomed.wake();
  const answer = await call;
  // Its caller gets what the other made, or is told to ask again.
  if ("reason" in answer) expect(answer).toMatchObject({ code: "Unavailable", retries: true });
  else if (taken) expect(answer).toEqual(taken);
  expect(await scene.settled(request)).toBe(left);
  const registration = await expectOneMore(scene, clients, request);
  if (!("reason" in answer)) expect(registration).toEqual(answer);
}

/** A server that wakes while another one is at work leaves alone what that one has made. */
export async function wakeBeside(scene: Scene): Promise<void> {
  const request = newRequest();
  const early = register(scene.clients, request).catch(describeFailure);
  await scene.doomed.asleep;
  await using stack = new AsyncDisposableStack();
  const mishap: Mishap = { sleepAt: "files-written", leaseMs: 60_000 };
  const other = await startChildModelwire(scene.database.url, mishap);
  stack.defer(() => other.kill());
  const late = register(createClients(other.httpUrl), request);
  await Promise.race([other.asleep, late]);
  scene.doomed.wake();
  // Time to do harm in: what it would delete is the other's by now.
  await sleep(1500);
  other.wake();
  const registration = await late;
  const answer = await early;
  if ("reason" in answer) expect(answer).toMatchObject({ code: "Unavailable", retries: true });
  else expect(answer).toEqual(registration);
  expect(await scene.settled(request)).toBe(1);
}

// The repeated call has one answer for ever, and the next registration of the model the next
// number: of versions, of events, and of deliveries.
async function expectOneMore(
  { settled, delivered }: Scene,
  clients: Clients,
  request: BaselineRequest,
): Promise<Registration> {
  const registration = await register(clients, request);
  expect(await register(clients, request)).toEqual(registration);
  expect(await settled(request)).toBe(1);
  await register(clients, { ...request, requestId: randomUUID() });
  expect(await settled(request)).toBe(2);
  await delivered(2);
  return registration;
}

function idsOf({ received }: Receiver): Set<unknown> {
  return new Set(received.map(({ headers }) => headers["webhook-id"]));
}
