import {
  type Code,
  ConnectError,
  type ConnectRouter,
  type HandlerContext,
} from "@connectrpc/connect";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { EchoService } from "../gen/modelwire/test/v1/echo_pb.js";

/** An implementation of the test service, and what it saw. */
export interface Echo {
  routes: (router: ConnectRouter) => void;
  seen: {
    /** Calls of Echo that wait now. */
    waiting: number;
    /** Reasons that calls of Echo were aborted with while they waited. */
    abortReasons: unknown[];
    /** Numbers that Count has handed over to be sent. */
    counted: number;
    /** Whether Count was ended before its last number. */
    countLeft: boolean;
    /** Messages that Sum has read. */
    summed: number;
    /** What reading the messages of Sum failed with. */
    sumFailures: unknown[];
    /** Contexts of all calls, in order. */
    contexts: HandlerContext[];
  };
  /** Lets Sum read on where a message told it to wait. */
  goOn(): void;
  /** Lets go of what it keeps of the calls so far. */
  forget(): void;
}

/** Creates the test service. It answers headers `x-in` and `x-in-bin` as headers and trailers. */
export function createEcho(): Echo {
  const seen: Echo["seen"] = {
    waiting: 0,
    abortReasons: [],
    counted: 0,
    countLeft: false,
    summed: 0,
    sumFailures: [],
    contexts: [],
  };
  const goOn = Promise.withResolvers<void>();
  const begin = (context: HandlerContext) => {
    seen.contexts.push(context);
    for (const name of ["x-in", "x-in-bin"]) {
      const value = context.requestHeader.get(name);
      if (value === null) continue;
      context.responseHeader.set(name.replace("in", "header"), value);
      context.responseTrailer.set(name.replace("in", "trailer"), value);
    }
  };
  const routes = (router: ConnectRouter) =>
    router.service(EchoService, {
      async echo(request, context) {
        begin(context);
        const timeoutMs = context.timeoutMs();
        if (request.failWith !== 0) throw failure(request.failWith);
        if (request.wait) {
          seen.waiting++;
          await aborted(context.signal);
          seen.waiting--;
          seen.abortReasons.push(context.signal.reason);
          throw context.signal.reason;
        }
        return { text: request.text, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
      },
      async *count(request, context) {
        begin(context);
        const padding = new Uint8Array(request.paddingBytes);
        let finished = false;
        try {
          for (let number = 1; number <= request.to; number++) {
            seen.counted = number;
            yield { number, padding };
          }
          finished = true;
        } finally {
          seen.countLeft = !finished;
        }
        if (request.failWith !== 0) throw failure(request.failWith);
      },
      async sum(requests, context) {
        begin(context);
        let sum = 0;
        try {
          for await (const request of requests) {
            seen.summed++;
            sum += request.number;
            if (request.failWith !== 0) throw failure(request.failWith);
            if (request.stop) break;
            if (request.wait) await goOn.promise;
          }
        } catch (error) {
          seen.sumFailures.push(error);
          throw error;
        }
        return { sum };
      },
      async *chat(requests, context) {
        begin(context);
        for await (const { text } of requests) yield { text: `${text}!` };
      },
    });
  const forget = () => {
    for (const kept of [seen.contexts, seen.abortReasons, seen.sumFailures]) kept.length = 0;
  };
  return { routes, seen, goOn: goOn.resolve, forget };
}

function failure(code: Code): ConnectError {
  const value = { reason: "TEST", domain: "modelwire", metadata: { key: "väl" } };
  return new ConnectError("it fails, naïvely", code, { "x-error": "yes" }, [
    { desc: ErrorInfoSchema, value },
  ]);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
