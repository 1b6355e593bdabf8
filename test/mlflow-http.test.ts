import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../src/mlflow/client.ts";
import { MlflowError } from "../src/mlflow/error.ts";

/** A request as it came. */
interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
  /** The same number for requests on one connection. */
  connection: number;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Starts something that answers instead of MLflow, and keeps what it was asked. */
async function startInstead(answer: Answer): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const connections = new Map<unknown, number>();
  const server = createServer(async (request, response) => {
    const connection = connections.get(request.socket) ?? connections.size;
    connections.set(request.socket, connection);
    const { method = "", url = "", headers } = request;
    const body = await text(request).catch(() => "");
    seen.push({ method, url, headers, body, connection });
    answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUps.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function clientOf(trackingUri: string, environment: Record<string, string> = {}): MlflowClient {
  const { mlflow } = readConfig({ MLFLOW_TRACKING_URI: trackingUri, ...environment });
  const client = createMlflowClient({ ...mlflow, trackingUri: mlflow.trackingUri ?? trackingUri });
  cleanUps.push(() => client.close());
  return client;
}

async function errorOf(work: Promise<unknown>): Promise<MlflowError> {
  const error = await work.then(
    (value) => new Error(`answered ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof MlflowError) return error;
  throw error;
}

const status =
  (code: number, body = "", headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(body);
const run = { info: { run_id: "r", experiment_id: "0" } };
const newRun = { experimentId: "0", runName: "r", startTime: 1, tags: {} };

test.each([
  [{}, undefined],
  [{ MLFLOW_TRACKING_TOKEN: "abc" }, "Bearer abc"],
  [
    { MLFLOW_TRACKING_USERNAME: "ü:ser", MLFLOW_TRACKING_PASSWORD: "pass:wörd" },
    `Basic ${Buffer.from("ü:ser:pass:wörd").toString("base64")}`,
  ],
  [{ MLFLOW_TRACKING_USERNAME: "u", MLFLOW_TRACKING_TOKEN: "abc" }, "Basic dTo="],
])("credentials %j are sent as %s with every call", async (environment, header) => {
  const { url, seen } = await startInstead(status(200, JSON.stringify({ run })));
  const mlflow = clientOf(url, environment);
  await mlflow.version();
  await mlflow.runs.create(newRun);
  await mlflow.artifacts.put("mlflow-artifacts:/0", "a", new Uint8Array(3));
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([header, header, header]);
});

test.each([401, 403])("an answer %i says that the credentials are wrong, once", async (code) => {
  const body = { error_code: "PERMISSION_DENIED", message: "Permission denied" };
  const { url, seen } = await startInstead(status(code, JSON.stringify(body)));
  const error = await errorOf(clientOf(url).runs.get("r"));
  expect(error).toMatchObject({
    failure: "credentials",
    status: code,
    errorCode: "PERMISSION_DENIED",
    mayHaveTakenEffect: false,
  });
  expect(seen).toHaveLength(1);
});

test("every body is sent with its length, never in chunks", async () => {
  const { url, seen } = await startInstead(status(200, JSON.stringify({ run })));
  const mlflow = clientOf(url);
  await mlflow.artifacts.put("mlflow-artifacts:/0", "empty", new Uint8Array());
  await mlflow.artifacts.put("mlflow-artifacts:/0", "large", new Uint8Array(300_000));
  await mlflow.runs.create({ ...newRun, runName: "ü" });
  await mlflow.modelVersions.delete("name", "1");
  expect(seen.map(({ method, headers }) => [method, headers["transfer-encoding"]])).toEqual([
    ["PUT", undefined],
    ["PUT", undefined],
    ["POST", undefined],
    ["DELETE", undefined],
  ]);
  expect(seen.map(({ headers }) => headers["content-length"])).toEqual([
    "0",
    "300000",
    String(Buffer.byteLength(seen[2]?.body ?? "")),
    String(Buffer.byteLength(seen[3]?.body ?? "")),
  ]);
  expect(seen[3]?.body).toBe('{"name":"name","version":"1"}');
  expect(seen[3]?.headers["content-type"]).toBe("application/json");
});

test("calls that follow each other go over connections that are kept", async () => {
  const { url, seen } = await startInstead(status(200, "3.4.0"));
  const mlflow = clientOf(url);
  for (let i = 0; i < 20; i++) await mlflow.version();
  expect(seen).toHaveLength(20);
  expect(new Set(seen.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
});

test("the path of the tracking URI comes before that of the call, and names are encoded", async () => {
  const { url, seen } = await startInstead(status(200, JSON.stringify({ run })));
  const mlflow = clientOf(`${url}/mlflow/`);
  await mlflow.runs.get("a b&c");
  await mlflow.artifacts.put("mlflow-artifacts:/0/x", "ü /100%#?.txt", new Uint8Array());
  expect(seen.map((request) => request.url)).toEqual([
    "/mlflow/api/2.0/mlflow/runs/get?run_id=a+b%26c",
    "/mlflow/api/2.0/mlflow-artifacts/artifacts/0/x/%C3%BC%20/100%25%23%3F.txt",
  ]);
});

test.each([429, 502, 503, 504])(
  "an answer %i to a read is asked again, three times",
  async (code) => {
    const { url, seen } = await startInstead(status(code, "", { "retry-after": "0" }));
    const error = await errorOf(clientOf(url).runs.get("r"));
    expect(error).toMatchObject({ failure: "unavailable", status: code, retryAfterMs: 0 });
    expect(seen).toHaveLength(3);
  },
);

test("a read that works the second time is an answer", async () => {
  let calls = 0;
  const { url } = await startInstead((response, request) =>
    ++calls === 1 ? status(503)(response, request) : status(200, "3.4.0")(response, request),
  );
  expect(await clientOf(url).version()).toBe("3.4.0");
});

test("what a create may have done is not done again, and what it surely did not is", async () => {
  const busy = await startInstead(status(503));
  const error = await errorOf(clientOf(busy.url).runs.create(newRun));
  expect(error).toMatchObject({ failure: "unavailable", mayHaveTakenEffect: true });
  expect(busy.seen).toHaveLength(1);

  const limited = await startInstead(status(429));
  const refused = await errorOf(clientOf(limited.url).runs.create(newRun));
  expect(refused).toMatchObject({ failure: "unavailable", mayHaveTakenEffect: false });
  expect(limited.seen).toHaveLength(3);

  const broken = await startInstead((response) => void response.destroy());
  const lost = await errorOf(clientOf(broken.url).runs.create(newRun));
  expect(lost).toMatchObject({ failure: "unreachable", mayHaveTakenEffect: true });
  expect(broken.seen).toHaveLength(1);
});

test("a connection that breaks is tried again for what changes nothing twice", async () => {
  const { url, seen } = await startInstead((response) => void response.destroy());
  const mlflow = clientOf(url);
  const read = await errorOf(mlflow.runs.get("r"));
  expect(read).toMatchObject({ failure: "unreachable", mayHaveTakenEffect: false });
  const end = await errorOf(mlflow.runs.end("r", "FINISHED", 1));
  expect(end).toMatchObject({ failure: "unreachable", mayHaveTakenEffect: true });
  expect(seen).toHaveLength(6);
});

test("an answer that stops in its middle is no answer", async () => {
  const { url } = await startInstead((response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"run":');
    setImmediate(() => response.destroy());
  });
  expect(await errorOf(clientOf(url).runs.get("r"))).toMatchObject({ failure: "unreachable" });
});

test("a server that takes its time is told from one that is not there", async () => {
  const { url, seen } = await startInstead(() => {});
  const slow = clientOf(url, { MODELWIRE_MLFLOW_TIMEOUT_MS: "1000" });
  const created = await errorOf(slow.runs.create(newRun));
  expect(created).toMatchObject({ failure: "timeout", mayHaveTakenEffect: true });
  expect(created.message).toContain("no answer within 1000 ms");
  expect(await errorOf(slow.runs.get("r"))).toMatchObject({ failure: "timeout" });
  expect(seen).toHaveLength(2);

  const { port } = new URL(url);
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  const gone = await errorOf(clientOf(`http://127.0.0.1:${port}`).runs.create(newRun));
  expect(gone).toMatchObject({ failure: "unreachable", mayHaveTakenEffect: false });
});

test.each([
  ["an HTML page", "<html><body>Welcome</body></html>", "not JSON"],
  ["no run", "{}", "run: "],
  ["a run without an id", '{"run":{"info":{}}}', "run.info.run_id: "],
  ["a list", "[]", ": "],
])("%s instead of a run is not MLflow's answer", async (_, body, why) => {
  const { url } = await startInstead(status(200, body));
  const read = await errorOf(clientOf(url).runs.get("r"));
  expect(read).toMatchObject({ failure: "unexpected", status: 200, mayHaveTakenEffect: false });
  expect(read.message).toContain(why);
  const created = await errorOf(clientOf(url).runs.create(newRun));
  expect(created).toMatchObject({ failure: "unexpected", mayHaveTakenEffect: true });
});

test("a page of 500 for a file that the listing has is a failure, not its absence", async () => {
  const files = [{ path: "a/b", is_dir: false, file_size: "1" }];
  const { url } = await startInstead((response, request) =>
    request.url?.includes("directories")
      ? status(200, JSON.stringify({ files }))(response, request)
      : status(500, "<h1>Internal Server Error</h1>")(response, request),
  );
  const { loggedModels } = clientOf(url);
  expect(await errorOf(loggedModels.readFile("m-1", "a/b"))).toMatchObject({ failure: "failed" });
  expect(await errorOf(loggedModels.readFile("m-1", "a/c"))).toMatchObject({
    failure: "not_found",
    status: 500,
  });
});

test("a page of 500 where the listing fails too is a failure", async () => {
  const { url } = await startInstead(status(500, "<h1>Internal Server Error</h1>"));
  const version = { name: "name", version: "1", source: "mlflow-artifacts:/0/run/artifacts/model" };
  const error = await errorOf(clientOf(url).modelVersions.readFile(version, "MLmodel"));
  expect(error).toMatchObject({ failure: "failed", status: 500 });
});

test("of a file no more is read than was asked for", async () => {
  // It never ends by itself.
  const { url } = await startInstead((response) => {
    const write = () => void (response.destroyed || response.write("x".repeat(64 * 1024), write));
    write();
  });
  const { loggedModels, modelVersions, artifacts } = clientOf(url);
  const version = { name: "name", version: "1", source: "mlflow-artifacts:/0/run/artifacts/model" };
  const files = [
    await loggedModels.readFile("m-1", "MLmodel", 100_000),
    await modelVersions.readFile(version, "MLmodel", 100_000),
    await artifacts.readRunFile("r", "MLmodel", 100_000),
  ];
  expect(files.map((file) => Buffer.from(file).toString())).toEqual(
    Array.from({ length: 3 }, () => "x".repeat(100_000)),
  );
});

test("metrics that are not finite are read", async () => {
  const info = { model_id: "m", experiment_id: "0", artifact_uri: "x", status: "READY" };
  const metrics = ["NaN", "Infinity", "-Infinity", 0.5].map((value, step) => ({
    key: "loss",
    value,
    timestamp: "1700000000000",
    step,
  }));
  const { url } = await startInstead(
    status(200, JSON.stringify({ model: { info, data: { metrics } } })),
  );
  const model = await clientOf(url).loggedModels.get("m");
  expect(model.metrics.map(({ value }) => value)).toEqual([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0.5,
  ]);
});
