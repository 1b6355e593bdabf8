import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../../src/mlflow/client.ts";
import { readCatalogState } from "../../src/store/catalog-state.ts";
import { openStore } from "../../src/store/store.ts";
import { type Clients, createClients } from "./clients.ts";
import { startModelwire, type TestModelwire, type TestModelwireOptions } from "./modelwire.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import { registerHeld, registerQuickstart } from "./registering.ts";

/** Origin of what was done through Modelwire. */
export const byModelwire = "EVENT_ORIGIN_MODELWIRE";
/** Origin of what somebody did in MLflow. */
export const bySomebody = "EVENT_ORIGIN_OBSERVED";

const waiting = { timeout: 30_000, interval: 50 };

/** What tests of changes need; what they start ends with the test. */
export interface ChangeSetting {
  /** The MLflow that all tests share. */
  readonly mlflow: MlflowClient;
  /** The model that all versions are of. */
  readonly modelUuid: string;
  /** Starts a Modelwire that does not look at MLflow by itself. */
  serve(options?: TestModelwireOptions): Promise<Clients>;
  /** Starts a Modelwire that looks at MLflow by itself too, and waits until it has seen all of it. */
  serveComplete(databaseUrl?: string): Promise<Clients>;
  /** Starts a receiver of all events. */
  receive(clients: Clients): Promise<Receiver>;
  /** Registers versions under a name of its own, and gives that name. */
  versions(clients: Clients, count: number): Promise<string>;
  /** Ends something with the test. */
  atEnd(end: () => Promise<unknown>): void;
}

/** Makes the setting of a file's tests. */
export function changeSetting(): ChangeSetting {
  const open: (() => Promise<unknown>)[] = [];
  const atEnd = (end: () => Promise<unknown>) => void open.push(end);
  let mlflow: MlflowClient;
  let modelUuid = "";
  beforeAll(async () => {
    mlflow = createMlflowClient({ ...readConfig({}).mlflow, trackingUri: inject("mlflowUrl") });
    const modelwire = await startModelwire();
    const { modelInfo } = await registerQuickstart(createClients(modelwire.httpUrl));
    modelUuid = modelInfo?.modelUuid ?? "";
    await modelwire.stop();
  });
  afterAll(() => mlflow.close());
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  async function start(options: TestModelwireOptions): Promise<TestModelwire> {
    const modelwire = await startModelwire(options);
    atEnd(() => modelwire.stop());
    return modelwire;
  }

  return {
    get mlflow() {
      return mlflow;
    },
    get modelUuid() {
      return modelUuid;
    },
    serve: async (options = {}) => createClients((await start(options)).httpUrl),
    async serveComplete(databaseUrl) {
      const given = databaseUrl === undefined ? {} : { databaseUrl };
      const modelwire = await start({ reconcile: true, ...given });
      const store = await openStore(modelwire.databaseUrl);
      try {
        const asOf = async () => (await readCatalogState(store.db)).as_of;
        await expect.poll(asOf, waiting).not.toBeNull();
      } finally {
        await store.close();
      }
      return createClients(modelwire.httpUrl);
    },
    async receive({ webhooks }) {
      const receiver = await startReceiver();
      atEnd(() => receiver.close());
      await webhooks.createEndpoint({ url: receiver.url });
      return receiver;
    },
    async versions(clients, count) {
      const name = `changes-${randomUUID()}`;
      for (let i = 0; i < count; i++) await registerHeld(clients, modelUuid, name);
      return name;
    },
    atEnd,
  };
}

/** Refers to a version by its name. */
export const refOf = (name: string, version = "1") => ({
  ref: { case: "nameVersion" as const, value: { name, version } },
});

/** Refers to a version by an alias. */
export const aliasRef = (name: string, alias: string) => ({
  ref: { case: "nameAlias" as const, value: { name, alias } },
});

/** Refers to a version by its model's uuid. */
export const uuidRef = (value: string) => ({ ref: { case: "modelUuid" as const, value } });

/** An event as a webhook carries it. */
export type EventJson = Record<string, unknown> & {
  sequence: number;
  origin: string;
  type: string;
};

/** Gives the number of the last event that a token is of. */
export function sequenceOf(consistencyToken: string): number {
  return readToken(consistencyToken)[1];
}

function readToken(consistencyToken: string): [string, number] {
  return JSON.parse(Buffer.from(consistencyToken, "base64url").toString());
}

/** Waits for all events of a registered model up to a token, and gives those after the first ones. */
export async function eventsUntil(
  receiver: Receiver,
  consistencyToken: string,
  after: number,
): Promise<EventJson[]> {
  const [name, last] = readToken(consistencyToken);
  const events = () =>
    receiver.received
      .map(({ body }) => JSON.parse(body.toString("utf8")).data as EventJson)
      .filter(({ modelName }) => modelName === name)
      .sort((a, b) => a.sequence - b.sequence);
  await expect.poll(() => events().length, waiting).toBe(last);
  expect(events().map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: last }, (_, i) => i + 1),
  );
  return events().slice(after);
}

/** The part of an answer that every change has. */
export interface Changed {
  consistencyToken: string;
}

/** Makes a change, and once more: it makes no second event and gives the same answer. */
export async function twice<T extends Changed>(change: () => Promise<T>): Promise<T> {
  const answer = await change();
  expect(await change()).toEqual(answer);
  return answer;
}
