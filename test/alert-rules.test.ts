import { beforeAll, expect, test } from "vitest";
import {
  buildEvaluator,
  evaluateRules,
  type RuleCase,
  type RuleSeries,
} from "./support/alert-rules.ts";
import { readAlertRules } from "./support/promql.ts";

/** The time to fetch and build Prometheus' engine, on a machine that has nothing of it yet. */
const BUILD_MS = 900_000;

const always = (name: string, start: number, labels = {}): RuleSeries => ({
  labels: { __name__: name, job: "modelwire", instance: "a", ...labels },
  start,
  step: 0,
});
const growing = (name: string, step: number, labels = {}): RuleSeries => ({
  ...always(name, 0, labels),
  step,
});

const mlflowCalls = "modelwire_mlflow_call_duration_seconds_count";
const calls = "modelwire_rpc_duration_seconds_count";
const attempts = "modelwire_webhook_attempt_duration_seconds_count";
const enabled = { endpoint_state: "enabled" };
const days = (count: number) => count * 86_400;

/** What each rule finds when all is ill, and when all is well. */
const cases: Record<string, { ill: RuleSeries[]; well: RuleSeries[] }> = {
  ModelwireDown: level("up", 0, 1),
  ModelwireDatabaseUnavailable: level("modelwire_db_up", 0, 1),
  ModelwireDatabaseConnectionsUsedUp: level("modelwire_db_waiting_queries", 3, 0),
  ModelwireMlflowUnreachable: share(mlflowCalls, { outcome: "timeout" }, { outcome: "ok" }),
  ModelwireMlflowCredentialsRefused: rate(mlflowCalls, { outcome: "credentials" }),
  ModelwireErrors: share(calls, { code: "internal" }, { code: "ok" }),
  ModelwireBusy: rate("modelwire_rpc_refused_total", { limit: "calls" }),
  ModelwireConnectionsRefused: rate("modelwire_connections_refused_total", { reason: "limit" }),
  ModelwireRegistrationsStuck: level("modelwire_registrations_oldest_pending_seconds", 1000, 60),
  ModelwireIndexLag: level("modelwire_index_lag_seconds", 700, 20),
  ModelwireDeliveriesWaitTooLong: level(
    "modelwire_webhook_oldest_waiting_seconds",
    2000,
    10,
    enabled,
  ),
  ModelwireDeliveriesFail: level("modelwire_webhook_failing_seconds", 4000, 60, enabled),
  ModelwireOwnEgressFails: rate(attempts, { reason: "proxy" }),
  ModelwireDeliveriesGivenUp: rate("modelwire_webhook_deliveries_total", { state: "failed" }),
  ModelwireEndpointDisabled: level("modelwire_webhook_endpoints", 1, 0, {
    endpoint_state: "disabled",
  }),
  ModelwireEventLoopBlocked: level("modelwire_event_loop_delay_seconds", 1, 0.01, {
    quantile: "0.99",
  }),
  ModelwireCertificateExpires: level(
    "modelwire_tls_certificate_expiry_timestamp_seconds",
    days(3),
    days(90),
  ),
  ModelwireCertificateUnusable: level("modelwire_tls_certificate_failing", 1, 0),
  ModelwireTracesLost: rate("modelwire_trace_spans_lost_total"),
};

function level(name: string, ill: number, well: number, labels = {}) {
  return { ill: [always(name, ill, labels)], well: [always(name, well, labels)] };
}

function rate(name: string, labels = {}) {
  return { ill: [growing(name, 1, labels)], well: [always(name, 5, labels)] };
}

function share(name: string, bad: object, good: object) {
  const mixed = (ofBad: number) => [growing(name, ofBad, bad), growing(name, 10, good)];
  return { ill: mixed(50), well: mixed(0.01) };
}

let isBuilt = false;
beforeAll(async () => {
  isBuilt = await buildEvaluator();
  if (isBuilt) return;
  process.stderr.write(
    "WARNING: there is no Go on the PATH, so the alert rules were NOT evaluated\n",
  );
}, BUILD_MS);

test("each rule gives an alert where all is ill, and none where all is well", async () => {
  if (!isBuilt) return;
  const alerts = (await readAlertRules()).map(({ alert }) => alert);
  expect(Object.keys(cases).toSorted()).toEqual(alerts.toSorted());
  const asked: RuleCase[] = alerts.flatMap((alert) => [
    { alert, series: cases[alert]?.ill ?? [] },
    { alert, series: cases[alert]?.well ?? [] },
  ]);
  const counts = await evaluateRules(asked);
  const found = alerts.map((alert, i) => [alert, ...counts.slice(2 * i, 2 * i + 2)]);
  expect(found).toEqual(alerts.map((alert) => [alert, 1, 0]));
});
