import { expect, test } from "vitest";
import { readConfig } from "../config/config.ts";
import { openSpan } from "../tracing.ts";
import { createLog } from "./log.ts";

function logWith(environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const config = readConfig({ MODELWIRE_LOG_LEVEL: "trace", ...environment });
  const log = createLog(config, { write: (line) => void lines.push(line) });
  return { log, lines, read: () => lines.map((line) => JSON.parse(line)) };
}

test("an error has its text, code, stack and causes in the log, and no other field", () => {
  const { log, lines, read } = logWith();
  const cause = Object.assign(new Error("inner"), { code: "23505", detail: "Key (x)=(hunter2)" });
  log.warn(
    { err: Object.assign(new TypeError("outer", { cause }), { body: "hunter2" }) },
    "failed",
  );
  expect(read()[0].err).toMatchObject({
    type: "TypeError",
    message: "outer",
    cause: { type: "Error", message: "inner", code: "23505" },
  });
  expect(lines.join()).not.toContain("hunter2");
});

test("what is under the name of a secret is withheld", () => {
  const { log, read } = logWith();
  log.info({ password: "hunter2", headers: { authorization: "Bearer hunter2" } });
  expect(read()[0]).toMatchObject({
    password: "[withheld]",
    headers: { authorization: "[withheld]" },
  });
});

test("the secrets of the configuration are withheld wherever they stand", () => {
  const key = Buffer.alloc(32, 3).toString("base64");
  const { log, lines } = logWith({
    MLFLOW_TRACKING_USERNAME: "modelwire",
    MLFLOW_TRACKING_PASSWORD: 'hunter2"\\',
    DATABASE_URL: "postgresql://modelwire:p%40ssword@db/modelwire",
    MODELWIRE_WEBHOOK_PROXY: "http://user:proxysecret@proxy:3128",
    MODELWIRE_SECRET_KEYS: `k1:${key}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=collectorsecret",
  });
  const basic = Buffer.from('modelwire:hunter2"\\').toString("base64");
  const secrets = [
    'hunter2"\\',
    "p@ssword",
    "p%40ssword",
    "proxysecret",
    key,
    "collectorsecret",
    basic,
  ];
  for (const secret of secrets) {
    log.info({ said: `it was ${secret}`, err: new Error(`and ${secret}`) }, `so ${secret}`);
  }
  for (const secret of secrets) {
    expect(lines.join()).not.toContain(secret);
    expect(lines.join()).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

test("a line that is written for a call has the ids of the call", () => {
  const { log, read } = logWith();
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const span = openSpan("call", { parent: `00-${traceId}-00f067aa0ba902b7-01` }, "r-1");
  span.run(() => log.info("inside"));
  log.info("outside");
  expect(read()).toMatchObject([{ request_id: "r-1", trace_id: traceId }, {}]);
  expect(read()[1]).not.toHaveProperty("request_id");
});
