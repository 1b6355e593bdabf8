import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";

/** Names a field of a request, by its proto path, and what would be right there. */
export interface FieldViolation {
  /** Path in proto names, such as `package.files[2].path`. */
  field: string;
  /** What would be right, in words. */
  description: string;
}

/** Names what was looked for, for `google.rpc.ResourceInfo`. */
export interface Resource {
  /** Such as `model_version`. */
  type: string;
  /** Such as `lead_scoring/3`. */
  name: string;
}

/** Names what stands in the way of a call, for `google.rpc.PreconditionFailure`. */
export interface Precondition {
  /** What it is about, such as `inputs.age.type`. */
  subject: string;
  /** What is wrong with it, in words. */
  description: string;
}

/** Holds what a program needs beside the message of a {@link ModelwireError}. */
export interface ErrorParts {
  /** Values for `google.rpc.ErrorInfo.metadata`. */
  metadata?: Record<string, string>;
  /** Every field that does not hold what it must. */
  violations?: readonly FieldViolation[];
  /** When a repeat makes sense. */
  retryAfterMs?: number;
  /** What was not found. */
  resource?: Resource;
  /** Everything that stands in the way. */
  preconditions?: readonly Precondition[];
  /** The error behind this one: it goes to the log, never to the caller. */
  cause?: unknown;
}

/** Says why something could not be done, with a reason that is part of the contract. */
export class ModelwireError extends Error {
  override readonly name = "ModelwireError";
  readonly reason: ErrorReason;
  readonly metadata: Record<string, string>;
  readonly violations: readonly FieldViolation[];
  readonly retryAfterMs: number | undefined;
  readonly resource: Resource | undefined;
  readonly preconditions: readonly Precondition[];

  constructor(reason: ErrorReason, message: string, parts: ErrorParts = {}) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.reason = reason;
    this.metadata = parts.metadata ?? {};
    this.violations = parts.violations ?? [];
    this.retryAfterMs = parts.retryAfterMs;
    this.resource = parts.resource;
    this.preconditions = parts.preconditions ?? [];
  }
}

/** Creates the error for fields that do not hold what they must; at least one is needed. */
export function invalidFields(violations: readonly FieldViolation[]): ModelwireError {
  const text = violations.map((v) => `${v.field}: ${v.description}`).join("; ");
  return new ModelwireError(ErrorReason.INVALID_FIELD, text, { violations });
}

/** Creates the error for one field that does not hold what it must. */
export function invalidField(field: string, description: string): ModelwireError {
  return invalidFields([{ field, description }]);
}

/** Gives the message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
