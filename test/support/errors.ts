import { inspect } from "node:util";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  PreconditionFailureSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";

/** What a caller learns of a failure, flat. */
export interface CallFailure {
  code: string;
  reason: string | undefined;
  metadata: Record<string, string>;
  message: string;
  fields: Record<string, string>;
  retries: boolean;
  resource: string | undefined;
  /** What stands in the way, by its subject. */
  preconditions: Record<string, string>;
}

/** Waits for a call to fail and gives what its caller learns. @throws Error where it does not fail */
export async function failureOf(call: Promise<unknown>): Promise<CallFailure> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return describeFailure(error);
  }
  throw new Error(`expected the call to fail; it answered ${inspect(answer).slice(0, 500)}`);
}

/** Gives what a caller learns of an error. */
export function describeFailure(thrown: unknown): CallFailure {
  const error = ConnectError.from(thrown);
  const [info] = error.findDetails(ErrorInfoSchema);
  const violations = error.findDetails(BadRequestSchema)[0]?.fieldViolations ?? [];
  const preconditions = error.findDetails(PreconditionFailureSchema)[0]?.violations ?? [];
  return {
    code: Code[error.code],
    reason: info?.reason,
    metadata: info?.metadata ?? {},
    message: error.rawMessage,
    fields: Object.fromEntries(violations.map(({ field, description }) => [field, description])),
    retries: error.findDetails(RetryInfoSchema).length > 0,
    preconditions: Object.fromEntries(
      preconditions.map(({ subject, description }) => [subject, description]),
    ),
    resource: error.findDetails(ResourceInfoSchema)[0]?.resourceName,
  };
}
