import { once } from "node:events";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createEgress, type Resolve } from "../src/delivery/egress.ts";
import { createWebhookSender } from "../src/delivery/sender.ts";
import { listen, open, post, requestTo, resolveTo } from "./support/egress.ts";
import { answerWith, startReceiver } from "./support/receiver.ts";

const spellings = [
  "127.0.0.1",
  "2130706433",
  "0x7f000001",
  "0x7f.1",
  "0177.0.0.1",
  "017700000001",
  "127.1",
  "127.0.0.1.",
  "%31%32%37.0.0.1",
  "１２７.0.0.1",
  "0.0.0.0",
  "0",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[64:ff9b::127.0.0.1]",
  "[2002:7f00:1::]",
  "localhost",
  "a.localhost",
];
test.for(
  spellings.flatMap((host) => [
    ["http", host],
    ["https", host],
  ]) as [string, string][],
)("%s://%s is this machine, and is not connected to", async ([scheme, host]) => {
  const listener = await listen();
  const url = `${scheme}://${host}:${listener.port}/hook`;
  const { error, status, serverFault } = await post(url);
  expect({ status, serverFault }).toEqual({ status: undefined, serverFault: false });
  if (!host.includes("localhost")) {
    expect(error).toMatch(
      /^the address .* is not public \(.*\): add it to MODELWIRE_WEBHOOK_ALLOW/,
    );
  }
  expect(createEgress(undefined, false).wrongUrl(url)).toMatch(/is not public/);
  expect(listener.connections()).toBe(0);
});

test.for(["169.254.169.254", "[fd00:ec2::254]", "10.0.0.1", "100.100.100.200", "192.168.1.1"])(
  "the address %s, of metadata services and private networks, is refused",
  async (host) => {
    const { error } = await post(`https://${host}/latest/meta-data`);
    expect(error).toMatch(/is not public \((linkLocal|uniqueLocal|private|carrierGradeNat)\)/);
  },
);

test("a name that resolves to private addresses is not connected to, whatever it is", async () => {
  const listener = await listen();
  for (const name of ["metadata.google.internal", "hooks.example.com"]) {
    for (const addresses of [
      ["127.0.0.1"],
      ["::1", "127.0.0.1"],
      ["::ffff:127.0.0.1"],
      ["0.0.0.0"],
    ]) {
      const url = `https://${name}:${listener.port}/`;
      const { error } = await post(url, { resolve: resolveTo(addresses) });
      expect(error, String(addresses)).toMatch(/is not public/);
    }
  }
  expect(listener.connections()).toBe(0);
});

test("of several addresses, only those are tried that are public", async () => {
  const listener = await listen();
  // TEST-NET-1 stands for what must not be tried, and loopback, allowed here, for what may.
  const resolve = resolveTo(["192.0.2.1", "127.0.0.1"]);
  const url = `http://hooks.example.com:${listener.port}/`;
  expect(await post(url, { allow: "127.0.0.0/8", resolve })).toMatchObject({ status: 204 });
  expect(listener.connections()).toBe(1);
});

test("a name that has another address the next time is judged by the one connected to", async () => {
  const listener = await listen();
  const url = `http://rebinding.example.com:${listener.port}/`;
  const resolve = resolveTo(["127.0.0.2"], ["127.0.0.1"]);
  const allow = "127.0.0.2";
  expect(await post(url, { allow, resolve })).toMatchObject({ status: 204 });
  expect((await post(url, { allow, resolve })).error).toMatch(/127\.0\.0\.1 is not public/);
  expect(listener.connections()).toBe(1);
});

test("one name is asked for once at a time, by however many attempts", async () => {
  const listener = await listen();
  const asked: (() => void)[] = [];
  const resolve: Resolve = (_, callback) =>
    void asked.push(() => callback(null, [{ address: "127.0.0.1", family: 4 }]));
  const egress = createEgress("127.0.0.1", false, resolve);
  const sender = createWebhookSender({ egress, proxy: undefined, timeoutMs: 5000 });
  open.push(sender);
  const hosts = ["slow.example.com", "slow.example.com", "slow.example.com", "other.example.com"];
  const sent = hosts.map((host) => sender.send(requestTo(`http://${host}:${listener.port}/`)));
  await expect.poll(() => asked.length).toBe(2);
  for (const answer of asked) answer();
  for (const result of await Promise.all(sent)) expect(result).toMatchObject({ status: 204 });
  expect(asked).toHaveLength(2);
});

test("the peer is looked at once more, before a byte is written", async () => {
  const bytes: Buffer[] = [];
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (chunk) => bytes.push(chunk));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({ close: async () => void server.close() });
  const { port } = server.address() as AddressInfo;
  // A lookup that lies stands for whatever could come between the check and the connection.
  const { wrongAddress, wrongUrl } = createEgress("127.0.0.2", false);
  const { lookup } = createEgress("127.0.0.1", false, resolveTo(["127.0.0.1"]));
  for (const scheme of ["http", "https"]) {
    const egress = { wrongAddress, wrongUrl, lookup };
    const guarded = createWebhookSender({ egress, proxy: undefined, timeoutMs: 5000 });
    open.push(guarded);
    const { error } = await guarded.send(requestTo(`${scheme}://hooks.example.com:${port}/`));
    expect(error).toMatch(/127\.0\.0\.1 is not public/);
  }
  expect(Buffer.concat(bytes).length).toBe(0);
});

test("a redirect to a private address is not followed", async () => {
  const listener = await listen();
  const location = `http://127.0.0.1:${listener.port}/`;
  for (const status of [301, 302, 303, 307, 308]) {
    const receiver = await startReceiver(answerWith(status, { location }));
    open.push(receiver);
    const { error } = await post(receiver.url, { allow: "127.0.0.1" });
    expect(error).toBe(`answered ${status}: redirects are not followed`);
  }
  expect(listener.connections()).toBe(0);
});

test("a proxy of the environment is not used", async () => {
  const listener = await listen();
  const receiver = await startReceiver();
  open.push(receiver);
  process.env.HTTP_PROXY = `http://127.0.0.1:${listener.port}`;
  try {
    expect(await post(receiver.url, { allow: "127.0.0.1" })).toMatchObject({ status: 204 });
  } finally {
    delete process.env.HTTP_PROXY;
  }
  expect(listener.connections()).toBe(0);
});

test("a connection that was kept and is closed at its next use is made anew at once", async () => {
  const kinds = ["end", "reset"] as const;
  for (const kind of kinds) {
    let connections = 0;
    const requests: string[] = [];
    const server = createTcpServer((socket) => {
      const mine = ++connections;
      let served = 0;
      socket.on("error", () => {});
      socket.on("data", (chunk) => {
        const text = String(chunk);
        if (!text.includes("POST")) return;
        requests.push(`${mine}`);
        if (mine === 1 && ++served === 2) {
          return kind === "end" ? void socket.end() : void socket.resetAndDestroy();
        }
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const egress = createEgress("127.0.0.1", false);
    const sender = createWebhookSender({ egress, proxy: undefined, timeoutMs: 5000 });
    const request = requestTo(`http://127.0.0.1:${port}/`);
    expect(await sender.send(request)).toMatchObject({ status: 204 });
    // undici counts the connection as free a moment later.
    await sleep(50);
    expect(await sender.send(request), kind).toMatchObject({ status: 204, error: undefined });
    expect(requests).toEqual(["1", "1", "2"]);
    await sender.close();
    server.close();
  }
});

test("a connection that breaks at its first use fails the attempt, once", async () => {
  const receiver = await startReceiver((response) => void response.destroy());
  open.push(receiver);
  const { error } = await post(receiver.url, { allow: "127.0.0.1" });
  expect(error).toBe("the connection was closed before an answer");
  expect(receiver.received).toHaveLength(1);
});

test("what can be told of a URL when it is set is told", () => {
  const local = createEgress(undefined, true);
  for (const url of [
    "https://example.com/hooks",
    "http://127.0.0.1:9000/",
    "http://localhost:1/x?y=1",
    "http://[::1]:8080",
  ]) {
    expect(local.wrongUrl(url), url).toBeUndefined();
  }
  const needsTls = "expected https, or http to an address that MODELWIRE_WEBHOOK_ALLOW names";
  expect(local.wrongUrl("http://example.com/")).toBe(needsTls);
  expect(local.wrongUrl("http://127.0.0.1.example.com/")).toBe(needsTls);
  expect(local.wrongUrl("http://93.184.216.34/")).toBe(needsTls);
  expect(local.wrongUrl("ftp://127.0.0.1/")).toMatch(/expected https/);
  expect(local.wrongUrl("example.com")).toMatch(/expected a URL, such as/);
  expect(local.wrongUrl("https://u:p@example.com/")).toMatch(/without user name/);
  expect(local.wrongUrl("https://127.0.0.1@example.com/")).toMatch(/without user name/);
  expect(local.wrongUrl(" https://example.com/")).toMatch(/without white space/);
  expect(local.wrongUrl("https://example.com/\0")).toMatch(/without white space/);
  expect(local.wrongUrl("https://example.com/#a")).toMatch(/without a fragment/);
  expect(local.wrongUrl(`https://example.com/${"x".repeat(2000)}`)).toMatch(/at most 2,000/);
  const inside = createEgress("10.0.0.0/8", false);
  expect(inside.wrongUrl("http://10.1.1.1/")).toBeUndefined();
  expect(inside.wrongUrl("http://hooks.internal/")).toBeUndefined();
  expect(inside.wrongUrl("http://127.0.0.1/")).toMatch(/is not public \(loopback\)/);
});
