/**
 * Says in which way a call to MLflow failed:
 * - `unreachable`: no connection, or it broke;
 * - `timeout`: no answer in time;
 * - `unavailable`: MLflow, or a proxy before it, said that it cannot serve now;
 * - `unexpected`: what answered is not MLflow's API;
 * - `credentials`: MLflow does not take our credentials;
 * - `not_found`: MLflow says that the thing does not exist;
 * - `exists`: MLflow says that the thing exists already;
 * - `refused`: MLflow does not do what was asked;
 * - `failed`: MLflow failed at it.
 */
export type MlflowFailure =
  | "unreachable"
  | "timeout"
  | "unavailable"
  | "unexpected"
  | "credentials"
  | "not_found"
  | "exists"
  | "refused"
  | "failed";

/** What is known of a failed call to MLflow. */
export interface MlflowErrorParts {
  failure: MlflowFailure;
  /** Method and path, such as `POST /api/2.0/mlflow/runs/create`. */
  endpoint: string;
  /** HTTP status; undefined where there was no answer. */
  status?: number | undefined;
  /** MLflow's own `error_code`; undefined where the answer had none. */
  errorCode?: string | undefined;
  /** Whether MLflow may nevertheless have done what was asked. */
  mayHaveTakenEffect: boolean;
  /** From the `Retry-After` header. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

/** A call to MLflow that failed. */
export class MlflowError extends Error {
  override readonly name = "MlflowError";
  readonly failure: MlflowFailure;
  readonly endpoint: string;
  readonly status: number | undefined;
  readonly errorCode: string | undefined;
  readonly mayHaveTakenEffect: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, parts: MlflowErrorParts) {
    super(message, { cause: parts.cause });
    this.failure = parts.failure;
    this.endpoint = parts.endpoint;
    this.status = parts.status;
    this.errorCode = parts.errorCode;
    this.mayHaveTakenEffect = parts.mayHaveTakenEffect;
    this.retryAfterMs = parts.retryAfterMs;
  }
}

/** Tells whether an error says that MLflow does not have the thing. */
export function isNotFound(error: unknown): error is MlflowError {
  return error instanceof MlflowError && error.failure === "not_found";
}

/** Tells whether MLflow has said no: the same call again would be refused again. */
export function isFinal(error: unknown): error is MlflowError {
  return error instanceof MlflowError && ["refused", "not_found", "exists"].includes(error.failure);
}

/** Tells whether MLflow may have done what was asked although the call failed. */
export function isAmbiguous(error: unknown): error is MlflowError {
  return error instanceof MlflowError && error.mayHaveTakenEffect;
}
