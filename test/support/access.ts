import type { MessageInitShape } from "@bufbuild/protobuf";
import type { CreateApiKeyRequestSchema } from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { connect } from "../../clients/typescript/src/connect.ts";
import { createApiKey } from "../../src/identity/create-api-key.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { Clients } from "./clients.ts";
import { startModelwire, type TestModelwire, type TestModelwireOptions } from "./modelwire.ts";
import { createTestDatabase } from "./services.ts";

/** An API key, and the key itself. */
export interface TestKey {
  id: string;
  key: string;
}

/** Names a listener. */
export type ListenerName = "gRPC" | "HTTP";

/** A Modelwire that knows its callers. */
export interface GuardedModelwire {
  readonly modelwire: TestModelwire;
  /** Its database, on connections of the test's own. */
  readonly store: Store;
  readonly admin: TestKey;
  /** Creates clients that call with a key, or with none. */
  as(key: TestKey | string | undefined, listener?: ListenerName): Clients;
  /** Creates an API key. */
  create(request?: MessageInitShape<typeof CreateApiKeyRequestSchema>): Promise<TestKey>;
  stop(): Promise<void>;
}

/** Starts a Modelwire with authentication, and a first API key. */
export async function startGuardedModelwire(
  engine: "sqlite" | "postgres" = "sqlite",
  options: TestModelwireOptions = {},
): Promise<GuardedModelwire> {
  const database = engine === "postgres" ? await createTestDatabase() : undefined;
  const environment = { MODELWIRE_AUTH: "on", ...options.environment };
  const modelwire = await startModelwire({
    ...(database && { databaseUrl: database.url }),
    ...options,
    environment,
  });
  const store = await openStore(modelwire.databaseUrl);
  const admin = await createLocally(store, Scope.ADMIN);
  const as = (key: TestKey | string | undefined, listener: ListenerName = "HTTP") =>
    clientsAs(modelwire, key, listener);
  return {
    modelwire,
    store,
    admin,
    as,
    async create(request = {}) {
      const { access } = as(admin);
      const { apiKey, key } = await access.createApiKey({
        displayName: "test",
        scope: Scope.READ,
        ...request,
      });
      return { id: apiKey?.apiKeyId ?? "", key };
    },
    async stop() {
      await store.close();
      await modelwire.stop();
      await database?.drop();
    },
  };
}

/** Creates an API key in the database itself. */
export async function createLocally(store: Store, scope: Scope): Promise<TestKey> {
  const { row, key } = await createApiKey(store.db, {
    requestId: undefined,
    displayName: "local",
    scope,
    modelPrefixes: [],
    expiresAt: undefined,
    createdBy: undefined,
  });
  return { id: row.api_key_id, key };
}

/** Creates clients of a Modelwire that call with a key, or with none. */
export function clientsAs(
  { grpcAddress, httpUrl }: Pick<TestModelwire, "grpcAddress" | "httpUrl">,
  key: TestKey | string | undefined,
  listener: ListenerName = "HTTP",
): Clients {
  const apiKey = typeof key === "object" ? key.key : key;
  return connect({
    ...(listener === "gRPC"
      ? { url: `http://${grpcAddress}`, protocol: "grpc" }
      : { url: httpUrl, protocol: "connect" }),
    ...(apiKey !== undefined && { apiKey }),
  });
}
