import { describe, expect, inject, test } from "vitest";
import { findAliases, findCatalogModel } from "../src/store/catalog-models.ts";
import { openStore } from "../src/store/store.ts";
import {
  byModelwire,
  bySomebody,
  type Changed,
  changeSetting,
  type EventJson,
  eventsUntil,
  refOf,
  sequenceOf,
  twice,
} from "./support/changes.ts";
import { type ChildModelwire, startChildModelwire } from "./support/child-modelwire.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { type FaultProxy, type FaultRule, startFaultProxy } from "./support/fault-proxy.ts";
import { createTestDatabase } from "./support/services.ts";

const setting = changeSetting();

async function proxied(): Promise<FaultProxy> {
  const proxy = await startFaultProxy(inject("mlflowUrl"));
  setting.atEnd(() => proxy.close());
  return proxy;
}

/** A change of each kind, of a version that has the alias `old` and the tag `old`. */
const changesOf = ({ registry }: Clients, name: string): (() => Promise<Changed>)[] => [
  () => registry.setAlias({ modelName: name, alias: "new", version: "1" }),
  () => registry.deleteAlias({ modelName: name, alias: "old" }),
  () => registry.setTags({ ref: refOf(name), tags: { new: "x" } }),
  () => registry.deleteTag({ ref: refOf(name), key: "old" }),
  () => registry.updateDescription({ ref: refOf(name), description: "new" }),
  () => registry.deleteModelVersion({ ref: refOf(name) }),
];

async function versionToChange(clients: Clients): Promise<string> {
  const name = await setting.versions(clients, 1);
  await clients.registry.setAlias({ modelName: name, alias: "old", version: "1" });
  await clients.registry.setTags({ ref: refOf(name), tags: { old: "x" } });
  return name;
}

/** The calls that tell MLflow of the changes, in their order; a deletion deletes an alias first. */
const calls = [
  ["POST", "registered-models/alias"],
  ["DELETE", "registered-models/alias"],
  ["POST", "model-versions/set-tag"],
  ["DELETE", "model-versions/delete-tag"],
  ["PATCH", "model-versions/update"],
  ["DELETE", "model-versions/delete"],
].map(([method = "", path = ""]) => ({
  method,
  path: new RegExp(`^/api/2.0/mlflow/${path}$`),
}));

test("while MLflow is down a change is unavailable, and afterwards it is made", async () => {
  const proxy = await proxied();
  const clients = await setting.serve({ mlflowUrl: proxy.url });
  const receiver = await setting.receive(clients);
  const name = await versionToChange(clients);
  await proxy.down();
  for (const change of changesOf(clients, name)) {
    expect(await failureOf(change())).toMatchObject({
      code: "Unavailable",
      reason: "MLFLOW_UNAVAILABLE",
      retries: true,
    });
  }
  await proxy.up();
  let last = "";
  for (const change of changesOf(clients, name)) last = (await twice(change)).consistencyToken;
  const events = await eventsUntil(receiver, last, 3);
  expect(events.map(({ origin }) => origin)).toEqual(Array(7).fill(byModelwire));
});

describe.each([
  ["breaks the connection", {}, { reachesMlflow: true, answer: "break" }],
  [
    "answers 500",
    {},
    {
      reachesMlflow: true,
      answer: { status: 500, headers: {}, body: '{"error_code": "INTERNAL_ERROR"}' },
    },
  ],
  [
    "answers too late",
    { MODELWIRE_MLFLOW_TIMEOUT_MS: "2000" },
    { reachesMlflow: true, answerDelayMs: 2500, answer: "mlflow" },
  ],
] satisfies [string, Record<string, string>, FaultRule["fault"]][])(
  "where MLflow makes a change and %s",
  (_, environment, fault) => {
    test("the change is answered, and announced once", async () => {
      const proxy = await proxied();
      const clients = await setting.serve({ mlflowUrl: proxy.url, environment });
      const receiver = await setting.receive(clients);
      const name = await versionToChange(clients);
      const injected = calls.map((call) => proxy.inject({ ...call, fault, nth: 1 }));
      let last = "";
      for (const change of changesOf(clients, name)) last = (await twice(change)).consistencyToken;
      expect(injected.map(({ hits }) => hits)).toEqual(calls.map(() => 1));
      const events = await eventsUntil(receiver, last, 3);
      expect(events.map(({ origin }) => origin)).toEqual(Array(7).fill(byModelwire));
    });
  },
);

test("where MLflow takes only some of the tags, those are announced, and a repeat sets the rest", async () => {
  const proxy = await proxied();
  const clients = await setting.serve({ mlflowUrl: proxy.url });
  const receiver = await setting.receive(clients);
  const name = await setting.versions(clients, 1);
  const [, , setTag] = calls;
  if (!setTag) throw new Error("no call");
  const answer = { status: 401, headers: {}, body: '{"error_code": "UNAUTHENTICATED"}' };
  proxy.inject({ ...setTag, fault: { reachesMlflow: false, answer }, nth: 3 });
  const tags = { a: "1", b: "2", c: "3", d: "4" };
  const change = () => clients.registry.setTags({ ref: refOf(name), tags });
  expect(await failureOf(change())).toMatchObject({ reason: "MLFLOW_CREDENTIALS" });
  const { version, consistencyToken } = await twice(change);
  expect(version?.modelVersion?.tags).toMatchObject(tags);
  const events = await eventsUntil(receiver, consistencyToken, 1);
  expect(events).toMatchObject([
    { origin: byModelwire, tagsChanged: { setTags: { a: "1", b: "2" } } },
    { origin: byModelwire, tagsChanged: { setTags: { c: "3", d: "4" } } },
  ]);
});

test("a change goes on after its caller's deadline, and a repeat waits for it", async () => {
  const proxy = await proxied();
  const clients = await setting.serve({ mlflowUrl: proxy.url });
  const receiver = await setting.receive(clients);
  const name = await setting.versions(clients, 1);
  const [setAlias] = calls;
  if (!setAlias) throw new Error("no call");
  const fault = { reachesMlflow: true, answerDelayMs: 2000, answer: "mlflow" } as const;
  proxy.inject({ ...setAlias, fault });
  const alias = { modelName: name, alias: "prod", version: "1" };
  const headers = { "connect-timeout-ms": "1000" };
  expect(await failureOf(clients.registry.setAlias(alias, { headers }))).toMatchObject({
    code: "DeadlineExceeded",
    reason: "CALL_ENDED",
  });
  const { consistencyToken } = await clients.registry.setAlias(alias);
  const events = await eventsUntil(receiver, consistencyToken, 1);
  expect(events).toMatchObject([{ origin: byModelwire, aliasChanged: { alias: "prod" } }]);
});

test("twenty callers of two replicas leave the catalog like MLflow, and events without a gap", async () => {
  const database = await createTestDatabase();
  setting.atEnd(() => database.drop());
  const replicas = [
    await setting.serve({ databaseUrl: database.url }),
    await setting.serve({ databaseUrl: database.url }),
  ] as const;
  const receiver = await setting.receive(replicas[0]);
  const name = await setting.versions(replicas[0], 4);
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const version = String((i % 4) + 1);
      const answer = await replicas[i % 2 === 0 ? 0 : 1].registry.setAlias({
        modelName: name,
        alias: "prod",
        version,
      });
      expect(answer.version?.modelVersion).toMatchObject({ version, aliases: ["prod"] });
      return answer.consistencyToken;
    }),
  );
  const last = answers.reduce((a, b) => (sequenceOf(a) > sequenceOf(b) ? a : b));
  const events = await eventsUntil(receiver, last, 4);
  let previous: string | undefined;
  for (const { origin, aliasChanged } of events as (EventJson & {
    aliasChanged: { version: string; previousVersion?: string };
  })[]) {
    expect(origin).toBe(byModelwire);
    expect(aliasChanged.previousVersion).toBe(previous);
    expect(aliasChanged.version).not.toBe(previous);
    previous = aliasChanged.version;
  }
  expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({ prod: previous });
  const store = await openStore(database.url);
  try {
    const model = await findCatalogModel(store.db, name);
    const aliases = await findAliases(store.db, model?.model_key ?? "");
    expect(aliases).toEqual({ prod: Number(previous) });
  } finally {
    await store.close();
  }
});

test("a change of a replica that dies in its midst is finished by a repeat, and announced once", async () => {
  const database = await createTestDatabase();
  setting.atEnd(() => database.drop());
  const heir = await setting.serveComplete(database.url);
  const receiver = await setting.receive(heir);
  const started = await Promise.allSettled(
    Array.from({ length: 3 }, () => startChildModelwire(database.url, { dieAt: "change-told" })),
  );
  const children = started.flatMap((one): ChildModelwire[] =>
    one.status === "fulfilled" ? [one.value] : [],
  );
  setting.atEnd(() => Promise.all(children.map((child) => child.kill())));
  const names = [
    await setting.versions(heir, 1),
    await setting.versions(heir, 1),
    await versionToChange(heir),
  ] as const;
  const tags = { a: "1", b: "2" };
  const changes: ((clients: Clients) => Promise<Changed>)[] = [
    ({ registry }: Clients) => registry.setAlias({ modelName: names[0], alias: "a", version: "1" }),
    ({ registry }: Clients) => registry.setTags({ ref: refOf(names[1]), tags }),
    ({ registry }: Clients) => registry.deleteModelVersion({ ref: refOf(names[2]) }),
  ];
  const answers = await Promise.all(
    changes.map(async (change, i) => {
      const child = children[i];
      if (!child) throw new Error("a child that did not start");
      await expect(change(createClients(child.httpUrl))).rejects.toThrow();
      expect(await child.ended).toBe("SIGKILL");
      return twice(() => change(heir));
    }),
  );
  const events = await Promise.all(
    answers.map(({ consistencyToken }, i) =>
      eventsUntil(receiver, consistencyToken, i === 2 ? 3 : 1),
    ),
  );
  expect(events).toMatchObject([
    [{ origin: bySomebody, aliasChanged: { alias: "a", version: "1" } }],
    [
      { origin: bySomebody, tagsChanged: { setTags: { a: "1" } } },
      { origin: byModelwire, tagsChanged: { setTags: { b: "2" } } },
    ],
    [
      { origin: bySomebody, aliasChanged: { alias: "old", previousVersion: "1" } },
      { origin: byModelwire, versionDeleted: { version: "1" } },
    ],
  ]);
  await expect(setting.mlflow.modelVersions.get(names[2], "1")).rejects.toThrow(/not found/);
});
