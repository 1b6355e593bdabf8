import { setTimeout as sleep } from "node:timers/promises";
import { Agent, type Dispatcher, request } from "undici";
import type { z } from "zod";
import type { MlflowConfig } from "../config/config.ts";
import { endpointTemplate } from "./endpoint-template.ts";
import { MlflowError } from "./error.ts";
import { type FailedAnswer, failureOfAnswer, failureOfConnection } from "./failure.ts";
import { authorizationOf, createWithholding } from "./login.ts";
import { type MlflowObserver, unobserved } from "./observer.ts";
import { type PutAnswer, putStream } from "./put-stream.ts";
import { reaches } from "./reach.ts";
import { readMlflowTls } from "./tls.ts";

// gunicorn, under which MLflow 3.4 is served, closes a connection that was idle for 2 s; one
// that we would send on at that very moment could not be told from a lost answer.
const KEEP_ALIVE_MS = 1000;
const CONNECTIONS = 32;
const TRIES = 3;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 2000;
/** What a file transfer gets on top of a call's time: a slow link of 1 MiB/s must do. */
const BYTES_PER_MS = 1024 ** 2 / 1000;

/** What a call does to MLflow, which decides whether it can be repeated. */
export type Effect =
  /** Nothing. */
  | "read"
  /** The same, however often it is done. */
  | "idempotent"
  /** One thing more each time: repeated only where it surely did not happen. */
  | "create";

/** A call to MLflow. */
export interface MlflowCall {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Path below the tracking URI, encoded. */
  path: string;
  /** A list stands for the same key several times. */
  query?: Record<string, string | number | readonly string[] | undefined>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  bytes?: Uint8Array;
  effect: Effect;
  /** Another server than the tracking URI, for artifacts that are elsewhere. */
  baseUrl?: string;
  /** Of a longer answer only so many bytes are read. */
  mostBytes?: number | undefined;
}

/** Sends calls to one MLflow server, on connections that are kept. */
export interface MlflowHttp {
  readonly trackingUri: string;
  /** Sends a call and parses its JSON answer. */
  json<T>(call: MlflowCall, schema: z.ZodType<T>): Promise<T>;
  /** Sends a call and gives the bytes of its answer. */
  bytes(call: MlflowCall): Promise<Uint8Array>;
  /**
   * Sends a call and gives the bytes of its answer as they come.
   * @param expectedBytes about how many: MLflow fetches a file whole before it answers
   */
  stream(call: MlflowCall, expectedBytes: number): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Sends a body of `sizeBytes` as it comes: once, since it cannot be had again.
   * @param to an absolute URL for a body that goes past MLflow, to the store behind it
   */
  send(
    to: Pick<MlflowCall, "path" | "baseUrl"> | { url: string; headers: Record<string, string> },
    sizeBytes: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<PutAnswer>;
  /** Tells whether something answers at an absolute URL past MLflow. */
  reaches(url: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Creates the HTTP side of the client. `config.trackingUri` must be set. */
export function createMlflowHttp(
  config: MlflowConfig & { trackingUri: string },
  observer: MlflowObserver = unobserved,
): MlflowHttp {
  const tls = readMlflowTls(config);
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: { timeout: Math.min(config.timeoutMs, 10_000), ...tls },
  });
  const authorization = authorizationOf(config);
  const withheld = createWithholding(config);
  const refusal = (endpoint: string, effect: Effect, answer: FailedAnswer, who?: string) =>
    failureOfAnswer(endpoint, effect, { ...answer, text: withheld(answer.text) }, who);

  function urlOf({ path, query, baseUrl }: Pick<MlflowCall, "path" | "query" | "baseUrl">): URL {
    const url = new URL((baseUrl ?? config.trackingUri) + path);
    for (const [key, value] of Object.entries(query ?? {})) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) url.searchParams.append(key, String(one));
      }
    }
    return url;
  }

  function observed<T extends { status: number }>(
    method: string,
    { path, baseUrl }: Pick<MlflowCall, "path" | "baseUrl">,
    send: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const { hostname: host, port, protocol } = new URL(baseUrl ?? config.trackingUri);
    const about = { method, endpoint: endpointTemplate(path), host };
    return observer.call(
      { ...about, port: Number(port || (protocol === "https:" ? 443 : 80)) },
      send,
    );
  }

  async function once(call: MlflowCall, traceHeaders: Record<string, string>) {
    const endpoint = `${call.method} ${call.path}`;
    const body = call.json === undefined ? call.bytes : Buffer.from(JSON.stringify(call.json));
    const timeoutMs = config.timeoutMs + (call.bytes?.byteLength ?? 0) / BYTES_PER_MS;
    let response: Dispatcher.ResponseData;
    let answer: Uint8Array;
    try {
      response = await request(urlOf(call), {
        method: call.method,
        dispatcher: agent,
        headers: {
          ...traceHeaders,
          ...authorization,
          ...(call.json !== undefined && { "content-type": "application/json" }),
          // Never chunked: MLflow 3.4 under uvicorn stores an empty file then, and answers 200.
          ...(body && { "content-length": String(body.byteLength) }),
        },
        body: body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
        signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
      });
      answer = await readWhole(response.body, call.mostBytes);
    } catch (error) {
      throw failureOfConnection(error, endpoint, call.effect, Math.ceil(timeoutMs));
    }
    const status = response.statusCode;
    if (status >= 200 && status < 300) return { status, answer };
    throw refusal(endpoint, call.effect, {
      status,
      retryAfter: response.headers["retry-after"]?.toString(),
      text: Buffer.from(answer).toString("utf8"),
    });
  }

  async function open(
    call: MlflowCall,
    expectedBytes: number,
    traceHeaders: Record<string, string>,
  ) {
    const endpoint = `${call.method} ${call.path}`;
    const timeoutMs = Math.ceil(config.timeoutMs + expectedBytes / BYTES_PER_MS);
    const failed = (error: unknown) => failureOfConnection(error, endpoint, call.effect, timeoutMs);
    const response = await request(urlOf(call), {
      method: call.method,
      dispatcher: agent,
      headers: { ...traceHeaders, ...authorization },
      headersTimeout: timeoutMs,
      bodyTimeout: config.timeoutMs,
    }).catch((error) => {
      throw failed(error);
    });
    const status = response.statusCode;
    if (status >= 200 && status < 300) return { status, answer: readAll(response.body, failed) };
    throw refusal(endpoint, call.effect, {
      status,
      retryAfter: response.headers["retry-after"]?.toString(),
      text: await response.body.text(),
    });
  }

  async function repeatedly<T>(
    call: MlflowCall,
    send: (traceHeaders: Record<string, string>) => Promise<{ status: number; answer: T }>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await observed(call.method, call, send)).answer;
      } catch (error) {
        if (attempt === TRIES || !canRepeat(error, call.effect)) throw error;
        const backoffMs = FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
        await sleep(Math.min(error.retryAfterMs ?? backoffMs, LONGEST_DELAY_MS));
      }
    }
  }

  const bytes = (call: MlflowCall) => repeatedly(call, (headers) => once(call, headers));

  return {
    trackingUri: config.trackingUri,
    bytes,
    stream: (call, expectedBytes) =>
      repeatedly(call, (headers) => open(call, expectedBytes, headers)),
    async send(to, sizeBytes, chunks) {
      const toMlflow = "path" in to;
      const url = toMlflow ? urlOf(to) : new URL(to.url);
      const endpoint = `PUT ${toMlflow ? to.path : url.host}`;
      const who = toMlflow ? undefined : "the artifact store";
      const put = async (traceHeaders: Record<string, string>) => {
        const answer = await putStream({
          url,
          headers: toMlflow ? { ...traceHeaders, ...authorization } : to.headers,
          ...(toMlflow && { tls }),
          asksFirst: !toMlflow,
          sizeBytes,
          chunks,
          stallMs: config.timeoutMs,
          // MLflow copies a file once more when it has it whole.
          answerMs: config.timeoutMs + sizeBytes / BYTES_PER_MS,
          endpoint,
          ...(who && { who }),
        });
        if (answer.status >= 200 && answer.status < 300) return answer;
        const retryAfter = answer.headers["retry-after"]?.toString();
        throw refusal(endpoint, "idempotent", { ...answer, retryAfter }, who);
      };
      // The URL of a store behind MLflow was signed with the headers that go with it.
      const at = toMlflow ? to : { path: "artifact store", baseUrl: url.origin };
      return observed("PUT", at, put);
    },
    reaches: (url) => reaches(new URL(url)),
    async json(call, schema) {
      const text = Buffer.from(await bytes(call)).toString("utf8");
      const endpoint = `${call.method} ${call.path}`;
      const unexpected = (why: string, cause?: unknown) =>
        new MlflowError(`MLflow answered ${endpoint} with ${why}`, {
          failure: "unexpected",
          endpoint,
          status: 200,
          mayHaveTakenEffect: call.effect !== "read",
          cause,
        });
      let value: unknown;
      try {
        value = JSON.parse(text || "{}");
      } catch (error) {
        throw unexpected("something that is not JSON", error);
      }
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      const wrong = parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
      throw unexpected(`JSON that lacks what it should have (${wrong})`);
    },
    close: () => agent.close(),
  };
}

async function readWhole(body: Dispatcher.ResponseData["body"], mostBytes = Infinity) {
  if (mostBytes === Infinity) return new Uint8Array(await body.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > mostBytes) break;
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(size, mostBytes)));
}

async function* readAll(
  body: AsyncIterable<Uint8Array>,
  failed: (error: unknown) => MlflowError,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw failed(error);
  }
}

function canRepeat(error: unknown, effect: Effect): error is MlflowError {
  if (!(error instanceof MlflowError)) return false;
  // A worker of MLflow can fail at the first requests of its life, which a read does not notice.
  if (error.failure === "failed") return effect === "read";
  if (!["unreachable", "unavailable"].includes(error.failure)) return false;
  return effect !== "create" || !error.mayHaveTakenEffect;
}
