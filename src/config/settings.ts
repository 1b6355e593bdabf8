import { z } from "zod";
import { certificateAccess } from "./certificate-access.ts";
import { oidcScopes, providerUrl } from "./oidc-values.ts";
import { otelSettings } from "./otel-settings.ts";
import {
  DAY_MS,
  httpUrl,
  listenAddress,
  mlflowBoolean,
  type Setting,
  secretKeys,
  wholeNumber,
} from "./values.ts";

const usualOidcScopes = "modelwire:read=read,modelwire:register=register,modelwire:admin=admin";

/**
 * Everything that can be set, by its environment variable, in the order in which
 * docs/configuration.md shows them: `npm run docs` writes its table anew.
 */
export const settings = {
  MODELWIRE_GRPC_LISTEN: {
    schema: listenAddress.default("127.0.0.1:50051"),
    says: "where gRPC is served",
  },
  MODELWIRE_HTTP_LISTEN: {
    schema: listenAddress.default("127.0.0.1:8080"),
    says: "where Connect, gRPC-Web, JSON, `/healthz`, `/readyz` and `/metrics` are served",
  },
  MODELWIRE_TLS_CERT_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the certificate of both listeners, and the chain behind it; read again when it changes",
    byDefault: "no TLS",
  },
  MODELWIRE_TLS_KEY_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the key of that certificate",
  },
  MODELWIRE_TLS_CLIENT_CA_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the authorities of client certificates, which are then asked for and verified, and not demanded",
    byDefault: "none is asked for",
  },
  MODELWIRE_CERTIFICATE_ACCESS: {
    schema: certificateAccess.optional(),
    says: "what client certificates allow: `<name>=<scope>[:<prefix of models>,…];…`, with `*` in names",
    byDefault: "nothing",
  },
  MODELWIRE_OIDC_ISSUER: {
    schema: providerUrl.optional(),
    says: "OpenID Connect provider whose tokens are taken, exactly as its tokens call it",
    byDefault: "nobody's are",
  },
  MODELWIRE_OIDC_AUDIENCE: {
    schema: z.string().optional(),
    says: "what a token must be for, among its claim `aud`; needed with an issuer",
  },
  MODELWIRE_OIDC_JWKS_URL: {
    schema: providerUrl.optional(),
    says: "where the provider's keys are",
    byDefault: "where its discovery document says",
  },
  MODELWIRE_OIDC_SCOPE_CLAIM: {
    schema: z.string().min(1).default("scope"),
    says: "claim that says what a token allows: text separated by spaces, or an array; dots lead into objects",
  },
  MODELWIRE_OIDC_SCOPES: {
    schema: oidcScopes.prefault(usualOidcScopes),
    says: "which values of that claim stand for which scopes: `<value>=<scope>,…`",
    defaultText: usualOidcScopes,
  },
  MODELWIRE_OIDC_PREFIX_CLAIM: {
    schema: z.string().min(1).optional(),
    says: "claim with the beginnings of the names of models that a token may register and change; `*` for all",
    byDefault: "all",
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^(postgres(ql)?:\/\/|sqlite:.)/, "expected postgresql://… or sqlite:<path>")
      .optional(),
    says: "`postgresql://…` for several replicas, or `sqlite:<path>`. A PgBouncer before it in transaction mode must be 1.21 or later, with `max_prepared_statements` above 0; replicas then hear of each other within five seconds instead of at once",
    byDefault: "a SQLite file in the data folder",
    secret: "url",
  },
  MODELWIRE_DATA_DIR: {
    schema: z.string().min(1).default(".modelwire"),
    says: "folder for the SQLite file and the local MLflow",
  },
  MODELWIRE_MODEL_PREFIX: {
    schema: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "expected 1 to 64 letters, digits, - and _")
      .default("modelwire"),
    says: "begins the names of models that a request does not name",
  },
  MODELWIRE_EXPERIMENT: {
    schema: z.string().min(1).max(500).default("Default"),
    says: "MLflow experiment of the runs that registrations make",
  },
  MODELWIRE_SIGNING_KEYS: {
    schema: z.string().optional(),
    says: "PEM file with the public keys that signatures of packages (P-256, P-384, P-521) must verify with",
    byDefault: "signatures are only kept",
  },
  MODELWIRE_MAX_MESSAGE_BYTES: {
    schema: wholeNumber(1024, 1024 ** 3).default(16 * 1024 ** 2),
    says: "largest message; packages that are larger are uploaded in chunks",
  },
  MODELWIRE_MAX_PACKAGE_BYTES: {
    schema: wholeNumber(1, Number.MAX_SAFE_INTEGER).default(1024 ** 4),
    says: "what the files of an upload may have together",
  },
  MODELWIRE_MAX_CONCURRENT_CALLS: {
    schema: wholeNumber(1, 100_000).default(128),
    says: "calls that run at once; others wait, and each caller has its turn",
  },
  MODELWIRE_MAX_QUEUED_CALLS: {
    schema: wholeNumber(0, 100_000).default(1024),
    says: "calls that wait, up to 10 seconds; what is more is refused",
  },
  MODELWIRE_MAX_STREAMS: {
    schema: wholeNumber(1, 100_000).default(1000),
    says: "uploads, downloads and watches at once; a caller has half of them at the most",
  },
  MODELWIRE_MAX_CONNECTIONS: {
    schema: wholeNumber(1, 1_000_000).default(1000),
    says: "connections at once, on each of the two ports",
  },
  MODELWIRE_MAX_BUFFERED_BYTES: {
    schema: wholeNumber(1024, Number.MAX_SAFE_INTEGER).optional(),
    says: "what calls hold of memory together, of their requests and of answers that wait to be taken ([how it adds up](limits.md#memory)); at least `MODELWIRE_MAX_MESSAGE_BYTES`",
    byDefault: "eight messages of the largest size",
  },
  MODELWIRE_STALL_TIMEOUT_MS: {
    schema: wholeNumber(100, 3_600_000).default(60_000),
    says: "how long a caller may send or take nothing while the server waits for it",
  },
  MODELWIRE_MLFLOW_TIMEOUT_MS: {
    schema: wholeNumber(100, 600_000).default(30_000),
    says: "time for one call to MLflow",
  },
  MODELWIRE_RECONCILE_INTERVAL_MS: {
    schema: wholeNumber(100, DAY_MS).default(10_000),
    says: "the least time between two looks at all that MLflow has; what was changed last is looked at five times as often",
  },
  MODELWIRE_UPLOAD_EXPIRY_MS: {
    schema: wholeNumber(1000, 30 * DAY_MS).default(DAY_MS),
    says: "how long an upload stays that nobody goes on with or registers",
  },
  MODELWIRE_WEBHOOK_TIMEOUT_MS: {
    schema: wholeNumber(100, 60_000).default(20_000),
    says: "time for one attempt to deliver",
  },
  MODELWIRE_WEBHOOK_DISABLE_AFTER_MS: {
    schema: wholeNumber(0, 365 * DAY_MS).default(5 * DAY_MS),
    says: "after how long without a success an endpoint is disabled; 0: never",
  },
  MODELWIRE_WEBHOOK_ALLOW: {
    schema: z.string().optional(),
    says: "addresses and CIDR ranges, comma-separated, that webhooks may go to although they are not public, and over plain http",
    byDefault: "loopback, where both listeners are on it",
  },
  MODELWIRE_WEBHOOK_PROXY: {
    schema: httpUrl.optional(),
    says: "HTTP proxy that webhooks go through",
    byDefault: "none",
    secret: "url",
  },
  MODELWIRE_SECRET_KEYS: {
    schema: secretKeys.optional(),
    says: "`<id>:<base64 of 32 bytes>`, comma-separated: what the secrets of endpoints are kept with, the first for new ones ([how to change it](webhooks.md#secrets-and-keys)); needed with PostgreSQL",
    byDefault: "a key file beside the SQLite file",
    secret: true,
  },
  MODELWIRE_AUTH: {
    schema: z.enum(["on", "off"], "expected on or off").optional(),
    says: "`on` or `off`: whether only callers are served who are known",
    byDefault:
      "`off` where both listeners are on loopback and neither tokens nor certificates are set, else `on`",
  },
  MODELWIRE_ALLOW_UNAUTHENTICATED: {
    schema: z.enum(["true", "false"], "expected true or false").optional(),
    says: "`true`: `MODELWIRE_AUTH=off` is allowed where others than this machine reach a listener",
  },
  MODELWIRE_EVENT_RETENTION_MS: {
    schema: wholeNumber(0, 3650 * DAY_MS).default(90 * DAY_MS),
    says: "how long events are kept that wait for nobody; 0: for ever",
  },
  MODELWIRE_SHUTDOWN_MS: {
    schema: wholeNumber(0, 600_000).default(15_000),
    says: "how long a shutdown waits for what runs",
  },
  MODELWIRE_LOG_LEVEL: {
    schema: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    says: "`trace`, `debug`, `info`, `warn`, `error` or `silent`",
  },
  MODELWIRE_URL: {
    schema: z.string().optional(),
    says: "where the command looks for the server; not the server's own",
    byDefault: "http://127.0.0.1:8080",
  },
  MODELWIRE_GRPC: {
    schema: z.string().optional(),
    says: "where the Python drop-in and the examples look for the server, `host:port`; not the server's own",
    byDefault: "127.0.0.1:50051",
  },
  MODELWIRE_API_KEY: {
    schema: z.string().optional(),
    says: "API key that the command calls with; not the server's own",
    secret: true,
  },
  MODELWIRE_CA_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the authorities that the command trusts; not the server's own",
    byDefault: "those that Node trusts",
  },
  MODELWIRE_CLIENT_CERTIFICATE_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the certificate that the command shows to a server that asks for one; not the server's own",
  },
  MODELWIRE_CLIENT_KEY_FILE: {
    schema: z.string().optional(),
    says: "PEM file with the key of that certificate; not the server's own",
  },
  MLFLOW_TRACKING_URI: {
    schema: httpUrl.optional(),
    says: "the MLflow behind, 3.4.0 or later",
    byDefault: "`npm start` starts one",
    secret: "url",
  },
  MLFLOW_TRACKING_USERNAME: { schema: z.string().optional(), says: "MLflow's user" },
  MLFLOW_TRACKING_PASSWORD: {
    schema: z.string().optional(),
    says: "MLflow's password",
    secret: true,
  },
  MLFLOW_TRACKING_TOKEN: { schema: z.string().optional(), says: "MLflow's token", secret: true },
  MLFLOW_TRACKING_INSECURE_TLS: {
    schema: mlflowBoolean.optional(),
    says: "`true`: MLflow's certificate is not checked",
  },
  MLFLOW_TRACKING_SERVER_CERT_PATH: {
    schema: z.string().optional(),
    says: "PEM file with the certificates that MLflow's is checked against",
  },
  MLFLOW_TRACKING_CLIENT_CERT_PATH: {
    schema: z.string().optional(),
    says: "PEM file with the certificate and key that MLflow is shown",
  },
  ...otelSettings,
} satisfies Record<string, Setting>;

type Settings = typeof settings;

/** What the settings hold, read. */
export type Values = { [K in keyof Settings]: z.output<Settings[K]["schema"]> };
