import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Meter } from "@opentelemetry/api";
import { gauge } from "./meter.ts";
import { version } from "./version.ts";

const RESOLUTION_MS = 10;

/** Measures the process, under the names that Prometheus' client libraries use; gives how to stop. */
export function measureProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  gauge(
    meter,
    "modelwire_event_loop_delay_seconds",
    "How much later than it should the event loop came to its timers, since the last scrape",
    (result) => {
      for (const quantile of [0.5, 0.99, 1]) {
        // What it measures is the time between two timers, not how late the second is.
        const ns = quantile === 1 ? delay.max : delay.percentile(quantile * 100);
        const lateMs = delay.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS);
        result.observe(lateMs / 1000, { quantile: String(quantile) });
      }
      delay.reset();
    },
  );
  gauge(meter, "process_resident_memory_bytes", "Memory of the process", (result) =>
    result.observe(process.memoryUsage.rss()),
  );
  gauge(meter, "nodejs_heap_size_used_bytes", "Heap that is in use", (result) =>
    result.observe(process.memoryUsage().heapUsed),
  );
  gauge(meter, "process_start_time_seconds", "When the process began, since 1970", (result) =>
    result.observe(Math.round((Date.now() - process.uptime() * 1000) / 1000)),
  );
  meter
    .createObservableCounter("process_cpu_seconds", {
      description: "Processor time of the process",
    })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / 1e6);
    });
  gauge(meter, "modelwire_build_info", "1, with what runs", (result) =>
    result.observe(1, { version, node: process.versions.node }),
  );
  return () => delay.disable();
}
