import type { Interceptor } from "@connectrpc/connect";
import type { Tracer } from "@opentelemetry/api";
import type { Logger } from "pino";
import { errorInterceptor } from "../../rpc/error-interceptor.ts";
import type { CallListener } from "../../telemetry/calls.ts";
import { createCallLog } from "./logging.ts";
import { createCallObserver } from "./observe-calls.ts";

/** What hears of calls beside the log. */
interface Observing {
  calls: CallListener;
  tracer: Tracer | undefined;
}

/**
 * Creates what stands around every call of a service, the outermost first: a span, measures and
 * one line of log, and errors of the contract.
 * @param isDatabaseUnavailable says whether an error is the database's absence
 */
export function createServiceInterceptors(
  log: Logger,
  isDatabaseUnavailable: (error: unknown) => boolean,
  observing?: Observing,
): Interceptor[] {
  const listeners = [createCallLog(log), ...(observing ? [observing.calls] : [])];
  return [
    createCallObserver(listeners, observing?.tracer),
    errorInterceptor(log, isDatabaseUnavailable),
  ];
}
