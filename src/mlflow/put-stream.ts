import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { SecureContextOptions } from "node:tls";
import { failureOfConnection } from "./failure.ts";

const INVITATION_MS = 1000;

/** A body that is sent as it comes. */
export interface StreamedPut {
  url: URL;
  headers: Record<string, string>;
  tls?: SecureContextOptions & { rejectUnauthorized?: boolean };
  sizeBytes: number;
  /** Exactly `sizeBytes` in all. What it throws ends the request, and is thrown on. */
  chunks: AsyncIterable<Uint8Array>;
  /** How long the receiver may take nothing while there is something to take. */
  stallMs: number;
  /** How long the receiver may take to answer once it has all. */
  answerMs: number;
  /**
   * Whether the receiver is asked before it is sent anything (`Expect: 100-continue`): one that
   * refuses at once closes the connection, and what it said is lost where a body is under way.
   */
  asksFirst?: boolean;
  /** How long one that is asked may say nothing before it is sent the body all the same. */
  invitationMs?: number;
  /** For errors: method and path. */
  endpoint: string;
  /** For errors: who is to answer; unset: MLflow. */
  who?: string;
}

/** What was answered to a body. */
export interface PutAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/**
 * Sends a body of known size with back-pressure, never more than a chunk ahead of the receiver.
 *
 * A body that breaks off resets the connection: MLflow 3.4 under gunicorn takes a connection that
 * is closed for the end of the file, and stores half of it over what was there.
 *
 * @throws MlflowError `unreachable`, `timeout`; what `chunks` throws
 */
export async function putStream(put: StreamedPut): Promise<PutAnswer> {
  const start = put.url.protocol === "https:" ? requestHttps : requestHttp;
  const request = start(put.url, {
    method: "PUT",
    headers: {
      ...put.headers,
      "content-length": String(put.sizeBytes),
      ...(put.asksFirst && { expect: "100-continue" }),
    },
    // A connection of its own: one that was kept may be closed at the very moment of use, and a
    // body that was begun cannot be sent again.
    agent: false,
    ...put.tls,
  });
  const answered = Promise.withResolvers<IncomingMessage>();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  let brokenBy: { error: unknown } | undefined;
  const breakOff = (error: unknown) => {
    brokenBy ??= { error };
    broken.reject(error);
  };
  const invited = new Promise<void>((resolve) => request.once("continue", resolve));
  request.on("response", answered.resolve);
  request.on("error", breakOff);
  const patience = createPatience(breakOff);
  try {
    const response = await Promise.race([sendAll(), broken.promise]);
    const text = await Promise.race([textOf(response), broken.promise]);
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    if (brokenBy?.error !== error) throw error;
    throw failureOfConnection(error, put.endpoint, "idempotent", patience.ms(), put.who);
  } finally {
    patience.end();
    if (!request.writableFinished) reset();
    request.destroy();
  }

  async function sendAll(): Promise<IncomingMessage> {
    let early: IncomingMessage | undefined;
    let sentBytes = 0;
    answered.promise.then((response) => {
      early = response;
    });
    if (put.asksFirst) {
      // Not every receiver knows the question.
      const waited = sleep(put.invitationMs ?? INVITATION_MS, undefined, { ref: false });
      await Promise.race([invited, waited, answered.promise, broken.promise]);
    }
    for await (const chunk of early ? [] : put.chunks) {
      if (early || brokenBy) break;
      sentBytes += chunk.byteLength;
      if (request.write(chunk)) continue;
      patience.begin(put.stallMs);
      await Promise.race([drained(), answered.promise, broken.promise]);
      patience.end();
    }
    if (!early) request.end();
    patience.begin(put.answerMs);
    const response = await answered.promise;
    if (sentBytes < put.sizeBytes && (response.statusCode ?? 0) < 300) {
      breakOff(new Error("it was answered before all of it was sent"));
    }
    return response;
  }

  function drained(): Promise<void> {
    return new Promise((resolve) => request.once("drain", resolve));
  }

  function reset(): void {
    // Only a bare TCP connection can be reset; TLS has its own word for a body that breaks off.
    if (put.url.protocol === "http:") request.socket?.resetAndDestroy();
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("utf8");
  for await (const part of response) text += part;
  return text;
}

/** Calls `giveUp` where what was begun has not ended in time. */
function createPatience(giveUp: (error: Error) => void) {
  let timer: NodeJS.Timeout | undefined;
  let lastMs = 0;
  return {
    begin(ms: number) {
      lastMs = Math.ceil(ms);
      timer = setTimeout(() => giveUp(new DOMException("stalled", "TimeoutError")), lastMs);
    },
    end: () => clearTimeout(timer),
    ms: () => lastMs,
  };
}
