import { create } from "@bufbuild/protobuf";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  PreconditionFailureSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { MlflowError, type MlflowFailure } from "../mlflow/error.ts";

const RETRY_MS = 1000;

/**
 * How much of a message, and of each list in the details, a caller is told, in bytes. In gRPC they
 * all travel in trailers, of which many clients take 8 KiB, and what is told twice grows by a third
 * in base64; where they are more, the caller learns of nothing but that.
 */
const MOST_BYTES = 1200;

type OutgoingDetail = NonNullable<ConstructorParameters<typeof ConnectError>[3]>[number];

/** The code of each reason, where the call is not past its deadline: a new reason does not build without one. */
const codes: Record<ErrorReason, Code> = {
  [ErrorReason.UNSPECIFIED]: Code.Unknown,
  [ErrorReason.INVALID_FIELD]: Code.InvalidArgument,
  [ErrorReason.REQUEST_ID_REUSED]: Code.AlreadyExists,
  [ErrorReason.REGISTRATION_IN_PROGRESS]: Code.Unavailable,
  [ErrorReason.MODEL_NOT_FOUND]: Code.NotFound,
  [ErrorReason.SOURCE_NOT_FOUND]: Code.NotFound,
  [ErrorReason.SOURCE_NOT_REGISTRABLE]: Code.FailedPrecondition,
  [ErrorReason.MLFLOW_UNAVAILABLE]: Code.Unavailable,
  [ErrorReason.MLFLOW_UNEXPECTED_ANSWER]: Code.Unavailable,
  [ErrorReason.MLFLOW_REFUSED]: Code.FailedPrecondition,
  [ErrorReason.MLFLOW_CREDENTIALS]: Code.FailedPrecondition,
  [ErrorReason.ENDPOINT_NOT_FOUND]: Code.NotFound,
  [ErrorReason.MESSAGE_TOO_LARGE]: Code.ResourceExhausted,
  [ErrorReason.DATABASE_UNAVAILABLE]: Code.Unavailable,
  [ErrorReason.CALL_ENDED]: Code.Canceled,
  [ErrorReason.INTERNAL]: Code.Internal,
  [ErrorReason.BASELINE_NOT_FOUND]: Code.NotFound,
  [ErrorReason.SIGNATURE_INCOMPATIBLE]: Code.FailedPrecondition,
  [ErrorReason.UPLOAD_NOT_FOUND]: Code.NotFound,
  [ErrorReason.UPLOAD_NOT_OPEN]: Code.FailedPrecondition,
  [ErrorReason.UPLOAD_INCOMPLETE]: Code.FailedPrecondition,
  [ErrorReason.DIGEST_MISMATCH]: Code.DataLoss,
  [ErrorReason.PACKAGE_SIGNATURE_INVALID]: Code.FailedPrecondition,
  [ErrorReason.SHUTTING_DOWN]: Code.Unavailable,
  [ErrorReason.INDEX_INCOMPLETE]: Code.Unavailable,
  [ErrorReason.ETAG_MISMATCH]: Code.Aborted,
  [ErrorReason.MODEL_BUSY]: Code.Unavailable,
  [ErrorReason.CURSOR_EXPIRED]: Code.OutOfRange,
  [ErrorReason.EVENT_NOT_FOUND]: Code.NotFound,
  [ErrorReason.DELIVERY_NOT_FOUND]: Code.NotFound,
  [ErrorReason.DELIVERY_SKIPPED]: Code.FailedPrecondition,
  [ErrorReason.SECRET_KEY_MISSING]: Code.FailedPrecondition,
  [ErrorReason.DELIVERY_IN_PROGRESS]: Code.FailedPrecondition,
  [ErrorReason.TOO_MANY_SECRETS]: Code.FailedPrecondition,
  [ErrorReason.MALFORMED_MESSAGE]: Code.InvalidArgument,
  [ErrorReason.CREDENTIALS_MISSING]: Code.Unauthenticated,
  [ErrorReason.CREDENTIALS_INVALID]: Code.Unauthenticated,
  [ErrorReason.SCOPE_MISSING]: Code.PermissionDenied,
  [ErrorReason.MODEL_NOT_PERMITTED]: Code.PermissionDenied,
  [ErrorReason.API_KEY_NOT_FOUND]: Code.NotFound,
  [ErrorReason.API_KEY_REVOKED]: Code.FailedPrecondition,
  [ErrorReason.IDENTITY_PROVIDER_UNAVAILABLE]: Code.Unavailable,
  [ErrorReason.SERVER_BUSY]: Code.ResourceExhausted,
  [ErrorReason.CALLER_TOO_SLOW]: Code.Aborted,
};

const mlflowReasons: Record<MlflowFailure, ErrorReason> = {
  unreachable: ErrorReason.MLFLOW_UNAVAILABLE,
  timeout: ErrorReason.MLFLOW_UNAVAILABLE,
  unavailable: ErrorReason.MLFLOW_UNAVAILABLE,
  failed: ErrorReason.MLFLOW_UNAVAILABLE,
  unexpected: ErrorReason.MLFLOW_UNEXPECTED_ANSWER,
  credentials: ErrorReason.MLFLOW_CREDENTIALS,
  not_found: ErrorReason.MLFLOW_REFUSED,
  exists: ErrorReason.MLFLOW_REFUSED,
  refused: ErrorReason.MLFLOW_REFUSED,
};

/**
 * Turns anything that was thrown into the error that a caller gets: the one place that does.
 *
 * @param isDatabaseUnavailable says whether an error is the database's absence
 * @param signal the call's, whose reason tells a deadline from a caller that went away
 */
export function toConnectError(
  error: unknown,
  isDatabaseUnavailable: (error: unknown) => boolean,
  signal: AbortSignal,
): ConnectError {
  if (error instanceof ConnectError) return withReason(error, signal);
  const known = toModelwireError(error, isDatabaseUnavailable);
  const isLate = known.reason === ErrorReason.CALL_ENDED && isDeadline(signal.reason);
  const message = withinBytes(known.message);
  const code = isLate ? Code.DeadlineExceeded : codes[known.reason];
  const fieldViolations = firstWithinBytes(
    known.violations,
    ({ field, description }) => field + description,
  ).map(({ field, description }) => ({ field, description: withinBytes(description) }));
  const violations = firstWithinBytes(
    known.preconditions,
    ({ subject, description }) => subject + description,
  ).map(({ subject, description }) => ({
    type: ErrorReason[known.reason],
    subject,
    description: withinBytes(description),
  }));
  const leftOut =
    known.violations.length +
    known.preconditions.length -
    fieldViolations.length -
    violations.length;
  const metadata = { ...known.metadata, ...(leftOut > 0 && { left_out: String(leftOut) }) };
  const details: OutgoingDetail[] = [
    {
      desc: ErrorInfoSchema,
      value: { reason: ErrorReason[known.reason], domain: "modelwire", metadata },
    },
  ];
  if (fieldViolations.length > 0) {
    details.push({ desc: BadRequestSchema, value: create(BadRequestSchema, { fieldViolations }) });
  }
  if (violations.length > 0) {
    details.push({
      desc: PreconditionFailureSchema,
      value: create(PreconditionFailureSchema, { violations }),
    });
  }
  const retryMs = known.retryAfterMs ?? (code === Code.Unavailable ? RETRY_MS : undefined);
  if (retryMs !== undefined) {
    details.push({ desc: RetryInfoSchema, value: { retryDelay: durationFromMs(retryMs) } });
  }
  if (known.resource) {
    const { type, name } = known.resource;
    details.push({
      desc: ResourceInfoSchema,
      value: { resourceType: type, resourceName: name, description: message },
    });
  }
  // As RFC 9110 demands of every 401.
  const header = code === Code.Unauthenticated ? { "www-authenticate": "Bearer" } : undefined;
  return new ConnectError(message, code, header, details, error);
}

/** Takes the first items, at least one, whose texts together stay within {@link MOST_BYTES}. */
function firstWithinBytes<T>(items: readonly T[], text: (item: T) => string): T[] {
  let bytes = 0;
  const end = items.findIndex((item) => {
    bytes += Buffer.byteLength(text(item));
    return bytes > MOST_BYTES;
  });
  return items.slice(0, end < 0 ? items.length : Math.max(end, 1));
}

/** Cuts a text off behind {@link MOST_BYTES}, and says so. */
function withinBytes(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.byteLength <= MOST_BYTES) return text;
  // The decoder leaves out a character that was cut in two.
  const head = new TextDecoder().decode(bytes.subarray(0, MOST_BYTES), { stream: true });
  return `${head}… (cut off)`;
}

// Connect ends a late or abandoned call by itself, and gives no reason.
function withReason(error: ConnectError, signal: AbortSignal): ConnectError {
  const ended = error.code === Code.DeadlineExceeded || error.code === Code.Canceled;
  if (!signal.aborted || !ended || error.findDetails(ErrorInfoSchema).length > 0) return error;
  const value = { reason: ErrorReason[ErrorReason.CALL_ENDED], domain: "modelwire" };
  return new ConnectError(
    error.rawMessage,
    error.code,
    error.metadata,
    [{ desc: ErrorInfoSchema, value }],
    error.cause,
  );
}

function isDeadline(reason: unknown): boolean {
  return reason instanceof ConnectError && reason.code === Code.DeadlineExceeded;
}

function toModelwireError(
  error: unknown,
  isDatabaseUnavailable: (error: unknown) => boolean,
): ModelwireError {
  if (error instanceof ModelwireError) return error;
  if (error instanceof MlflowError) {
    return new ModelwireError(mlflowReasons[error.failure], error.message, {
      metadata: {
        endpoint: error.endpoint,
        ...(error.status !== undefined && { status: String(error.status) }),
        ...(error.errorCode !== undefined && { error_code: error.errorCode }),
      },
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
      cause: error,
    });
  }
  if (isDatabaseUnavailable(error)) {
    return new ModelwireError(
      ErrorReason.DATABASE_UNAVAILABLE,
      "Modelwire's database does not answer",
      { cause: error },
    );
  }
  // What it says may be anything, a query or a path: it is for the log.
  return new ModelwireError(ErrorReason.INTERNAL, "Modelwire failed; its log has the cause", {
    cause: error,
  });
}
