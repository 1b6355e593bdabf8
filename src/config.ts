import { resolve } from "node:path";
import { z } from "zod";

/** The oldest MLflow that Modelwire works with: the first whose ModelInfo has all it keeps. */
export const OLDEST_MLFLOW = "3.4.0";

const listen = z
  .string()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):\d{1,5}$/, "expected host:port, such as 127.0.0.1:8080");
const count = (least: number, most: number) =>
  z.coerce.number({ error: "expected a whole number" }).int().min(least).max(most);

const DAY_MS = 86_400_000;

/**
 * Parses what MODELWIRE_SECRET_KEYS says, `<id>:<base64 of 32 bytes>,…`; undefined where it is
 * something else.
 */
export function parseSecretKeys(text: string): SecretKeySetting[] | undefined {
  const keys = text.split(",").map((one) => {
    const [id = "", base64 = "", ...rest] = one.trim().split(":");
    const key = new Uint8Array(Buffer.from(base64, "base64"));
    return { id, key, right: /^[\w-]{1,32}$/.test(id) && key.length === 32 && rest.length === 0 };
  });
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size < keys.length || !keys.every(({ right }) => right)) return undefined;
  return keys.map(({ id, key }) => ({ id, key }));
}

/** A key as a setting says it. */
export interface SecretKeySetting {
  id: string;
  key: Uint8Array;
}

const secretKeys = z.string().transform((text, context) => {
  const keys = parseSecretKeys(text);
  if (keys) return keys;
  const message =
    "expected <id>:<base64 of 32 bytes>, comma-separated, each with an id of its own of 1 to 32 letters, digits, - and _; make one with: openssl rand -base64 32";
  // Without `input`: keys are in no error.
  context.issues.push({ code: "custom", message, input: undefined });
  return z.NEVER;
});

const modelwireKeys = z.object({
  MODELWIRE_GRPC_LISTEN: listen.default("127.0.0.1:50051"),
  MODELWIRE_HTTP_LISTEN: listen.default("127.0.0.1:8080"),
  MODELWIRE_DATA_DIR: z.string().min(1).default(".modelwire"),
  MODELWIRE_MODEL_PREFIX: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "expected 1 to 64 letters, digits, - and _")
    .default("modelwire"),
  MODELWIRE_EXPERIMENT: z.string().min(1).max(500).default("Default"),
  MODELWIRE_SIGNING_KEYS: z.string().optional(),
  MODELWIRE_MAX_MESSAGE_BYTES: count(1024, 1024 ** 3).default(16 * 1024 ** 2),
  MODELWIRE_MLFLOW_TIMEOUT_MS: count(100, 600_000).default(30_000),
  MODELWIRE_WEBHOOK_TIMEOUT_MS: count(100, 60_000).default(20_000),
  MODELWIRE_WEBHOOK_DISABLE_AFTER_MS: count(0, 365 * DAY_MS).default(5 * DAY_MS),
  MODELWIRE_WEBHOOK_ALLOW: z.string().optional(),
  MODELWIRE_WEBHOOK_PROXY: z
    .url({ protocol: /^https?$/, error: "expected an http or https URL" })
    .optional(),
  MODELWIRE_SECRET_KEYS: secretKeys.optional(),
  MODELWIRE_EVENT_RETENTION_MS: count(0, 3650 * DAY_MS).default(90 * DAY_MS),
  MODELWIRE_UPLOAD_EXPIRY_MS: count(1000, 30 * 86_400_000).default(86_400_000),
  MODELWIRE_RECONCILE_INTERVAL_MS: count(100, 86_400_000).default(10_000),
  MODELWIRE_SHUTDOWN_MS: count(0, 600_000).default(15_000),
  MODELWIRE_LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info"),
  // The command's address of a server: not the service's, and allowed beside its settings.
  MODELWIRE_URL: z.string().optional(),
});

const otherKeys = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|sqlite:)/, "expected postgresql://… or sqlite:<path>")
    .optional(),
  MLFLOW_TRACKING_URI: z
    .url({ protocol: /^https?$/, error: "expected an http or https URL" })
    .optional(),
  MLFLOW_TRACKING_USERNAME: z.string().optional(),
  MLFLOW_TRACKING_PASSWORD: z.string().optional(),
  MLFLOW_TRACKING_TOKEN: z.string().optional(),
  MLFLOW_TRACKING_INSECURE_TLS: z.string().optional(),
  MLFLOW_TRACKING_SERVER_CERT_PATH: z.string().optional(),
  MLFLOW_TRACKING_CLIENT_CERT_PATH: z.string().optional(),
});

/** How Modelwire reaches MLflow: MLflow's own client settings. */
export interface MlflowConfig {
  /** Base URL; undefined where the caller is to start an MLflow of its own. */
  trackingUri: string | undefined;
  username: string | undefined;
  password: string | undefined;
  token: string | undefined;
  insecureTls: boolean;
  serverCertPath: string | undefined;
  clientCertPath: string | undefined;
  /** Time for one call, file contents apart. */
  timeoutMs: number;
}

/** What Modelwire was told by its environment. */
export interface Config {
  grpcListen: string;
  httpListen: string;
  /** Folder for what Modelwire keeps on disk, absolute. */
  dataDir: string;
  /** `postgresql://…` or `sqlite:<path>`. */
  databaseUrl: string;
  /** Begins the names of registered models that a request does not name. */
  modelPrefix: string;
  /** Experiment of runs that registrations make. */
  experimentName: string;
  /** PEM file with the public keys that signatures of packages are verified with. */
  signingKeysPath: string | undefined;
  maxMessageBytes: number;
  webhookTimeoutMs: number;
  /** After how long without a success an endpoint is disabled; 0: never. */
  webhookDisableAfterMs: number;
  /**
   * Networks that webhooks may go to although they are not public, and without TLS: addresses and
   * CIDR ranges, comma-separated. Undefined: loopback, where both listeners are on loopback.
   */
  webhookAllow: string | undefined;
  /** Proxy that webhooks go through; undefined for none. */
  webhookProxy: string | undefined;
  /** What the secrets of endpoints are kept with, the first for new ones; undefined: not said. */
  secretKeys: readonly SecretKeySetting[] | undefined;
  /** How long events are kept; 0: for ever. */
  eventRetentionMs: number;
  /** How long an upload stays that nobody goes on with. */
  uploadExpiryMs: number;
  /** The least time between two looks at all that MLflow has. */
  reconcileIntervalMs: number;
  /** How long a shutdown waits for what is under way. */
  shutdownMs: number;
  logLevel: z.infer<typeof modelwireKeys>["MODELWIRE_LOG_LEVEL"];
  mlflow: MlflowConfig;
}

/** Says which settings are wrong, a line each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the configuration from environment variables. A `MODELWIRE_…` that does not exist is
 * refused, so that a misspelt setting never goes unnoticed.
 *
 * @throws ConfigError naming every variable that is wrong and what would be right.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is how shells and compose files say "not set".
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const known = Object.keys(modelwireKeys.shape);
  const unknown = Object.keys(set).filter((k) => k.startsWith("MODELWIRE_") && !known.includes(k));
  const ours = modelwireKeys.safeParse(set);
  const others = otherKeys.safeParse(set);
  const wrong = [ours, others]
    .flatMap((parsed) => parsed.error?.issues ?? [])
    .map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  wrong.push(
    ...unknown.map((key) => `${key}: no such setting; did you mean ${nearest(key, known)}?`),
  );
  if (wrong.length > 0 || !ours.success || !others.success) throw new ConfigError(wrong.join("\n"));
  const m = ours.data;
  const o = others.data;
  const dataDir = resolve(m.MODELWIRE_DATA_DIR);
  return {
    grpcListen: m.MODELWIRE_GRPC_LISTEN,
    httpListen: m.MODELWIRE_HTTP_LISTEN,
    dataDir,
    databaseUrl: o.DATABASE_URL ?? `sqlite:${resolve(dataDir, "modelwire.db")}`,
    modelPrefix: m.MODELWIRE_MODEL_PREFIX,
    experimentName: m.MODELWIRE_EXPERIMENT,
    signingKeysPath: m.MODELWIRE_SIGNING_KEYS,
    maxMessageBytes: m.MODELWIRE_MAX_MESSAGE_BYTES,
    webhookTimeoutMs: m.MODELWIRE_WEBHOOK_TIMEOUT_MS,
    webhookDisableAfterMs: m.MODELWIRE_WEBHOOK_DISABLE_AFTER_MS,
    webhookAllow: m.MODELWIRE_WEBHOOK_ALLOW,
    webhookProxy: m.MODELWIRE_WEBHOOK_PROXY?.replace(/\/+$/, ""),
    secretKeys: m.MODELWIRE_SECRET_KEYS,
    eventRetentionMs: m.MODELWIRE_EVENT_RETENTION_MS,
    uploadExpiryMs: m.MODELWIRE_UPLOAD_EXPIRY_MS,
    reconcileIntervalMs: m.MODELWIRE_RECONCILE_INTERVAL_MS,
    shutdownMs: m.MODELWIRE_SHUTDOWN_MS,
    logLevel: m.MODELWIRE_LOG_LEVEL,
    mlflow: {
      trackingUri: o.MLFLOW_TRACKING_URI?.replace(/\/+$/, ""),
      username: o.MLFLOW_TRACKING_USERNAME,
      password: o.MLFLOW_TRACKING_PASSWORD,
      token: o.MLFLOW_TRACKING_TOKEN,
      insecureTls: o.MLFLOW_TRACKING_INSECURE_TLS === "true",
      serverCertPath: o.MLFLOW_TRACKING_SERVER_CERT_PATH,
      clientCertPath: o.MLFLOW_TRACKING_CLIENT_CERT_PATH,
      timeoutMs: m.MODELWIRE_MLFLOW_TIMEOUT_MS,
    },
  };
}

function nearest(key: string, known: readonly string[]): string {
  return known.toSorted((a, b) => distance(key, a) - distance(key, b))[0] ?? "";
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
