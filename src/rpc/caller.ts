import { createContextKey, type HandlerContext } from "@connectrpc/connect";
import { anybody, type Caller } from "../identity/caller.ts";

/** Holds who calls, in the context of a call. */
export const callerKey = createContextKey<Caller>(anybody, {
  description: "who calls, and what it may do",
});

/** Makes the context of a service one of the caller's own: what is done with it, the caller does. */
export function asCaller<T extends { caller: Caller }>(
  context: T,
  { values }: Pick<HandlerContext, "values">,
): T {
  return { ...context, caller: values.get(callerKey) };
}
