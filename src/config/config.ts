import { resolve } from "node:path";
import type { CertificateRule } from "./certificate-access.ts";
import { type OidcConfig, readOidc } from "./oidc.ts";
import { readValues } from "./read-values.ts";
import type { Values } from "./settings.ts";
import { readTls, requireClientCertificates, type TlsConfig } from "./tls.ts";
import { readTracing, type TracingConfig } from "./tracing.ts";
import type { SecretKeySetting } from "./values.ts";

/** The oldest MLflow that Modelwire works with: the first whose ModelInfo has all it keeps. */
export const OLDEST_MLFLOW = "3.4.0";

/** Says what is missing where nothing names an MLflow and none is to be started. */
export const NO_MLFLOW = `MLFLOW_TRACKING_URI is not set: expected the URL of an MLflow ${OLDEST_MLFLOW} or later; --local-mlflow starts one`;

/** How many messages of the largest size calls hold in memory, where nothing else is said. */
const MESSAGES_IN_MEMORY = 8;

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
  /** Undefined: both listeners speak plain text. */
  tls: TlsConfig | undefined;
  /** What client certificates allow. */
  certificateAccess: readonly CertificateRule[];
  /** Undefined: no tokens are taken. */
  oidc: OidcConfig | undefined;
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
  /** What the files of an upload may have together. */
  maxPackageBytes: number;
  maxConcurrentCalls: number;
  maxQueuedCalls: number;
  maxStreams: number;
  /** Connections at once, of each listener. */
  maxConnections: number;
  /** What calls hold of memory together, of their requests and of answers that wait to be taken. */
  maxBufferedBytes: number;
  /** How long a caller may send or take nothing while the server waits for it. */
  stallTimeoutMs: number;
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
  /** Whether only callers are served who are known; undefined: where others reach a listener. */
  auth: "on" | "off" | undefined;
  /** Whether authentication may be off where others than this machine reach a listener. */
  allowUnauthenticated: boolean;
  /** How long events are kept; 0: for ever. */
  eventRetentionMs: number;
  /** How long an upload stays that nobody goes on with. */
  uploadExpiryMs: number;
  /** The least time between two looks at all that MLflow has. */
  reconcileIntervalMs: number;
  /** How long a shutdown waits for what is under way. */
  shutdownMs: number;
  logLevel: Values["MODELWIRE_LOG_LEVEL"];
  mlflow: MlflowConfig;
  /** Where spans go; undefined where nothing is traced. */
  tracing: TracingConfig | undefined;
}

/**
 * Reads the configuration from environment variables. A `MODELWIRE_…` that does not exist is
 * refused, so that a misspelt setting never goes unnoticed.
 *
 * @throws ConfigError naming every variable that is wrong and what would be right.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  return configOf(readValues(environment));
}

/** Gives the URL of the database: that of the setting, or of a file in the data folder. */
export function databaseUrlOf(v: Pick<Values, "DATABASE_URL" | "MODELWIRE_DATA_DIR">): string {
  return v.DATABASE_URL ?? `sqlite:${resolve(v.MODELWIRE_DATA_DIR, "modelwire.db")}`;
}

/** Makes the configuration of what the settings hold. */
function configOf(v: Values): Config {
  const dataDir = resolve(v.MODELWIRE_DATA_DIR);
  requireClientCertificates(v);
  return {
    grpcListen: v.MODELWIRE_GRPC_LISTEN,
    httpListen: v.MODELWIRE_HTTP_LISTEN,
    tls: readTls(v),
    certificateAccess: v.MODELWIRE_CERTIFICATE_ACCESS ?? [],
    oidc: readOidc(v),
    dataDir,
    databaseUrl: databaseUrlOf(v),
    modelPrefix: v.MODELWIRE_MODEL_PREFIX,
    experimentName: v.MODELWIRE_EXPERIMENT,
    signingKeysPath: v.MODELWIRE_SIGNING_KEYS,
    maxMessageBytes: v.MODELWIRE_MAX_MESSAGE_BYTES,
    maxPackageBytes: v.MODELWIRE_MAX_PACKAGE_BYTES,
    maxConcurrentCalls: v.MODELWIRE_MAX_CONCURRENT_CALLS,
    maxQueuedCalls: v.MODELWIRE_MAX_QUEUED_CALLS,
    maxStreams: v.MODELWIRE_MAX_STREAMS,
    maxConnections: v.MODELWIRE_MAX_CONNECTIONS,
    maxBufferedBytes:
      v.MODELWIRE_MAX_BUFFERED_BYTES ?? MESSAGES_IN_MEMORY * v.MODELWIRE_MAX_MESSAGE_BYTES,
    stallTimeoutMs: v.MODELWIRE_STALL_TIMEOUT_MS,
    webhookTimeoutMs: v.MODELWIRE_WEBHOOK_TIMEOUT_MS,
    webhookDisableAfterMs: v.MODELWIRE_WEBHOOK_DISABLE_AFTER_MS,
    webhookAllow: v.MODELWIRE_WEBHOOK_ALLOW,
    webhookProxy: v.MODELWIRE_WEBHOOK_PROXY?.replace(/\/+$/, ""),
    secretKeys: v.MODELWIRE_SECRET_KEYS,
    auth: v.MODELWIRE_AUTH,
    allowUnauthenticated: v.MODELWIRE_ALLOW_UNAUTHENTICATED === "true",
    eventRetentionMs: v.MODELWIRE_EVENT_RETENTION_MS,
    uploadExpiryMs: v.MODELWIRE_UPLOAD_EXPIRY_MS,
    reconcileIntervalMs: v.MODELWIRE_RECONCILE_INTERVAL_MS,
    shutdownMs: v.MODELWIRE_SHUTDOWN_MS,
    logLevel: v.MODELWIRE_LOG_LEVEL,
    tracing: readTracing(v),
    mlflow: {
      trackingUri: v.MLFLOW_TRACKING_URI?.replace(/\/+$/, ""),
      username: v.MLFLOW_TRACKING_USERNAME,
      password: v.MLFLOW_TRACKING_PASSWORD,
      token: v.MLFLOW_TRACKING_TOKEN,
      insecureTls: v.MLFLOW_TRACKING_INSECURE_TLS ?? false,
      serverCertPath: v.MLFLOW_TRACKING_SERVER_CERT_PATH,
      clientCertPath: v.MLFLOW_TRACKING_CLIENT_CERT_PATH,
      timeoutMs: v.MODELWIRE_MLFLOW_TIMEOUT_MS,
    },
  };
}
