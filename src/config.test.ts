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

test("a variable that is set but empty counts as not set", () => {
  expect(
    readConfig({ DATABASE_URL: "", MLFLOW_TRACKING_URI: "" }).mlflow.trackingUri,
  ).toBeUndefined();
});
