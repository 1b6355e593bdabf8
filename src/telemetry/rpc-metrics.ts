import type { Meter } from "@opentelemetry/api";
import type { CallListener } from "./calls.ts";
import { counter, durations } from "./meter.ts";

/** What is measured of calls. */
export interface RpcMetrics {
  /** Counts and times calls, by RPC, protocol and code. */
  listen: CallListener;
}

/** Creates what measures calls. */
export function createRpcMetrics(meter: Meter): RpcMetrics {
  const duration = durations(
    meter,
    "modelwire_rpc_duration_seconds",
    "Duration of calls, until the last message of the answer",
  );
  const running = meter.createUpDownCounter("modelwire_rpc_running", {
    description: "Calls that run now",
  });
  running.add(0);
  const failed = counter(meter, "modelwire_rpc_errors", "Calls that ended with an error", [
    { service: "", method: "", code: "resource_exhausted", reason: "SERVER_BUSY" },
  ]);
  return {
    listen({ service, method, protocol }) {
      running.add(1);
      return ({ code, reason, durationMs }) => {
        running.add(-1);
        duration(durationMs, { service, method, protocol, code });
        if (code !== "ok") failed({ service, method, code, reason: reason ?? "" });
      };
    },
  };
}
