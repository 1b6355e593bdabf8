import type { Meter } from "@opentelemetry/api";
import { counter } from "./meter.ts";

const listeners = ["grpc", "http"] as const;
const refusals = ["limit", "handshake", "certificate", "pings"] as const;

/** What is told of what a listener refuses. */
export interface ListenerTold {
  connectionRefused(why: (typeof refusals)[number]): void;
  callStalled(): void;
}

/** Creates what counts the refusals of both listeners. */
export function createListenerMetrics(
  meter: Meter,
): (listener: (typeof listeners)[number]) => ListenerTold {
  const refused = counter(
    meter,
    "modelwire_connections_refused",
    "Connections that were refused, or told to end",
    listeners.flatMap((listener) =>
      refusals
        .filter((reason) => listener === "grpc" || reason !== "pings")
        .map((reason) => ({ listener, reason })),
    ),
  );
  const stalled = counter(
    meter,
    "modelwire_rpc_stalled",
    "Calls that were ended because their callers sent or took nothing",
    listeners.map((listener) => ({ listener })),
  );
  return (listener) => ({
    connectionRefused: (reason) => refused({ listener, reason }),
    callStalled: () => stalled({ listener }),
  });
}
