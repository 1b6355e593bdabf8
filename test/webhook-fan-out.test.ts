import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { commitEvent } from "../src/event/commit.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire } from "./support/modelwire.ts";
import { createTestDatabase } from "./support/services.ts";

// Nothing listens there: what is committed stays pending.
const url = "http://127.0.0.1:9/";
const waiting = { timeout: 30_000, interval: 50 };

const open: (() => Promise<unknown>)[] = [];
let store: Store;
let webhooks: Clients["webhooks"];
beforeEach(async () => {
  const database = await createTestDatabase();
  open.push(() => database.drop());
  const modelwire = await startModelwire({ databaseUrl: database.url });
  open.push(() => modelwire.stop());
  webhooks = createClients(modelwire.httpUrl).webhooks;
  store = await openStore(database.url);
  open.push(() => store.close());
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface OpenCommit {
  eventId: string;
  /** Ends the transaction. */
  commit(): Promise<void>;
}

/** Begins to commit an event of a model: who it is for is decided, and the transaction open. */
async function beginCommit(modelName: string): Promise<OpenCommit> {
  const begun = Promise.withResolvers<string>();
  const held = Promise.withResolvers<void>();
  const committed = store.transaction(async (tx) => {
    const draft = { modelName, type: EventType.ALIAS_CHANGED };
    begun.resolve((await commitEvent(store, tx, draft, Date.now())).eventId);
    await held.promise;
  });
  committed.catch(begun.reject);
  const commit = () => {
    held.resolve();
    return committed;
  };
  open.push(commit);
  return { eventId: await begun.promise, commit };
}

async function toldOf(endpointId: string): Promise<string[]> {
  const { deliveries } = await webhooks.listDeliveries({ endpointId });
  return deliveries.map(({ eventId }) => eventId).sort();
}

/** Follows a call, and tells whether it is answered after as long as others took. */
function follow<T>(call: Promise<T>): { answer: Promise<T>; isAnswered(): Promise<boolean> } {
  let answered = false;
  const answer = call.finally(() => {
    answered = true;
  });
  answer.catch(() => {});
  return {
    answer,
    async isAnswered() {
      for (let i = 0; i < 5; i++) await webhooks.listEndpoints({});
      return answered;
    },
  };
}

// SQLite has one writer at a time: there, no commit is open while an endpoint changes.
describe("an event that is being committed in PostgreSQL", () => {
  test("is committed before an endpoint of which it knows nothing is answered", async () => {
    const before = await beginCommit("a");
    const created = follow(webhooks.createEndpoint({ url }));
    const count = async () => (await webhooks.listEndpoints({})).endpoints.length;
    await expect.poll(count, waiting).toBe(1);
    // Others go on meanwhile, and send to it already.
    const meanwhile = await beginCommit("b");
    expect(await created.isAnswered()).toBe(false);
    await before.commit();
    const { endpoint } = await created.answer;
    const after = await beginCommit("a");
    await Promise.all([meanwhile.commit(), after.commit()]);
    expect(await toldOf(endpoint?.endpointId ?? "")).toEqual(
      [meanwhile.eventId, after.eventId].sort(),
    );
  });

  test("is committed before the answer that a filter which it does not know counts", async () => {
    const { endpoint } = await webhooks.createEndpoint({ url, filter: "false" });
    const endpointId = endpoint?.endpointId ?? "";
    const before = await beginCommit("a");
    // What is no matter of which events are sent waits for none.
    await webhooks.updateEndpoint({ endpointId, description: "the site" });
    const updated = follow(webhooks.updateEndpoint({ endpointId, filter: "" }));
    const filter = async () => (await webhooks.getEndpoint({ endpointId })).endpoint?.filter;
    await expect.poll(filter, waiting).toBe(undefined);
    const meanwhile = await beginCommit("b");
    expect(await updated.isAnswered()).toBe(false);
    await before.commit();
    await updated.answer;
    const after = await beginCommit("a");
    await Promise.all([meanwhile.commit(), after.commit()]);
    expect(await toldOf(endpointId)).toEqual([meanwhile.eventId, after.eventId].sort());
  });
});
