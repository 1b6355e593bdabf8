import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { ConnectError } from "@connectrpc/connect";
import { inject } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { openStore } from "../../src/store/store.ts";
import { clientsAs, createLocally } from "./access.ts";
import type { Clients } from "./clients.ts";
import { type ConnectProxy, startConnectProxy } from "./connect-proxy.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { startModelwire, type TestModelwire } from "./modelwire.ts";
import { type OtlpReceiver, startOtlpReceiver } from "./otlp-receiver.ts";
import { createOwnedDatabase, type OwnedDatabase } from "./owned-database.ts";
import { startTokenProvider, type TokenProvider } from "./token-provider.ts";

/** Makes a value that is found nowhere else, and looks otherwise in a URL and in JSON. */
export const newSecret = (what: string) => `${what}/@ "${randomBytes(12).toString("hex")}`;
/** The same of letters and digits, for what goes into a header. */
export const newToken = (what: string) => `${what}${randomBytes(16).toString("hex")}`;

/** What a server with secrets everywhere is started with. */
export const secrets = {
  databasePassword: newSecret("database"),
  mlflowPassword: newSecret("mlflow"),
  mlflowToken: newToken("mlflowtoken"),
  proxyPassword: newSecret("proxy"),
  collectorToken: newToken("collector"),
  secretKey: randomBytes(32).toString("base64"),
};

/** A server that knows its callers, with secrets everywhere, and all that it tells of itself. */
export interface SecretSite {
  modelwire: TestModelwire;
  database: OwnedDatabase;
  /** Before MLflow. */
  mlflow: FaultProxy;
  /** Which webhooks go through. */
  proxy: ConnectProxy;
  provider: TokenProvider;
  collector: OtlpReceiver;
  /** Key of an administrator. */
  admin: string;
  /** Creates clients with this key or token, over each listener. */
  as(credential: string | undefined): Clients[];
  /** What it logged, sent to the collector, and told its callers. */
  told(): string;
  /** Notes what a caller is told of a failure. */
  failed(call: Promise<unknown>): Promise<void>;
  /** Notes what it answers to a request. */
  fetch(path: string, init?: RequestInit): Promise<void>;
  close(): Promise<void>;
}

/** Starts such a server; `mlflowLogin` is put into the tracking URI. */
export async function createSecretSite(
  environment: Record<string, string>,
  mlflowLogin = "",
): Promise<SecretSite> {
  const closing: (() => Promise<unknown>)[] = [];
  const opened = <T extends object>(one: T, close: (one: T) => Promise<unknown>): T => {
    closing.unshift(() => close(one));
    return one;
  };
  const database = opened(await createOwnedDatabase(secrets.databasePassword), (one) => one.drop());
  const mlflow = opened(await startFaultProxy(inject("mlflowUrl")), (one) => one.close());
  const proxy = opened(await startConnectProxy(), (one) => one.close());
  const provider = opened(await startTokenProvider(), (one) => one.close());
  const collector = opened(await startOtlpReceiver(), (one) => one.close());
  let logged = "";
  const log = new Writable({
    write(chunk, _, done) {
      logged += chunk;
      done();
    },
  });
  const modelwire = await startModelwire({
    databaseUrl: database.url,
    mlflowUrl: mlflow.url.replace("//", `//${mlflowLogin}`),
    log,
    environment: {
      MODELWIRE_AUTH: "on",
      MODELWIRE_LOG_LEVEL: "trace",
      MODELWIRE_SECRET_KEYS: `k1:${secrets.secretKey}`,
      MODELWIRE_WEBHOOK_PROXY: proxy.url.replace(
        "//",
        `//modelwire:${encodeURIComponent(secrets.proxyPassword)}@`,
      ),
      MODELWIRE_OIDC_ISSUER: provider.issuer,
      MODELWIRE_OIDC_AUDIENCE: "modelwire",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${secrets.collectorToken}`,
      OTEL_BSP_SCHEDULE_DELAY: "20",
      ...environment,
    },
  });
  opened(modelwire, (one) => one.stop());
  const store = await openStore(database.url);
  const admin = (await createLocally(store, Scope.ADMIN)).key;
  await store.close();
  const answers: string[] = [];
  return {
    modelwire,
    database,
    mlflow,
    proxy,
    provider,
    collector,
    admin,
    as: (credential) =>
      (["HTTP", "gRPC"] as const).map((listener) => clientsAs(modelwire, credential, listener)),
    told: () =>
      [logged, ...collector.bodies.map((one) => one.toString("latin1")), ...answers].join("\n"),
    async failed(call) {
      const error = await call.then(
        () => undefined,
        (thrown) => ConnectError.from(thrown),
      );
      if (!error) throw new Error("the call did not fail");
      answers.push(error.message, JSON.stringify([...error.metadata]));
      for (const detail of error.details) {
        if ("value" in detail && detail.value instanceof Uint8Array) {
          answers.push(Buffer.from(detail.value).toString("latin1"));
        }
      }
    },
    async fetch(path, init) {
      const response = await fetch(`${modelwire.httpUrl}${path}`, init);
      answers.push(JSON.stringify([...response.headers]), await response.text());
    },
    async close() {
      for (const close of closing) await close();
    },
  };
}
