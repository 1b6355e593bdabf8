import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from "node:tls";
import { create } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { defaultLimits } from "../src/server/listener-limits.ts";
import { peerCertificateKey } from "../src/server/peer-certificate.ts";
import { EchoService, SumRequestSchema } from "./gen/modelwire/test/v1/echo_pb.js";
import { createAuthority } from "./support/authority.ts";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { type ClientTls, type Listener, listenerKinds } from "./support/listener-kinds.ts";
import { noteRefusals } from "./support/refusals.ts";
import { standstill } from "./support/standstill.ts";
import { makeTlsSetting, type OpenOptions, type TlsSetting } from "./support/tls-setting.ts";

const padding = new Uint8Array(100_000);

let setting: TlsSetting;
let ca: string;
beforeAll(async () => {
  setting = await makeTlsSetting();
  ca = setting.authority.cert;
});
afterAll(() => setting?.remove());

const open: { close(graceMs: number): Promise<void> }[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close(0);
});

/** Shakes hands as a client, and gives the connection; fails where that does. */
async function shakeHands(listener: Listener, options: ConnectionOptions): Promise<TLSSocket> {
  const [, port] = listener.address.split(":");
  const socket = connectTls({ host: "127.0.0.1", port: Number(port), ca, ...options });
  socket.on("error", () => {});
  open.push({ close: async () => void socket.destroy() });
  await once(socket, "secureConnect");
  return socket;
}

/** Waits until the other side has ended a connection, however it does. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.resume().once("close", () => resolve());
  });
}

/** Waits until the other side has ended a connection, and gives what came before. */
async function ended(socket: TLSSocket): Promise<string> {
  let received = "";
  socket.on("data", (bytes) => {
    received += String(bytes);
  });
  await closed(socket);
  return received;
}

async function* numbersTo(last: number) {
  for (let number = 1; number <= last; number++)
    yield create(SumRequestSchema, { number, padding });
}

describe.each(listenerKinds)("$name with TLS", ({ name, start, transport }) => {
  const protocol = name.includes("gRPC") ? "h2" : "http/1.1";

  async function serve(options: OpenOptions = {}, echo: Echo = createEcho()) {
    const refusals = noteRefusals();
    const limits = { ...defaultLimits, observer: refusals.observer };
    const listener = await start({ echo, limits, tls: await setting.open(options) });
    open.push(listener);
    const client = (tls: ClientTls = { ca }) =>
      createClient(EchoService, transport(listener.address, tls));
    return { listener, client, echo, refused: refusals.connections };
  }

  test("answers calls and streams, and handlers see an https URL", async () => {
    const { client, echo } = await serve();
    const clients = client();
    expect((await clients.echo({ text: "hi" })).text).toBe("hi");
    let bytes = 0;
    for await (const message of clients.count({ to: 50, paddingBytes: padding.length })) {
      bytes += message.padding.length;
    }
    expect(bytes).toBe(50 * padding.length);
    expect((await clients.sum(numbersTo(50))).sum).toBe(1275);
    expect(echo.seen.contexts[0]?.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/modelwire\.test/);
  });

  test("holds a handler back whose messages nobody takes", async () => {
    const { client, echo } = await serve();
    const messages = client().count({ to: 1000, paddingBytes: padding.length });
    const numbers = messages[Symbol.asyncIterator]();
    await numbers.next();
    await standstill(() => echo.seen.counted);
    expect(echo.seen.counted * padding.length).toBeLessThan(50_000_000);
    let count = 1;
    while (!(await numbers.next()).done) count++;
    expect(count).toBe(1000);
  });

  test("is not trusted by who does not know its authority", async () => {
    const { client } = await serve();
    const stranger = await createAuthority();
    await expect(client({ ca: stranger.cert }).echo({})).rejects.toThrow(/certificate/);
  });

  test("speaks TLS 1.2 and 1.3, and no TLS 1.1", async () => {
    const { listener } = await serve();
    const speak = (version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") =>
      shakeHands(listener, {
        minVersion: version,
        maxVersion: version,
        ciphers: "DEFAULT:@SECLEVEL=0",
        ALPNProtocols: [protocol],
      });
    expect((await speak("TLSv1.3")).getProtocol()).toBe("TLSv1.3");
    expect((await speak("TLSv1.2")).getProtocol()).toBe("TLSv1.2");
    await expect(speak("TLSv1.1")).rejects.toMatchObject({
      code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
    });
  });

  test("agrees on its protocol in the handshake, and refuses others", async () => {
    const { listener } = await serve();
    const agreed = await shakeHands(listener, { ALPNProtocols: ["h2", "http/1.1"] });
    expect(agreed.alpnProtocol).toBe(protocol);
    const other = protocol === "h2" ? "http/1.1" : "h2";
    await expect(shakeHands(listener, { ALPNProtocols: [other] })).rejects.toMatchObject({
      code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
    });
  });

  test("ends a connection that never shakes hands", async () => {
    const { listener, refused } = await serve({ handshakeMs: 100 });
    const [, port] = listener.address.split(":");
    const socket = connectTcp(Number(port), "127.0.0.1").on("error", () => {});
    await once(socket, "connect");
    await closed(socket);
    expect(refused).toEqual(["handshake"]);
  });

  test("ends a connection that shakes hands a byte at a time", async () => {
    const { listener } = await serve({ handshakeMs: 200 });
    const [, port] = listener.address.split(":");
    const socket = connectTcp(Number(port), "127.0.0.1").on("error", () => {});
    await once(socket, "connect");
    // Of a ClientHello that never comes to its end.
    const bytes = [0x16, 3, 1, 0x3f, 0, 1, 0, 0x3e, 0xfc, 3, 3];
    const drip = setInterval(() => socket.write(Uint8Array.of(bytes.shift() ?? 0)), 20);
    await closed(socket).finally(() => clearInterval(drip));
  });

  test("closes though a connection has not shaken hands yet", async () => {
    const listener = await start({ echo: createEcho(), tls: await setting.open() });
    const [, port] = listener.address.split(":");
    const socket = connectTcp(Number(port), "127.0.0.1").on("error", () => {});
    await once(socket, "connect");
    const end = closed(socket);
    await listener.close(0);
    await end;
  });

  test("speaks no plain text", async () => {
    const { listener, refused } = await serve();
    const plain = createClient(EchoService, transport(listener.address));
    await expect(plain.echo({})).rejects.toThrow();
    expect(refused[0]).toBe("handshake");
  });

  test("gives new connections a new certificate, while a stream goes on over the old one", async () => {
    const timing = { pollMs: 60_000, settleMs: 20 };
    const { listener, client, echo } = await serve({ timing });
    const options = { ALPNProtocols: [protocol] };
    const before = (await shakeHands(listener, options)).getPeerCertificate().fingerprint256;
    const numbers = client().count({ to: 2000, paddingBytes: 10_000 })[Symbol.asyncIterator]();
    await numbers.next();
    await setting.write(await setting.authority.issue());
    const afterwards = async () => {
      const socket = await shakeHands(listener, options);
      expect(socket.getPeerCertificate().fingerprint256).not.toBe(before);
    };
    await vi.waitFor(afterwards, 30_000);
    expect(echo.seen.counted).toBeLessThan(2000);
    let count = 1;
    while (!(await numbers.next()).done) count++;
    expect(count).toBe(2000);
    expect((await client().echo({ text: "new" })).text).toBe("new");
  });

  describe("that asks for client certificates", () => {
    const shown = (echo: Echo) => echo.seen.contexts.at(-1)?.values.get(peerCertificateKey);

    test("serves a client without one", async () => {
      const { client, echo } = await serve({ clients: true });
      await client().echo({});
      expect(shown(echo)).toBeUndefined();
    });

    test("tells handlers whose it is, the same for all calls of a connection", async () => {
      const { client, echo } = await serve({ clients: true });
      const clients = client({ ca, ...(await setting.authority.issue({ subject: "CN=ops" })) });
      await clients.echo({});
      expect(shown(echo)).toMatchObject({ subject: { CN: "ops" }, raw: expect.any(Buffer) });
      await clients.sum(numbersTo(1));
      for await (const _ of clients.count({ to: 1 }));
      expect(echo.seen.contexts).toHaveLength(3);
      expect(shown(echo)).toMatchObject({ subject: { CN: "ops" } });
    });

    test.each([
      ["has expired", async () => setting.authority.issue({ days: [-10, -1] })],
      ["does not hold yet", async () => setting.authority.issue({ days: [1, 10] })],
      ["is for servers only", async () => setting.authority.issue({ usage: "server" })],
      ["is of an authority of the same name", async () => (await createAuthority()).issue()],
    ])("ends the connection of a client whose certificate %s", async (_, issue) => {
      const { client, echo, listener, refused } = await serve({ clients: true });
      const issued = await issue();
      await expect(client({ ca, ...issued }).echo({})).rejects.toThrow();
      expect(echo.seen.contexts).toEqual([]);
      expect(refused[0]).toBe("certificate");
      const socket = await shakeHands(listener, { ...issued, ALPNProtocols: [protocol] });
      expect(await ended(socket)).toBe("");
    });

    test("looks at the certificate in every handshake: no session is resumed", async () => {
      const { listener } = await serve({ clients: true });
      const options = {
        ...(await setting.authority.issue({ usage: "client" })),
        ALPNProtocols: [protocol],
      };
      for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
        const first = await shakeHands(listener, { ...options, maxVersion });
        // Of TLS 1.3, tickets would come behind the handshake, with the first bytes.
        first.write(
          protocol === "h2" ? "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" : "GET / HTTP/1.0\r\n\r\n",
        );
        await once(first, "data");
        const session = first.getSession();
        const again = await shakeHands(listener, {
          ...options,
          maxVersion,
          ...(session && { session }),
        });
        expect(again.isSessionReused()).toBe(false);
      }
    });
  });
});

test("the gRPC listener ends the connection of a client that does not name a protocol", async () => {
  const [grpc] = listenerKinds;
  const listener = await grpc?.start({ echo: createEcho(), tls: await setting.open() });
  if (listener === undefined) throw new Error("there is no such listener");
  open.push(listener);
  expect(await ended(await shakeHands(listener, {}))).toBe("");
});
