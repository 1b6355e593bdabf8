import { Code } from "@connectrpc/connect";
import type { Fault } from "./support/fault-proxy.ts";

/** A call that Modelwire makes to MLflow. */
export interface MlflowCallCase {
  call: string;
  method: string;
  path: RegExp;
  /** Creates something with a tag by which it is found where the answer was lost. */
  lookedUp?: true;
  /** `{}` is an answer of MLflow's own to it. */
  answersNothing?: true;
}

/** A way in which MLflow, or what is before it, can fail at a call. */
export interface FaultCase {
  what: string;
  fault: Fault;
  /** Reason of the error that a caller gets. */
  reason: keyof typeof codes;
  /** Time for one call to MLflow; unset: the default. */
  mlflowTimeoutMs?: number;
}

const api = "/api/2.0/mlflow";
const at = (method: string, path: string) => ({ method, path: new RegExp(`^${path}$`) });
const answersNothing = true;

/** The call after which a model is whole. */
export const ready: MlflowCallCase = {
  call: "the PATCH to READY",
  ...at("PATCH", `${api}/logged-models/[^/]+`),
};

/** Every call of a registration, in order. */
export const registrationCalls: readonly MlflowCallCase[] = [
  { call: "experiments/get-by-name", ...at("GET", `${api}/experiments/get-by-name`) },
  { call: "runs/create", ...at("POST", `${api}/runs/create`), lookedUp: true },
  { call: "logged-models", ...at("POST", `${api}/logged-models`), lookedUp: true },
  {
    call: "the PUT of a file",
    ...at("PUT", "/api/2.0/mlflow-artifacts/.*/conda.yaml"),
    answersNothing,
  },
  { call: "runs/log-batch", ...at("POST", `${api}/runs/log-batch`), answersNothing },
  { call: "runs/outputs", ...at("POST", `${api}/runs/outputs`), answersNothing },
  {
    call: "the listing of the files",
    ...at("GET", `${api}/logged-models/[^/]+/artifacts/directories`),
  },
  ready,
  { call: "registered-models/create", ...at("POST", `${api}/registered-models/create`) },
  {
    call: "model-versions/create",
    ...at("POST", `${api}/model-versions/create`),
    lookedUp: true,
  },
];

/** The call that follows the answer. */
export const endRun: MlflowCallCase = {
  call: "runs/update",
  ...at("POST", `${api}/runs/update`),
};

/** Every call of cleaning up. */
export const cleanUpCalls: readonly MlflowCallCase[] = [
  { call: "logged-models/search", ...at("POST", `${api}/logged-models/search`), answersNothing },
  { call: "the DELETE of a logged model", ...at("DELETE", `${api}/logged-models/[^/]+`) },
  { call: "runs/search", ...at("POST", `${api}/runs/search`), answersNothing },
  endRun,
  { call: "runs/delete", ...at("POST", `${api}/runs/delete`) },
];

/** Calls of a look-up by uuid. */
export const lookUpCalls: readonly MlflowCallCase[] = [
  {
    call: "model-versions/search",
    ...at("GET", `${api}/model-versions/search`),
    answersNothing,
  },
  { call: "model-versions/get", ...at("GET", `${api}/model-versions/get`) },
];

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
const page = (status: number) => ({
  status,
  headers: { "content-type": "text/html" },
  body: "<html><head><title>Proxy</title></head><body>Please sign in</body></html>",
});
const mlflowError = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { error_code: code, message: "as a test wants it" }, headers);

/** Time for one call to MLflow where the fault is that it is slow. */
const SHORT_TIMEOUT_MS = 2500;

/** MLflow is slow, and does what it was asked all the same. */
export const slowFaults: readonly FaultCase[] = [
  {
    what: "does it long after the time-out",
    fault: { reachesMlflow: true, requestDelayMs: 2 * SHORT_TIMEOUT_MS - 250, answer: "mlflow" },
    reason: "MLFLOW_UNAVAILABLE",
    mlflowTimeoutMs: SHORT_TIMEOUT_MS,
  },
  {
    what: "does it and says so after the time-out",
    fault: { reachesMlflow: true, answerDelayMs: SHORT_TIMEOUT_MS + 250, answer: "mlflow" },
    reason: "MLFLOW_UNAVAILABLE",
    mlflowTimeoutMs: SHORT_TIMEOUT_MS,
  },
];

/** A gateway gives MLflow up, which does what it was asked some time after. */
export const lateFaults = [502, 504].map((status): FaultCase => {
  const fault = { reachesMlflow: true, answersFirst: true, requestDelayMs: 1000 };
  return {
    what: `does it a while after a gateway's ${status}`,
    fault: { ...fault, answer: page(status) },
    reason: "MLFLOW_UNAVAILABLE",
    mlflowTimeoutMs: SHORT_TIMEOUT_MS,
  };
});

/** MLflow does what it was asked, and its answer is lost. */
export const lostAnswers: readonly FaultCase[] = [
  {
    what: "does it and breaks the connection",
    fault: { reachesMlflow: true, answer: "break" },
    reason: "MLFLOW_UNAVAILABLE",
  },
  {
    what: "does it and answers 500",
    fault: { reachesMlflow: true, answer: mlflowError(500, "INTERNAL_ERROR") },
    reason: "MLFLOW_UNAVAILABLE",
  },
  {
    what: "does it and answers {}",
    fault: { reachesMlflow: true, answer: json(200, {}) },
    reason: "MLFLOW_UNEXPECTED_ANSWER",
  },
];

/** A 200 that tells nothing: for a call that MLflow answers so itself, nobody could know. */
export const emptyAnswer: FaultCase = {
  what: "answers {} without doing it",
  fault: { reachesMlflow: false, answer: json(200, {}) },
  reason: "MLFLOW_UNEXPECTED_ANSWER",
};

/** Nobody listens any more at MLflow's address. */
export const outage: FaultCase = {
  what: "goes down",
  fault: { reachesMlflow: false, answer: "outage" },
  reason: "MLFLOW_UNAVAILABLE",
};

/** MLflow does not do what it was asked. */
export const failures: readonly FaultCase[] = [
  {
    what: "breaks the connection",
    fault: { reachesMlflow: false, answer: "break" },
    reason: "MLFLOW_UNAVAILABLE",
  },
  outage,
  {
    what: "is replaced by a sign-in page",
    fault: { reachesMlflow: false, answer: page(200) },
    reason: "MLFLOW_UNEXPECTED_ANSWER",
  },
  {
    what: "is replaced by a page with 404",
    fault: { reachesMlflow: false, answer: page(404) },
    reason: "MLFLOW_UNEXPECTED_ANSWER",
  },
  {
    what: "is replaced by a proxy's page with 502",
    fault: { reachesMlflow: false, answer: page(502) },
    reason: "MLFLOW_UNAVAILABLE",
  },
  {
    what: "answers 503 with Retry-After",
    fault: {
      reachesMlflow: false,
      answer: mlflowError(503, "TEMPORARILY_UNAVAILABLE", { "retry-after": "1" }),
    },
    reason: "MLFLOW_UNAVAILABLE",
  },
  {
    what: "does not take the credentials",
    fault: { reachesMlflow: false, answer: json(401, { error_code: "UNAUTHENTICATED" }) },
    reason: "MLFLOW_CREDENTIALS",
  },
];

/** MLflow says no: what nothing but another request or another MLflow changes. */
export const refusal: FaultCase = {
  what: "refuses",
  fault: { reachesMlflow: false, answer: mlflowError(400, "INVALID_PARAMETER_VALUE") },
  reason: "MLFLOW_REFUSED",
};

/** The code of each reason, as error_reason.proto says. */
export const codes = {
  MLFLOW_UNAVAILABLE: Code.Unavailable,
  MLFLOW_UNEXPECTED_ANSWER: Code.Unavailable,
  MLFLOW_REFUSED: Code.FailedPrecondition,
  MLFLOW_CREDENTIALS: Code.FailedPrecondition,
} as const;
