import { type Meter, SpanKind } from "@opentelemetry/api";
import { MlflowError } from "../mlflow/error.ts";
import type { MlflowObserver } from "../mlflow/observer.ts";
import { currentTraceparent, isTracing, type OpenSpan, traced } from "../tracing.ts";
import { durations } from "./meter.ts";

/** Creates what makes a client span of each call to MLflow, and times it. */
export function createMlflowObserver(meter: Meter): MlflowObserver {
  const duration = durations(
    meter,
    "modelwire_mlflow_call_duration_seconds",
    "Duration of calls to MLflow, each try for itself",
  );
  return {
    async call({ method, endpoint, host, port }, send) {
      const startMs = performance.now();
      let outcome = "error";
      const attempt = async (span?: OpenSpan) => {
        try {
          const answer = await send(traceHeaders());
          span?.set("http.response.status_code", answer.status);
          outcome = "ok";
          return answer;
        } catch (error) {
          if (error instanceof MlflowError) {
            outcome = error.failure;
            if (error.status !== undefined) span?.set("http.response.status_code", error.status);
            span?.fail(error.status === undefined ? error.failure : String(error.status));
          }
          throw error;
        }
      };
      try {
        if (!isTracing()) return await attempt();
        const attributes = {
          "http.request.method": method,
          "url.template": endpoint,
          "server.address": host,
          "server.port": port,
        };
        const description = { kind: SpanKind.CLIENT, attributes };
        return await traced(`${method} ${endpoint}`, description, attempt);
      } finally {
        duration(performance.now() - startMs, { method, endpoint, outcome });
      }
    },
  };
}

function traceHeaders(): Record<string, string> {
  const traceparent = currentTraceparent();
  return traceparent === undefined ? {} : { traceparent };
}
