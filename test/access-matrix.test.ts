import { durationFromMs } from "@bufbuild/protobuf/wkt";
import type { Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { Client, credentials } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { type GuardedModelwire, startGuardedModelwire } from "./support/access.ts";
import {
  type Allowance,
  documented,
  expectAsDocumented,
  methods,
  services,
} from "./support/access-matrix.ts";
import { askReflection } from "./support/reflection-client.ts";

test("the documented table has every RPC of every service once", () => {
  expect([...documented.keys()].sort()).toEqual(methods.map(({ name }) => name).sort());
});

/** Somebody who calls. */
interface Somebody {
  authorization: string | undefined;
  may: Allowance;
}

/** Makes everybody who calls, by what is told of them. */
async function everybody({
  admin,
  as,
  create: createKey,
  store,
}: GuardedModelwire): Promise<Record<string, Somebody>> {
  const { access } = as(admin);
  const change = (id: string, to: { expires_at?: number; previous_until?: number }) =>
    store.db.updateTable("api_keys").set(to).where("api_key_id", "=", id).execute();
  const [read, register, expired, revoked, rotated, overlapOver] = await Promise.all([
    createKey({ scope: Scope.READ }),
    createKey({ scope: Scope.REGISTER, modelPrefixes: ["none_of_ours_"] }),
    createKey({ scope: Scope.ADMIN }),
    createKey({ scope: Scope.ADMIN }),
    createKey({ scope: Scope.ADMIN }),
    createKey({ scope: Scope.ADMIN }),
  ]);
  await change(expired.id, { expires_at: Date.now() - 1 });
  await access.revokeApiKey({ apiKeyId: revoked.id });
  const { key: current } = await access.rotateApiKey({ apiKeyId: rotated.id });
  const overlap = durationFromMs(1000);
  const { key: later } = await access.rotateApiKey({ apiKeyId: overlapOver.id, overlap });
  await change(overlapOver.id, { previous_until: Date.now() - 1 });
  const bearer = (key: string) => `Bearer ${key}`;
  const wrongSecret = `${admin.key.slice(0, -43)}${"A".repeat(43)}`;
  const unknown = admin.key.replace(/_[0-9a-f]{16}_/, `_${"0".repeat(16)}_`);
  const MISSING = "CREDENTIALS_MISSING";
  const INVALID = "CREDENTIALS_INVALID";
  return {
    "nobody who says who it is": { authorization: undefined, may: MISSING },
    "one with a password": { authorization: "Basic YTpi", may: INVALID },
    "one with a key and no scheme": { authorization: admin.key, may: INVALID },
    "one with two keys": {
      authorization: bearer(`${admin.key}, ${bearer(read.key)}`),
      may: INVALID,
    },
    "one with an empty key": { authorization: "Bearer", may: INVALID },
    "one with a word that is no key": { authorization: bearer("secret"), may: INVALID },
    "one with half a key": { authorization: bearer(admin.key.slice(0, -1)), may: INVALID },
    "one with a key of nobody": { authorization: bearer(unknown), may: INVALID },
    "one with an id and another secret": { authorization: bearer(wrongSecret), may: INVALID },
    "one whose key has expired": { authorization: bearer(expired.key), may: INVALID },
    "one whose key was revoked": { authorization: bearer(revoked.key), may: INVALID },
    "one whose key was rotated": { authorization: bearer(rotated.key), may: Scope.ADMIN },
    "one who has the new key": { authorization: bearer(current), may: Scope.ADMIN },
    "one whose key was rotated long ago": { authorization: bearer(overlapOver.key), may: INVALID },
    "one who has the newer key": { authorization: bearer(later), may: Scope.ADMIN },
    "one who reads": { authorization: bearer(read.key), may: Scope.READ },
    "one who registers": { authorization: bearer(register.key), may: Scope.REGISTER },
    "an administrator": { authorization: bearer(admin.key), may: Scope.ADMIN },
    "one who writes the scheme in capitals": {
      authorization: `BEARER ${admin.key}`,
      may: Scope.ADMIN,
    },
  };
}

describe.each(["sqlite", "postgres"] as const)("with %s", (engine) => {
  let guarded: GuardedModelwire;
  let callers: Record<string, Somebody>;
  beforeAll(async () => {
    guarded = await startGuardedModelwire(engine);
    callers = await everybody(guarded);
  });
  afterAll(() => guarded?.stop());

  const transports: Record<string, () => Transport> = {
    gRPC: () => createGrpcTransport({ baseUrl: `http://${guarded.modelwire.grpcAddress}` }),
    Connect: () =>
      createConnectTransport({ baseUrl: guarded.modelwire.httpUrl, httpVersion: "1.1" }),
  };

  test.each(Object.keys(transports))(
    "every RPC is allowed or refused as documented, whoever calls, over %s",
    async (protocol) => {
      const transport = transports[protocol]?.();
      if (!transport) throw new Error(`no protocol ${protocol}`);
      for (const [who, { authorization, may }] of Object.entries(callers)) {
        const headers = authorization === undefined ? {} : { authorization };
        await expectAsDocumented(who, may, transport, headers);
      }
    },
    120_000,
  );

  test("over HTTP a caller who is not known gets a 401 that says what is taken", async () => {
    const rpc = "modelwire.access.v1.AccessService/WhoAmI";
    const ask = (headers: Record<string, string>) =>
      fetch(`${guarded.modelwire.httpUrl}/${rpc}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      });
    for (const headers of [{}, { authorization: "Basic YTpi" }]) {
      const answer = await ask(headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      const { code, message } = (await answer.json()) as { code: string; message: string };
      expect(code).toBe("unauthenticated");
      expect(message).toContain("authorization: Bearer <key>");
    }
    const known = await ask({ authorization: `Bearer ${guarded.admin.key}` });
    expect(known.status).toBe(200);
    expect(known.headers.get("www-authenticate")).toBeNull();
  });

  test("probes, health and reflection are open", async () => {
    const { grpcAddress } = guarded.modelwire;
    const client = new Client(grpcAddress, credentials.createInsecure());
    onTestFinished(() => client.close());
    const { listServicesResponse } = await askReflection(client, "v1", { listServices: "*" });
    const names = listServicesResponse?.service.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(services.map(({ typeName }) => typeName)));
    const { Check } = healthService;
    if (!Check) throw new Error("grpc-health-check has no such method");
    const { path, requestSerialize, responseDeserialize } = Check;
    const health = new Promise((resolve, reject) => {
      const answered = (error: unknown, answer: unknown) =>
        error ? reject(error) : resolve(answer);
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, answered);
    });
    expect(await health).toEqual({ status: "SERVING" });
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      expect((await fetch(`${guarded.modelwire.httpUrl}${path}`)).status, path).toBe(200);
    }
  });
});
