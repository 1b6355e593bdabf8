import type { ContextValues, Interceptor, UnaryRequest } from "@connectrpc/connect";
import { keyOfIdentity } from "../../identity/caller.ts";
import { callerKey } from "../../rpc/caller.ts";
import { followMessages } from "../../rpc/follow-messages.ts";
import { waitsForOthers } from "../../rpc/waits-for-others.ts";
import type { Admission } from "../admission.ts";
import { peerAddressKey } from "../peer-address.ts";
import type { CallKind } from "../waiting-lines.ts";

/**
 * Creates the interceptor that has calls wait for their turn, and refuses streams that are too
 * many. It belongs behind what makes sure who calls, and before everything that is work.
 */
export function createAdmissionInterceptor(admission: Admission): Interceptor {
  return (next) => async (request) => {
    const caller = callerOf(request.contextValues);
    if (!request.stream) {
      const leave = await admission.enterCall(caller, kindOf(request), request.signal);
      try {
        return await next(request);
      } finally {
        leave();
      }
    }
    const leave = admission.enterStream(caller);
    try {
      const response = await next(request);
      if (!response.stream) throw new TypeError("expected a stream to be answered by one");
      const message = followMessages(response.message, request.signal, { onEnd: leave });
      return { ...response, message };
    } catch (error) {
      leave();
      throw error;
    }
  };
}

/** Tells callers apart: by who they are, or where nobody has to say it, by where they call from. */
function callerOf(values: ContextValues): string {
  const { identity } = values.get(callerKey);
  return identity ? keyOfIdentity(identity) : values.get(peerAddressKey);
}

function kindOf({ method, message }: UnaryRequest): CallKind {
  return waitsForOthers(method, message) ? "remote" : "local";
}
