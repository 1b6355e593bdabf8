import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorInfoSchema, RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";

const RETRY_MS = 1000;

/** Creates the error for a message over the limit: RESOURCE_EXHAUSTED, `MESSAGE_TOO_LARGE`. */
export function messageTooLarge(maxMessageBytes: number): ConnectError {
  return withReason(
    `the message is larger than the ${maxMessageBytes} bytes that the server takes`,
    Code.ResourceExhausted,
    ErrorReason.MESSAGE_TOO_LARGE,
  );
}

/** Creates the error for a call that its caller ended: CANCELED, `CALL_ENDED`. */
export function callCanceled(): ConnectError {
  return withReason("the caller canceled the call", Code.Canceled, ErrorReason.CALL_ENDED);
}

/** Creates the error for a call whose deadline passed: DEADLINE_EXCEEDED, `CALL_ENDED`. */
export function deadlineExceeded(): ConnectError {
  return withReason(
    "the deadline of the call passed",
    Code.DeadlineExceeded,
    ErrorReason.CALL_ENDED,
  );
}

/** Creates the error for a call that a shutdown ends: UNAVAILABLE, `SHUTTING_DOWN`. */
export function shuttingDown(): ConnectError {
  const error = withReason(
    "the server is shutting down",
    Code.Unavailable,
    ErrorReason.SHUTTING_DOWN,
  );
  error.details.push({ desc: RetryInfoSchema, value: { retryDelay: durationFromMs(RETRY_MS) } });
  return error;
}

function withReason(message: string, code: Code, reason: ErrorReason): ConnectError {
  const value = { reason: ErrorReason[reason], domain: "modelwire" };
  return new ConnectError(message, code, undefined, [{ desc: ErrorInfoSchema, value }]);
}
