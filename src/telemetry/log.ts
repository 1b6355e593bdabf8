import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { Config } from "../config/config.ts";
import { loginOf, SHORTEST_SECRET, secretForms } from "../config/login.ts";
import { currentLogFields } from "../tracing.ts";

/** Keys that never hold what may be read. */
const SECRET_KEYS = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "secrets",
  "token",
  "apiKey",
  "api_key",
];
const WITHHELD = "[withheld]";

/** What a log is made from. */
export type LogConfig = Pick<Config, "logLevel" | "mlflow" | "databaseUrl" | "webhookProxy"> &
  Partial<Pick<Config, "secretKeys" | "tracing">>;

/**
 * Creates the log: a JSON object a line, each with `request_id` and `trace_id` of the call that it
 * was written for. What is logged has no secrets; two walls stand behind that: what is under the
 * name of one is withheld, and so is the value of every secret that the configuration holds,
 * wherever it stands.
 */
export function createLog(config: LogConfig, stream: DestinationStream): Logger {
  return pino(logOptions(config), stream);
}

/** Gives what {@link createLog} makes a log with. */
export function logOptions(config: LogConfig): LoggerOptions {
  const secrets = secretsOf(config);
  return {
    level: config.logLevel,
    base: null,
    mixin: currentLogFields,
    mixinMergeStrategy: (line, fields) => ({ ...fields, ...line }),
    serializers: { err: describeError },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]),
      censor: WITHHELD,
    },
    hooks: {
      streamWrite: (line) =>
        secrets.reduce((text, secret) => text.replaceAll(secret, WITHHELD), line),
    },
  };
}

interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError;
}

/**
 * Gives what the log has of an error: of the fields that libraries add, such as the request, the row
 * or the parameters of a query, only `code`.
 */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = "code" in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === "string" || typeof code === "number") && { code: String(code) }),
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Lists the secrets of a configuration, in each form that they could be written in. */
function secretsOf({
  mlflow,
  databaseUrl,
  webhookProxy,
  secretKeys,
  tracing,
}: LogConfig): string[] {
  const { username = "", password, token, trackingUri } = mlflow;
  const urls = [databaseUrl, webhookProxy, trackingUri, tracing?.endpoint];
  const logins = urls.map((url) => loginOf(url ?? ""));
  if (password) logins.push({ username, password });
  const headers = (tracing?.headers ?? "").split(",");
  const values = [
    token,
    ...logins.flatMap((login) => (login ? secretForms(login) : [])),
    // As pg reads it, too.
    URL.parse(databaseUrl)?.searchParams.get("password"),
    ...(secretKeys ?? []).map(({ key }) => Buffer.from(key).toString("base64")),
    ...headers.map((one) => one.slice(one.indexOf("=") + 1).trim()),
  ];
  const texts = values.flatMap((value) =>
    value && value.length >= SHORTEST_SECRET ? [value, JSON.stringify(value).slice(1, -1)] : [],
  );
  // The longest first: one that is a part of another would leave the rest of it.
  return [...new Set(texts)].sort((a, b) => b.length - a.length);
}
