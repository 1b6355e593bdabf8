import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";

const path = "/modelwire.access.v1.AccessService/WhoAmI";
const asGet = `${path}?connect=v1&encoding=json&message=%7B%7D`;

let unset: TestModelwire;
let off: TestModelwire;
beforeAll(async () => {
  unset = await startModelwire();
  off = await startModelwire({ environment: { MODELWIRE_AUTH: "off" } });
});
afterAll(async () => {
  await unset?.stop();
  await off?.stop();
});

/** Calls as a page of a browser does whose own name leads to the server. */
async function callAs(host: string, { httpUrl }: TestModelwire, method: "GET" | "POST") {
  const headers = {
    host,
    ...(method === "POST" && { origin: `http://${host}`, "content-type": "application/json" }),
  };
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request(`${httpUrl}${method === "GET" ? asGet : path}`, { method, headers });
    sent.once("error", reject).once("response", async (response) => {
      const text = Buffer.concat(await response.toArray()).toString("utf8");
      resolve({ status: response.statusCode, text });
    });
    sent.end(method === "POST" ? "{}" : undefined);
  });
}

describe("where nobody has to say who calls", () => {
  test.each(["GET", "POST"] as const)(
    "a %s for somebody else's name is refused",
    async (method) => {
      const { status, text } = await callAs("rebound.example.org:8080", unset, method);
      expect(status).toBe(403);
      expect(JSON.parse(text)).toMatchObject({
        code: "permission_denied",
        message: expect.stringContaining("MODELWIRE_AUTH"),
      });
    },
  );

  test("calls for this machine are served, by whatever name", async () => {
    for (const host of ["localhost:8080", "127.0.0.1", "[::1]:8080", "host.docker.internal"]) {
      expect({ host, ...(await callAs(host, unset, "POST")) }).toMatchObject({ status: 200 });
    }
  });

  test("any name is served where MODELWIRE_AUTH says that this is meant", async () => {
    expect(await callAs("rebound.example.org", off, "POST")).toMatchObject({ status: 200 });
  });
});
