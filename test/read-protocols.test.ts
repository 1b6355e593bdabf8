import { equals } from "@bufbuild/protobuf";
import { createClient, type Transport } from "@connectrpc/connect";
import {
  createConnectTransport,
  createGrpcTransport,
  createGrpcWebTransport,
} from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BatchGetModelVersionsResponseSchema } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import {
  GetModelByUuidResponseSchema,
  GetModelVersionResponseSchema,
  RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { openStore } from "../src/store/store.ts";
import { sawMlflow } from "./support/catalog.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";

const local = { requirement: { case: "local", value: {} } } as const;
const byId = (value: string) => ({ ref: { case: "modelId" as const, value } });
const unknownUuid = `m-${"0".repeat(32)}`;

let modelwire: TestModelwire;
let clients: Clients;
let read: Registration;
let unread: Registration;
beforeAll(async () => {
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
  read = await register(clients, newRequest());
  unread = await register(clients, newRequest());
  const store = await openStore(modelwire.databaseUrl);
  await sawMlflow(store.db, Date.now());
  await store.db
    .updateTable("catalog_versions")
    .set({ unread: 1, registration: Buffer.from("to be read") })
    .where("model_uuid", "=", uuidOf(unread))
    .execute();
  await store.close();
});
afterAll(() => modelwire?.stop());

const uuidOf = ({ modelInfo }: Registration) => modelInfo?.modelUuid ?? "";

/** Every way to be answered, in binary and in JSON. */
const transports: Record<string, () => Transport> = {
  gRPC: () => createGrpcTransport({ baseUrl: `http://${modelwire.grpcAddress}` }),
  "gRPC-Web": () => createGrpcWebTransport({ ...http(), useBinaryFormat: true }),
  "gRPC-Web in JSON": () => createGrpcWebTransport({ ...http(), useBinaryFormat: false }),
  "Connect in JSON": () => createConnectTransport({ ...http(), useBinaryFormat: false }),
  "Connect with GET": () => createConnectTransport({ ...http(), useHttpGet: true }),
  "Connect with GET in JSON": () =>
    createConnectTransport({ ...http(), useHttpGet: true, useBinaryFormat: false }),
};
const http = () => ({ baseUrl: modelwire.httpUrl, httpVersion: "1.1" as const });

describe.each(Object.keys(transports))("over %s", (name) => {
  // What the others are compared with: Connect in binary.
  const both = () => {
    const transport = transports[name]?.();
    if (!transport) throw new Error(name);
    return [clients.registry, createClient(RegistryService, transport)] as const;
  };

  test("a model comes from the index by its uuid as over Connect, and as MLflow has it", async () => {
    const [expected, answer] = await Promise.all(
      both().map((client) =>
        client.getModelByUuid({ modelUuid: uuidOf(read), consistency: local }),
      ),
    );
    if (!expected || !answer) throw new Error("no answer");
    expect(equals(GetModelByUuidResponseSchema, answer, expected)).toBe(true);
    expect(answer.$unknown).toBeUndefined();
    const fromMlflow = await clients.registry.getModelByUuid({ modelUuid: uuidOf(read) });
    expect(answer.registration).toEqual(fromMlflow.registration);
    expect(answer.etag).toBe(fromMlflow.etag);
  });

  test("a model comes from the index by its name as over Connect", async () => {
    const [expected, answer] = await Promise.all(
      both().map((client) =>
        client.getModelVersion({ ref: byId(read.modelId), consistency: local }),
      ),
    );
    if (!expected || !answer) throw new Error("no answer");
    expect(answer.registration?.modelId).toBe(read.modelId);
    expect(equals(GetModelVersionResponseSchema, answer, expected)).toBe(true);
  });

  test("several come as over Connect, also those that are not there or were not read", async () => {
    const refs = [read.modelId, "not-there/1", unread.modelId, read.modelId].map(byId);
    const [expected, answer] = await Promise.all(
      both().map((client) => client.batchGetModelVersions({ refs, consistency: local })),
    );
    if (!expected || !answer) throw new Error("no answer");
    expect(answer.items.map(({ registration }) => registration?.modelId)).toEqual([
      read.modelId,
      undefined,
      unread.modelId,
      read.modelId,
    ]);
    const { asOf: _, ...rest } = answer;
    expect(equals(BatchGetModelVersionsResponseSchema, { ...expected, ...rest }, expected)).toBe(
      true,
    );
  });

  test("a model that was not read yet comes from MLflow", async () => {
    const [, client] = both();
    const { registration } = await client.getModelByUuid({
      modelUuid: uuidOf(unread),
      consistency: local,
    });
    expect(registration).toEqual(unread);
  });

  test("a uuid that is unknown fails as over Connect", async () => {
    const [expected, failure] = await Promise.all(
      both().map((client) =>
        failureOf(client.getModelByUuid({ modelUuid: unknownUuid, consistency: local })),
      ),
    );
    expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
    expect(failure).toEqual(expected);
  });
});
