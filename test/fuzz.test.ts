import { ConnectError, createClient } from "@connectrpc/connect";
import fc from "fast-check";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { errorInterceptor } from "../src/rpc/error-interceptor.ts";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho } from "./support/echo-service.ts";
import { attack, attacks, goodCall } from "./support/fuzz.ts";
import { connectRaw } from "./support/http2-frames.ts";
import { type Listener, listenerKinds } from "./support/listener-kinds.ts";
import { heldBytes } from "./support/memory.ts";

const rounds = 300;
/** What a process may hold more after an attack: caches of connections, code that was compiled. */
const moreBytes = 30_000_000;

describe.each(listenerKinds)("$name", (kind) => {
  let listener: Listener;
  let failures: unknown[];

  beforeEach(async () => {
    failures = [];
    const log = pino({ level: "error" }, { write: (line) => void failures.push(line) });
    const interceptors = [errorInterceptor(log, () => false)];
    const limits = { maxConnections: 2000, stallTimeoutMs: 5000 };
    listener = await kind.start({ echo: createEcho(), interceptors, limits });
  });
  afterEach(() => listener.close(0));

  test("survives anything that is sent to it, and holds on to none of it", async () => {
    await goodCall(kind, listener);
    const before = await heldBytes();
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(attacks, async (one) => {
        await attack(listener.address, one);
        sent += 1;
        if (sent % 20 === 0) await goodCall(kind, listener);
      }),
      { numRuns: rounds, interruptAfterTimeLimit: 40_000, endOnFailure: true },
    );
    await goodCall(kind, listener);
    expect(failures).toEqual([]);
    await vi.waitFor(async () => expect((await heldBytes()) - before).toBeLessThan(moreBytes), {
      timeout: 10_000,
    });
  });

  test("survives a thousand connections that are half open, and forgets them", async () => {
    await goodCall(kind, listener);
    const before = await heldBytes();
    const connections = await Promise.all(
      Array.from({ length: 1000 }, () => connectRaw(listener.address)),
    );
    await goodCall(kind, listener);
    for (const { socket } of connections) socket.destroy();
    await Promise.all(connections.map(({ closed }) => closed));
    await goodCall(kind, listener);
    await vi.waitFor(async () => expect((await heldBytes()) - before).toBeLessThan(moreBytes), {
      timeout: 10_000,
    });
  });

  test("answers what is almost a call with a code", async () => {
    const client = createClient(EchoService, kind.transport(listener.address));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(headerName, headerValue), async (headers) => {
        const outcome = await client.echo({ text: "hi" }, { headers }).catch((error) => error);
        expect(outcome instanceof ConnectError ? outcome.code : outcome.text).toBeDefined();
      }),
      { numRuns: 50, interruptAfterTimeLimit: 10_000 },
    );
    await goodCall(kind, listener);
    expect(failures).toEqual([]);
  });
});

const headerName = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}(-bin)?$/);
const headerValue = fc.stringMatching(/^[ -~]{0,200}$/);
