import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { retryAfterMs } from "../../clients/typescript/src/errors.ts";
import { PackageError } from "../../clients/typescript/src/package-files.ts";
import { messageOf } from "../error.ts";
import { plain } from "./output.ts";

/** What the command's exit code says. Shown in its help. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  invalid: 2,
  notFound: 3,
  conflict: 4,
  unavailable: 5,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with a text for people and an exit code. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Adds to an error what the person at the terminal can do now. */
export class HintedError extends Error {
  override readonly name = "HintedError";
  readonly hint: string;

  constructor(cause: unknown, hint: string) {
    super(messageOf(cause), { cause });
    this.hint = hint;
  }
}

/** Creates the error for an argument, an option or a file that is not what it must be. */
export function invalid(message: string): CliError {
  return new CliError(message, exitCodes.invalid);
}

/** Gives the exit code that says what kind of failure `error` is. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof HintedError) return exitCodeOf(error.cause);
  if (error instanceof CliError) return error.exitCode;
  if (error instanceof PackageError) return error.changed ? exitCodes.conflict : exitCodes.invalid;
  if (retryAfterMs(error) !== undefined) return exitCodes.unavailable;
  return error instanceof ConnectError ? exitCodeOfStatus(error.code) : exitCodes.failed;
}

function exitCodeOfStatus(code: Code): ExitCode {
  switch (code) {
    case Code.InvalidArgument:
    case Code.OutOfRange:
      return exitCodes.invalid;
    case Code.NotFound:
      return exitCodes.notFound;
    case Code.AlreadyExists:
    case Code.FailedPrecondition:
    case Code.Aborted:
      return exitCodes.conflict;
    case Code.Unavailable:
    case Code.DeadlineExceeded:
      return exitCodes.unavailable;
    case Code.Canceled:
    case Code.Unknown:
    case Code.PermissionDenied:
    case Code.ResourceExhausted:
    case Code.Unimplemented:
    case Code.Internal:
    case Code.DataLoss:
    case Code.Unauthenticated:
      return exitCodes.failed;
  }
}

/**
 * Renders an error for standard error: `error: ` and the message, then on lines of their own
 * each field that is wrong, the reason of the contract, what the server tells beside it, and
 * when to try again.
 */
export function renderError(error: unknown): string {
  if (error instanceof HintedError) return `${renderError(error.cause)}\n${error.hint}`;
  const connect = error instanceof ConnectError ? error : undefined;
  const info = connect?.findDetails(ErrorInfoSchema)[0];
  const violations = (connect?.findDetails(BadRequestSchema) ?? [])
    .flatMap((detail) => detail.fieldViolations)
    .map(({ field, description }) => `${field}: ${description}`);
  const message = connect ? messageOfStatus(connect) : messageOf(error);
  // The message of a server is its violations joined: they follow a line each.
  const repeats = violations.length > 0 && message === violations.join("; ");
  const details = [
    ...violations,
    ...(info ? [`reason: ${info.reason}`] : []),
    ...Object.entries(info?.metadata ?? {}).map(([key, value]) => `${key}: ${value}`),
  ];
  const delayMs = retryAfterMs(error);
  if (delayMs !== undefined)
    details.push(`try again in ${Math.max(1, Math.ceil(delayMs / 1000))} s`);
  const lines = repeats ? ["the request is not valid"] : message.split("\n");
  return `error: ${[...lines, ...details].map(plain).join("\n  ")}`;
}

/** Says in our words what Connect itself says of a call that this side ended. */
function messageOfStatus(error: ConnectError): string {
  const ours = error.details.length === 0;
  if (ours && error.code === Code.DeadlineExceeded) {
    return "no answer in time; --timeout <seconds> waits longer";
  }
  return ours && error.code === Code.Canceled ? "interrupted" : error.rawMessage;
}
