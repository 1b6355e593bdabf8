import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { createClients } from "./support/clients.ts";
import { type Exposition, scrape } from "./support/exposition.ts";
import { startFaultProxy } from "./support/fault-proxy.ts";
import { startModelwire } from "./support/modelwire.ts";
import { startOtlpReceiver } from "./support/otlp-receiver.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { readAlertRules, readDashboard, type Selector, selectorsOf } from "./support/promql.ts";
import { answerWith, startReceiver } from "./support/receiver.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";
import { startTlsModelwire } from "./support/tls-modelwire.ts";

const page = fileURLToPath(new URL("../docs/observability.md", import.meta.url));
const waiting = { timeout: 30_000, interval: 50 };
/** Names of models, secrets and the like, which no metric may have. */
const modelName = `lead-${randomUUID()}`;

let mlflow: OwnMlflow;
let database: TestDatabase;
const closing: (() => Promise<unknown>)[] = [];
let httpUrl: string;
let told: Exposition;

// On PostgreSQL and with traces, where there is most to tell.
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  closing.push(() => mlflow.stop());
  database = await createTestDatabase();
  closing.push(() => database.drop());
  const collector = await startOtlpReceiver();
  closing.push(() => collector.close());
  const modelwire = await startModelwire({
    databaseUrl: database.url,
    mlflowUrl: mlflow.url,
    reconcile: true,
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      MODELWIRE_RECONCILE_INTERVAL_MS: "300",
    },
  });
  closing.push(() => modelwire.stop());
  httpUrl = modelwire.httpUrl;
  // It is not tried again while it is being told of: each attempt would count.
  const failing = answerWith(500, { "retry-after": "3600" });
  const [well, ill] = [await startReceiver(), await startReceiver(failing)];
  closing.push(
    () => well.close(),
    () => ill.close(),
  );
  const clients = createClients(httpUrl);
  await clients.webhooks.createEndpoint({ url: well.url });
  await clients.webhooks.createEndpoint({ url: ill.url });
  // What is registered is not for a site, which its delivery says at the commit.
  await clients.webhooks.createEndpoint({ url: well.url, format: BodyFormat.SITE_FLAT });
  await register(clients, newRequest(modelName));
  await clients.registry.getModelByUuid({ modelUuid: `m-${"0".repeat(32)}` }).catch(() => {});
  await vi.waitFor(async () => {
    told = await scrape(httpUrl);
    const attempts = "modelwire_webhook_attempt_duration_seconds_count";
    expect(told.sum(attempts, { reason: "ok" })).toBe(1);
    expect(told.sum(attempts, { reason: "status_5xx" })).toBe(1);
    expect(told.sum("modelwire_webhook_waiting", { endpoint_state: "enabled" })).toBe(1);
    expect(told.sum("modelwire_webhook_endpoints_failing")).toBe(1);
    expect(told.sum("modelwire_index_complete")).toBe(1);
  }, waiting);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** Those that are not there without TLS, or before a call had to wait. */
const elsewhere = [
  "modelwire_rpc_wait_duration_seconds",
  "modelwire_tls_certificate_expiry_timestamp_seconds",
  "modelwire_tls_certificate_failing",
];

/** Lists the metrics of the page, with their types and labels. */
async function documented(): Promise<Map<string, { type: string; labels: string[] }>> {
  const rows = (await readFile(page, "utf8")).matchAll(
    /^\| `([a-z_]+)` +\| (counter|gauge|histogram) +\| (.*?) +\|/gm,
  );
  return new Map(
    [...rows].map(([, name = "", type = "", labels = ""]) => [
      name,
      { type, labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label = ""]) => label) },
    ]),
  );
}

describe("/metrics", () => {
  test("has what the page says, each of its type and with its labels, and nothing else", async () => {
    const known = await documented();
    const there = [...known.keys()].filter((name) => !elsewhere.includes(name));
    expect([...told.types.keys()].toSorted()).toEqual(there.toSorted());
    for (const [name, type] of told.types) {
      expect(`${name} ${type}`).toBe(`${name} ${known.get(name)?.type}`);
    }
    for (const { name, labels } of told.samples) {
      const metric = name.replace(/_(bucket|count|sum)$/, "");
      const own = known.get(name) ?? known.get(metric);
      const names = Object.keys(labels).filter((label) => label !== "le");
      expect(names.toSorted(), name).toEqual(own?.labels.toSorted());
    }
  });

  test("counts what was done", () => {
    const registered = { method: "RegisterBaseline", protocol: "connect", code: "ok" };
    expect(told.sum("modelwire_rpc_duration_seconds_count", registered)).toBe(1);
    const missed = { method: "GetModelByUuid", code: "not_found" };
    expect(told.sum("modelwire_rpc_errors_total", missed)).toBe(1);
    const created = { endpoint: "/api/2.0/mlflow/model-versions/create", outcome: "ok" };
    expect(told.sum("modelwire_mlflow_call_duration_seconds_count", created)).toBe(1);
    expect(told.sum("modelwire_registrations_total", { end: "registered" })).toBe(1);
    const type = "modelwire.model.registered";
    expect(told.sum("modelwire_events_committed_total", { type })).toBe(1);
    expect(told.sum("modelwire_webhook_deliveries_total", { state: "delivered" })).toBe(1);
    expect(told.sum("modelwire_webhook_deliveries_total", { state: "skipped" })).toBe(1);
    expect(told.sum("modelwire_webhook_endpoints", { endpoint_state: "enabled" })).toBe(3);
    expect(told.sum("modelwire_webhook_endpoints_failing")).toBe(1);
    expect(told.sum("modelwire_db_query_duration_seconds_count")).toBeGreaterThan(10);
    expect(told.sum("modelwire_db_up")).toBe(1);
    expect(told.sum("modelwire_rpc_running")).toBe(0);
  });

  test("has no names, ids or addresses in its labels", () => {
    expect(told.text).not.toContain(modelName);
    expect(told.text).not.toMatch(/127\.0\.0\.1|\bm-[0-9a-f]{8}|\b(evt|dlv|ep)_[0-9a-f]/);
  });

  test("of two servers in one process are each its own", async () => {
    const other = await startModelwire({});
    try {
      const { sum, types } = await scrape(other.httpUrl);
      expect(sum("modelwire_rpc_duration_seconds_count")).toBe(0);
      expect(sum("modelwire_registrations_total")).toBe(0);
      // SQLite has no pool, and nothing is traced here.
      expect(types.has("modelwire_db_connections")).toBe(false);
      expect(types.has("modelwire_trace_spans_lost_total")).toBe(false);
    } finally {
      await other.stop();
    }
  });

  test("tells of an MLflow and a collector that are away", async () => {
    const proxy = await startFaultProxy(mlflow.url);
    const modelwire = await startModelwire({
      mlflowUrl: proxy.url,
      environment: {
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
        OTEL_BSP_SCHEDULE_DELAY: "20",
      },
    });
    try {
      await proxy.down();
      const { registry } = createClients(modelwire.httpUrl);
      await registry.registerBaseline(newRequest()).catch(() => {});
      await expect
        .poll(async () => {
          const { sum } = await scrape(modelwire.httpUrl);
          const outcome = "unreachable";
          const unreachable = sum("modelwire_mlflow_call_duration_seconds_count", { outcome });
          return [unreachable, sum("modelwire_trace_spans_lost_total")].every((count) => count > 0);
        }, waiting)
        .toBe(true);
    } finally {
      await modelwire.stop();
      await proxy.close();
    }
  });

  test("is answered without the database, which it says is away", async () => {
    const own = await createTestDatabase();
    const modelwire = await startModelwire({ databaseUrl: own.url });
    try {
      await own.drop();
      await expect
        .poll(async () => (await scrape(modelwire.httpUrl)).sum("modelwire_db_up"), waiting)
        .toBe(0);
      const { types } = await scrape(modelwire.httpUrl);
      expect(types.has("modelwire_webhook_waiting")).toBe(false);
      expect(types.has("process_resident_memory_bytes")).toBe(true);
    } finally {
      await modelwire.stop();
    }
  });
});

describe("what asks for metrics", () => {
  /** Says what a selector asks for that is not there. */
  async function missing({ metric, labels }: Selector): Promise<string[]> {
    const known = await documented();
    const own = known.get(metric) ?? known.get(metric.replace(/_(bucket|count|sum)$/, ""));
    if (metric === "up") return [];
    if (!own) return [metric];
    // Prometheus adds the first two.
    const allowed = ["instance", "job", ...own.labels];
    return labels.filter((label) => !allowed.includes(label)).map((label) => `${metric}.${label}`);
  }

  test("are rules of PromQL with metrics and labels that there are, and words on what to do", async () => {
    const rules = await readAlertRules();
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, expr, labels, annotations } of rules) {
      const selectors = selectorsOf(expr);
      expect(selectors.length, alert).toBeGreaterThan(0);
      expect((await Promise.all(selectors.map(missing))).flat(), alert).toEqual([]);
      expect(labels.severity, alert).toMatch(/^(critical|warning|info)$/);
      expect(annotations.summary, alert).toMatch(/\S/);
      expect(annotations.description.length, alert).toBeGreaterThan(100);
    }
  });

  test("are panels of PromQL that show every metric of the page, and no other", async () => {
    const panels = await readDashboard();
    const shown = new Set<string>();
    for (const { title, expr } of panels) {
      for (const selector of selectorsOf(expr)) {
        expect(await missing(selector), title).toEqual([]);
        shown.add(selector.metric.replace(/_(bucket|count|sum)$/, ""));
      }
    }
    expect([...shown].toSorted()).toEqual([...(await documented()).keys()].toSorted());
  });

  test("what is no PromQL is noticed", () => {
    expect(() => selectorsOf("sum by (rate(x[5m])")).toThrow("no PromQL");
    expect(() => selectorsOf("x{a=b}")).toThrow("no PromQL");
  });

  test("tells of the certificate of the listeners, where there is one", async () => {
    const { modelwire, tls, stop } = await startTlsModelwire();
    closing.push(stop);
    const trusting = new Agent({ connect: { ca: tls.authority.cert } });
    closing.push(() => trusting.close());
    const { body } = await request(`${modelwire.httpUrl}/metrics`, { dispatcher: trusting });
    const text = await body.text();
    const expiry = /^modelwire_tls_certificate_expiry_timestamp_seconds (\S+)$/m.exec(text)?.[1];
    expect(Number(expiry) * 1000).toBeGreaterThan(Date.now());
    expect(text).toMatch(/^modelwire_tls_certificate_failing 0$/m);
  });
});
