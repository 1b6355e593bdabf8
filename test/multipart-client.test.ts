import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient } from "../src/mlflow/client.ts";

interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Starts what answers for MLflow and its store: links by what it is given, and tags for parts. */
async function begin(linksOf: (base: string) => object[]) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers, body: await text(request) });
    if (method === "PUT") response.setHeader("etag", `"tag of ${url}"`).end();
    else if (!url.includes("/mpu/create/")) response.end("{}");
    else response.end(JSON.stringify({ upload_id: "u", credentials: linksOf(base) }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUps.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = { MLFLOW_TRACKING_URI: base, MLFLOW_TRACKING_TOKEN: "secret" };
  const client = createMlflowClient({ ...readConfig(environment).mlflow, trackingUri: base });
  cleanUps.push(() => client.close());
  const multipart = client.artifacts.multipart("mlflow-artifacts:/1/models/m 1", "data/w ä.bin");
  return { seen, base, multipart };
}

async function* bytes(content: string) {
  yield Buffer.from(content);
}

test("parts go where their links say, with the headers that these want and no others", async () => {
  const { seen, multipart } = await begin((base) => [
    { part_number: 10, url: `${base}/ten`, headers: { "x-goog-want": "10" } },
    { part_number: "2", url: `${base}/two` },
  ]);
  const made = await multipart.create(2);
  if (!made) throw new Error("no upload");
  expect(seen[0]).toMatchObject({
    url: "/api/2.0/mlflow-artifacts/mpu/create/1/models/m%201/data",
    body: JSON.stringify({ path: "w ä.bin", num_parts: 2 }),
  });
  const etags = [
    await multipart.sendPart(made, 0, 1, bytes("a")),
    await multipart.sendPart(made, 1, 2, bytes("bc")),
  ];
  expect(seen.slice(1)).toMatchObject([
    { method: "PUT", url: "/two", body: "a", headers: { "content-length": "1" } },
    { method: "PUT", url: "/ten", body: "bc", headers: { "x-goog-want": "10" } },
  ]);
  // What MLflow is called with is not for the store.
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer secret",
    undefined,
    undefined,
  ]);
  await multipart.complete(made, etags);
  // The quotes of a tag are part of it.
  expect(JSON.parse(seen.at(-1)?.body ?? "")).toMatchObject({
    upload_id: "u",
    parts: [
      { part_number: 1, etag: '"tag of /two"' },
      { part_number: 2, etag: '"tag of /ten"' },
    ],
  });
});

test("links for another number of parts are refused", async () => {
  const { multipart } = await begin((base) => [{ part_number: 1, url: `${base}/one` }]);
  await expect(multipart.create(2)).rejects.toMatchObject({
    failure: "unexpected",
    message: "MLflow gave 1 links for the 2 parts of a file",
  });
});
