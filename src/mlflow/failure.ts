import { z } from "zod";
import { messageOf } from "../error.ts";
import { readRetryAfter } from "../retry-after.ts";
import { MlflowError, type MlflowFailure } from "./error.ts";
import type { Effect } from "./http.ts";

/** An answer of MLflow, or of something before it, that is not a success. */
export interface FailedAnswer {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

const mlflowErrorBody = z.object({ error_code: z.string(), message: z.string().default("") });

/**
 * Reads what a failed answer says: MLflow's `{error_code, message}`, or a proxy's page.
 * @param who names what answered, for the message
 */
export function failureOfAnswer(
  endpoint: string,
  effect: Effect,
  answer: FailedAnswer,
  who = "MLflow",
): MlflowError {
  const body = mlflowErrorBody.safeParse(tryJson(answer.text)).data;
  const failure = failureOf(answer.status, body?.error_code);
  const said = body
    ? `${body.error_code}: ${body.message}`
    : answer.text
        .replace(/<[^>]*>|\s+/g, " ")
        .trim()
        .slice(0, 200) || "nothing";
  return new MlflowError(`${who} answered ${endpoint} with ${answer.status}: ${said}`, {
    failure,
    endpoint,
    status: answer.status,
    errorCode: body?.error_code,
    mayHaveTakenEffect: effect !== "read" && answer.status >= 500,
    retryAfterMs: readRetryAfter(answer.retryAfter),
  });
}

function failureOf(status: number, errorCode: string | undefined): MlflowFailure {
  if (status === 401 || status === 403) return "credentials";
  if ([429, 502, 503, 504].includes(status)) return "unavailable";
  if (errorCode === undefined) return status >= 500 ? "failed" : "unexpected";
  if (errorCode === "RESOURCE_ALREADY_EXISTS") return "exists";
  if (errorCode === "RESOURCE_DOES_NOT_EXIST") return "not_found";
  return status >= 500 ? "failed" : "refused";
}

// What fails before a request can have left us.
const NOT_SENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

const LATE = ["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"];

/**
 * Reads what a connection that failed says of whether the call was made.
 * @param who names what was called, for the message
 */
export function failureOfConnection(
  error: unknown,
  endpoint: string,
  effect: Effect,
  timeoutMs: number,
  who = "MLflow",
): MlflowError {
  const code = codeOf(error);
  const timedOut = (error instanceof Error && error.name === "TimeoutError") || LATE.includes(code);
  const sent = !NOT_SENT.includes(code) && code !== "UND_ERR_CONNECT_TIMEOUT";
  const why = timedOut ? `no answer within ${timeoutMs} ms` : code || messageOf(error);
  return new MlflowError(`${who} did not answer ${endpoint}: ${why}`, {
    failure: timedOut ? "timeout" : "unreachable",
    endpoint,
    mayHaveTakenEffect: effect !== "read" && sent,
    cause: error,
  });
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "";
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
