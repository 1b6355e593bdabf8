import { expect, test } from "vitest";
import { readConfig } from "../config/config.ts";
import { authorizationOf, createWithholding } from "./login.ts";

const uri = "http://mlflow.example.com";
const inUri = "http://someone:p%40ssword@mlflow.example.com";
const named = { MLFLOW_TRACKING_USERNAME: "modelwire", MLFLOW_TRACKING_PASSWORD: "hunter2" };
const token = { MLFLOW_TRACKING_TOKEN: "a-token" };
const of = (MLFLOW_TRACKING_URI: string, more: Record<string, string> = {}) =>
  readConfig({ MLFLOW_TRACKING_URI, ...more }).mlflow;
const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});

test("MLflow is told who calls as its own client tells it", () => {
  expect(authorizationOf(of(uri))).toEqual({});
  expect(authorizationOf(of(uri, token))).toEqual({ authorization: "Bearer a-token" });
  expect(authorizationOf(of(uri, { ...token, ...named }))).toEqual(basic("modelwire:hunter2"));
  expect(authorizationOf(of(inUri, { ...token, ...named }))).toEqual(basic("someone:p@ssword"));
});

test("what MLflow repeats of it is withheld, in whatever form", () => {
  const { authorization = "" } = authorizationOf(of(inUri));
  const withheld = createWithholding(of(inUri));
  expect(withheld(`no: ${authorization}, p@ssword, p%40ssword`)).toBe(
    "no: Basic [withheld], [withheld], [withheld]",
  );
  const quoted = { MLFLOW_TRACKING_USERNAME: "modelwire", MLFLOW_TRACKING_PASSWORD: 'hun"ter2' };
  const json = JSON.stringify({ message: 'not with hun"ter2' });
  expect(createWithholding(of(uri, quoted))(json)).toBe('{"message":"not with [withheld]"}');
  expect(createWithholding(of(uri, token))("Bearer a-token")).toBe("Bearer [withheld]");
  const short = { MLFLOW_TRACKING_USERNAME: "modelwire", MLFLOW_TRACKING_PASSWORD: "no" };
  expect(createWithholding(of(uri, short))("no such run")).toBe("no such run");
});
