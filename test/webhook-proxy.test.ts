import { expect, test } from "vitest";
import { type ConnectProxy, startConnectProxy } from "./support/connect-proxy.ts";
import { open, post, resolveTo } from "./support/egress.ts";
import { startReceiver } from "./support/receiver.ts";

/** Starts a proxy that is closed after the test. */
async function startProxy(refuse?: number): Promise<ConnectProxy> {
  const proxy = await startConnectProxy(refuse);
  open.push(proxy);
  return proxy;
}

test("requests go through the proxy of the settings, with its password", async () => {
  const proxy = await startProxy();
  const receiver = await startReceiver();
  open.push(receiver);
  const url = proxy.url.replace("//", "//user:p%40ss@");
  const result = await post(receiver.url, { allow: "127.0.0.1", proxy: url });
  expect(result).toMatchObject({ status: 204, serverFault: false });
  expect(receiver.received).toHaveLength(1);
  const login = Buffer.from("user:p@ss").toString("base64");
  expect(proxy.tunnels).toEqual([`127.0.0.1:${receiver.port} Basic ${login}`]);
});

test("a proxy that refuses or is not there is a fault of ours, and one that reaches nobody is not", async () => {
  const down = await startReceiver();
  await down.close();
  const answering = async (status: number) => (await startProxy(status)).url;
  const faults: [proxy: string, error: RegExp, serverFault: boolean, timeoutMs?: number][] = [
    [`http://127.0.0.1:${down.port}`, /cannot be reached: .*ECONNREFUSED/, true],
    // Silent, as it is while it tries to connect.
    [await answering(0), /gave no tunnel to 127\.0\.0\.1:9 within \d+ ms$/, false, 1000],
  ];
  for (const status of [400, 403, 404, 407, 429, 500]) {
    faults.push([await answering(status), new RegExp(`answered ${status} to CONNECT`), true]);
  }
  for (const status of [502, 503, 504]) {
    faults.push([await answering(status), new RegExp(`answered ${status} to CONNECT`), false]);
  }
  for (const [proxy, error, serverFault, timeoutMs = 10_000] of faults) {
    const given = { allow: "127.0.0.1", proxy, timeoutMs };
    const result = await post("http://127.0.0.1:9/", given);
    expect(result.error).toMatch(error);
    expect(result).toMatchObject({ serverFault, status: undefined });
  }
});

test("an endpoint that fails behind the proxy is its own fault", async () => {
  const proxy = (await startProxy()).url;
  const receiver = await startReceiver((response) => void response.destroy());
  open.push(receiver);
  expect(await post(receiver.url, { allow: "127.0.0.1", proxy })).toMatchObject({
    serverFault: false,
    error: "the connection was closed before an answer",
  });
});

test("a private address is refused before the proxy is asked", async () => {
  const proxy = await startProxy();
  const resolve = resolveTo(["10.0.0.1"]);
  expect((await post("https://a.example.com/", { proxy: proxy.url, resolve })).error).toMatch(
    /10\.0\.0\.1/,
  );
  expect((await post("https://10.0.0.1/", { proxy: proxy.url })).error).toMatch(/not public/);
  expect(proxy.tunnels).toEqual([]);
});
