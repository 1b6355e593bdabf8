import { Code, ConnectError } from "@connectrpc/connect";
import { reasonOf } from "./errors.ts";

/**
 * What Connect makes of a connection that breaks, in the words of Node or as a stream that is
 * reset: ECONNRESET is Aborted, EPIPE is Internal, and a connection of HTTP/2 that closes is
 * Canceled. Modelwire gives a reason with each of them.
 */
const lossCodes = new Set([Code.Aborted, Code.Canceled, Code.Internal, Code.Unknown]);

/** A stream that ended too early, and in good order. Connect calls it an invalid argument. */
const cutShort = /protocol error: (missing EndStreamResponse|incomplete envelope)$/;

/** A message that cannot be decoded: it comes again however often it is asked for. */
const unreadable = /\bparse binary: /;

/**
 * Tells a loss of the connection, or of the server behind it, from an answer. An end that the
 * caller has asked for looks like one: look at its signal first.
 */
export function isLoss(error: unknown): boolean {
  if (!(error instanceof ConnectError)) return false;
  const { code, rawMessage } = error;
  if (code === Code.Unavailable) return true;
  if (reasonOf(error) !== undefined) return false;
  if (code === Code.InvalidArgument) return cutShort.test(rawMessage);
  return lossCodes.has(code) && !unreadable.test(rawMessage);
}
