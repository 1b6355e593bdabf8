import { Code, ConnectError } from "@connectrpc/connect";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";

/** A field of a request that does not hold what it must. */
export interface FieldViolation {
  /** Path of the field, such as `metrics[0].value`. */
  field: string;
  /** What would be right. */
  description: string;
}

/** What an error of Modelwire says, for programs. */
export interface ErrorFacts {
  code: Code;
  /** Why; UNSPECIFIED for a reason that this copy of the contract does not know. */
  reason: ErrorReason;
  /** The reason as the server said it, such as `MODEL_NOT_FOUND`. */
  reasonName: string;
  /** What the contract says of the reason's metadata. */
  metadata: Record<string, string>;
  /** Every field that is wrong, for INVALID_FIELD. */
  fieldViolations: FieldViolation[];
  /** After how many milliseconds a repeat is worth it; undefined where the server does not say. */
  retryAfterMs: number | undefined;
}

/**
 * Reads what an error of a call says. Undefined where the error is not of Modelwire, such as one
 * of the network.
 */
export function errorFacts(error: unknown): ErrorFacts | undefined {
  if (!(error instanceof ConnectError)) return undefined;
  const info = error.findDetails(ErrorInfoSchema)[0];
  if (info?.domain !== "modelwire") return undefined;
  const { reason: reasonName, metadata } = info;
  return {
    code: error.code,
    reason: ErrorReason[reasonName as keyof typeof ErrorReason] ?? ErrorReason.UNSPECIFIED,
    reasonName,
    metadata,
    fieldViolations: error
      .findDetails(BadRequestSchema)
      .flatMap((detail) => detail.fieldViolations)
      .map(({ field, description }) => ({ field, description })),
    retryAfterMs: retryAfterMs(error),
  };
}

/** Gives the reason that an error carries as the server said it, such as `UPLOAD_NOT_FOUND`. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof ConnectError)) return undefined;
  return error.findDetails(ErrorInfoSchema)[0]?.reason;
}

/** What is used up for longer than this is a quota: to wait for it is for people to decide. */
const LONGEST_FULL_MS = 60_000;

/**
 * Gives the milliseconds after which the server says that a call is worth repeating
 * (`google.rpc.RetryInfo`), or undefined where it does not say so: UNAVAILABLE, or
 * RESOURCE_EXHAUSTED where that is over within a minute, as of a server that is full.
 */
export function retryAfterMs(error: unknown): number | undefined {
  if (!(error instanceof ConnectError)) return undefined;
  const isFull = error.code === Code.ResourceExhausted;
  if (!isFull && error.code !== Code.Unavailable) return undefined;
  const delay = error.findDetails(RetryInfoSchema)[0]?.retryDelay;
  if (!delay) return undefined;
  const delayMs = Number(delay.seconds) * 1000 + delay.nanos / 1e6;
  return isFull && delayMs > LONGEST_FULL_MS ? undefined : delayMs;
}
