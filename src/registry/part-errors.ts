import { MlflowError } from "../mlflow/error.ts";

/** What the log says where parts are left in the store. */
export const NOT_DROPPED = "could not drop the parts of a file";

/** Tells whether MLflow answered that it does not do it, rather than that it cannot now. */
export function saysNo(error: unknown): boolean {
  return (
    error instanceof MlflowError &&
    ["failed", "refused", "not_found", "unexpected"].includes(error.failure)
  );
}

/** Creates the error for a file that another call has begun anew, or stores with other content. */
export function takenOver(path: string): MlflowError {
  return unavailable(`another call sends "${path}" too: send what GetUpload says is missing of it`);
}

/** Creates the error for a file whose parts are lost. */
export function beginAgain(path: string, why: string, cause: unknown): MlflowError {
  const said = cause instanceof MlflowError ? ` (${cause.message})` : "";
  return unavailable(`"${path}": ${why}: send it again from its beginning${said}`, cause);
}

/** Creates the error for a file whose parts MLflow did not put together, where it said no. */
export function notJoined(error: unknown, path: string, sizeBytes: number): unknown {
  if (!saysNo(error)) return error;
  return unavailable(
    `"${path}" is stored, but MLflow did not put its parts together: send it again from ${sizeBytes}, or where that does not help from 0 (${(error as MlflowError).message})`,
    error,
  );
}

function unavailable(message: string, cause?: unknown): MlflowError {
  const known = cause instanceof MlflowError ? cause : undefined;
  return new MlflowError(message, {
    endpoint: known?.endpoint ?? "POST /api/2.0/mlflow-artifacts/mpu",
    status: known?.status,
    failure: "unavailable",
    mayHaveTakenEffect: true,
    cause,
  });
}
