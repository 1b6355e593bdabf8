import type { Interceptor, StreamRequest } from "@connectrpc/connect";
import type { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../../error.ts";
import type { Authenticator, Credentials } from "../../identity/authenticator.ts";
import { requireScope } from "../../identity/caller.ts";
import { until } from "../../registry/until.ts";

/** With the second for which a key is remembered, a stream ends within two. */
const LOOK_EVERY_MS = 500;

/** What makes a call, from inside of an interceptor. */
type Next = Parameters<Interceptor>[0];

/** What the right to a stream rests on. */
export interface Grounds {
  authenticator: Authenticator;
  credentials: Credentials;
  scope: Scope;
}

/** Ends streams whose callers have lost the right to them. */
export interface Revocation {
  /** Makes a streaming call that ends when its grounds do not hold any more. */
  guard(request: StreamRequest, next: Next, grounds: Grounds): ReturnType<Next>;
}

interface Watched extends Grounds {
  end(error: ModelwireError): void;
}

/** Creates what ends streams. It looks only while there are some, once for all of one caller. */
export function createRevocation(): Revocation {
  // By the header, or by the certificate of a connection.
  const open = new Map<unknown, Set<Watched>>();
  let isLooking = false;

  function watch(stream: Watched): () => void {
    const key = stream.credentials.authorization ?? stream.credentials.certificate;
    const same = open.get(key) ?? new Set();
    open.set(key, same.add(stream));
    if (!isLooking) lookSoon();
    return () => {
      same.delete(stream);
      if (same.size === 0 && open.get(key) === same) open.delete(key);
    };
  }

  function lookSoon(): void {
    isLooking = true;
    setTimeout(look, LOOK_EVERY_MS).unref();
  }

  async function look(): Promise<void> {
    await Promise.all([...open.values()].map(lookAt));
    isLooking = false;
    if (open.size > 0) lookSoon();
  }

  return {
    async guard(request, next, grounds) {
      const ending = new AbortController();
      const leave = watch({ ...grounds, end: (error) => ending.abort(error) });
      request.signal.addEventListener("abort", leave, { once: true });
      const signal = AbortSignal.any([request.signal, ending.signal]);
      const why = () => ending.signal.reason as Error;
      try {
        // What has begun goes on by itself where it does not look at its signal.
        const response = await until(next({ ...request, signal }), ending.signal, why);
        if (!response.stream) return response;
        return { ...response, message: untilEnded(response.message, ending.signal, why) };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

/** Looks whether the caller of streams may still have them. */
async function lookAt(streams: ReadonlySet<Watched>): Promise<void> {
  const [first] = streams;
  if (!first) return;
  try {
    const caller = await first.authenticator.authenticate(first.credentials);
    for (const { scope, end } of streams) {
      try {
        if (caller) requireScope(caller, scope);
      } catch (error) {
        if (error instanceof ModelwireError) end(error);
      }
    }
  } catch (error) {
    // Where nobody can tell now, what was accepted goes on.
    if (!(error instanceof ModelwireError)) return;
    if (error.reason !== ErrorReason.CREDENTIALS_INVALID) return;
    for (const { end } of streams) end(error);
  }
}

async function* untilEnded<T>(
  messages: AsyncIterable<T>,
  signal: AbortSignal,
  why: () => Error,
): AsyncGenerator<T> {
  const iterator = messages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await until(iterator.next(), signal, why);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: it may wait for a message that is still to come.
    iterator.return?.().catch(() => {});
  }
}
