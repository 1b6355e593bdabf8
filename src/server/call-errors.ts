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
  return withRetry(
    withReason("the server is shutting down", Code.Unavailable, ErrorReason.SHUTTING_DOWN),
  );
}

/** Creates the error for a request that is no message of its type: INVALID_ARGUMENT, `MALFORMED_MESSAGE`. */
export function malformedMessage(why: string): ConnectError {
  return withReason(
    `the request cannot be read: ${why}`,
    Code.InvalidArgument,
    ErrorReason.MALFORMED_MESSAGE,
  );
}

/** Creates the error for a stream that ended within a message: INVALID_ARGUMENT, `MALFORMED_MESSAGE`. */
export function messageIncomplete(): ConnectError {
  return malformedMessage("the stream ended within a message");
}

/**
 * Gives details to what Connect says, without any, of a request that it cannot read. Every error of
 * Modelwire's own has some.
 */
export function explained(error: ConnectError): ConnectError {
  if (error.details.length > 0) return error;
  const isUnread =
    error.code === Code.InvalidArgument ||
    (error.code === Code.Internal && error.rawMessage.startsWith("parse binary: "));
  return isUnread ? malformedMessage(error.rawMessage) : error;
}

/** Creates the error for a call that there is no room for: RESOURCE_EXHAUSTED, `SERVER_BUSY`. */
export function serverBusy(what: string): ConnectError {
  return withRetry(withReason(what, Code.ResourceExhausted, ErrorReason.SERVER_BUSY));
}

/** Creates the error for a caller that does not send or does not read: ABORTED, `CALLER_TOO_SLOW`. */
export function callerTooSlow(what: string): ConnectError {
  return withReason(what, Code.Aborted, ErrorReason.CALLER_TOO_SLOW);
}

function withRetry(error: ConnectError): ConnectError {
  error.details.push({ desc: RetryInfoSchema, value: { retryDelay: durationFromMs(RETRY_MS) } });
  return error;
}

function withReason(message: string, code: Code, reason: ErrorReason): ConnectError {
  const value = { reason: ErrorReason[reason], domain: "modelwire" };
  return new ConnectError(message, code, undefined, [{ desc: ErrorInfoSchema, value }]);
}
