import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("an empty environment gives defaults that work beside a local MLflow", () => {
  const config = readConfig({});
  expect(config.httpListen).toBe("127.0.0.1:8080");
  expect(config.databaseUrl).toMatch(/^sqlite:\/.*modelwire\.db$/);
  expect(config.mlflow.trackingUri).toBeUndefined();
});

test("a misspelt setting is refused with the nearest right name", () => {
  expect(() => readConfig({ MODELWIRE_HTTP_LISTN: "x" })).toThrow(
    "MODELWIRE_HTTP_LISTN: no such setting; did you mean MODELWIRE_HTTP_LISTEN?",
  );
});

test("every wrong setting is named at once", () => {
  const read = () =>
    readConfig({
      MODELWIRE_GRPC_LISTEN: "nowhere",
      MODELWIRE_MAX_MESSAGE_BYTES: "many",
      DATABASE_URL: "mysql://x",
      MLFLOW_TRACKING_URI: "file:/x",
    });
  expect(read).toThrow(/MODELWIRE_GRPC_LISTEN: expected host:port/);
  expect(read).toThrow(/MODELWIRE_MAX_MESSAGE_BYTES: expected a whole number/);
  expect(read).toThrow(/DATABASE_URL: expected postgresql/);
  expect(read).toThrow(/MLFLOW_TRACKING_URI: expected an http or https URL/);
});

test.each([
  ["MODELWIRE_EVENT_RETENTION_MS", " ", "expected a whole number from 0 to 315360000000"],
  ["MODELWIRE_WEBHOOK_DISABLE_AFTER_MS", "\t", "expected a whole number from 0"],
  ["MODELWIRE_MAX_STREAMS", "1e3", "expected a whole number from 1 to 100000"],
  ["MODELWIRE_MAX_STREAMS", "0x10", "expected a whole number"],
  ["MODELWIRE_MAX_STREAMS", "-5", "expected a whole number from 1"],
  ["MODELWIRE_MAX_STREAMS", "99999999999999999999", "expected a whole number from 1 to 100000"],
  ["OTEL_TRACES_SAMPLER_ARG", " ", "expected a number from 0 to 1"],
  ["MODELWIRE_GRPC_LISTEN", "127.0.0.1:99999", "expected a port up to 65535"],
  ["DATABASE_URL", "sqlite:", "expected postgresql://… or sqlite:<path>"],
  ["MLFLOW_TRACKING_INSECURE_TLS", "yes", "expected true, false, 1 or 0"],
  ["MODELWIRE_OIDC_SCOPES", "a=read,a=admin", "expected each value once, but found a again"],
])("%s=%j is refused, and what would be right is said", (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: ${message}`);
});

test("a number may have spaces around it, as files of settings bring them along", () => {
  expect(readConfig({ MODELWIRE_MAX_STREAMS: " 12\r" }).maxStreams).toBe(12);
});

test.each([
  ["1", true],
  ["True", true],
  ["0", false],
  ["FALSE", false],
])("MLflow's own yes and no, %s, means what it means to MLflow's client", (text, means) => {
  expect(readConfig({ MLFLOW_TRACKING_INSECURE_TLS: text }).mlflow.insecureTls).toBe(means);
});

test("calls hold eight messages of the largest size, where nothing else is said", () => {
  const settings = { MODELWIRE_MAX_MESSAGE_BYTES: "2000" };
  expect(readConfig(settings).maxBufferedBytes).toBe(16_000);
  expect(readConfig({ ...settings, MODELWIRE_MAX_BUFFERED_BYTES: "5000" }).maxBufferedBytes).toBe(
    5000,
  );
});

test("a variable that is set but empty counts as not set", () => {
  expect(
    readConfig({ DATABASE_URL: "", MLFLOW_TRACKING_URI: "" }).mlflow.trackingUri,
  ).toBeUndefined();
});
