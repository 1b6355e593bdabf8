import { Writable } from "node:stream";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientsOf } from "../clients/typescript/src/connect.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { newRequest } from "./support/registration-fixtures.ts";

const lines: Record<string, unknown>[] = [];
let modelwire: TestModelwire;
const clients: Record<string, Clients> = {};

beforeAll(async () => {
  const log = new Writable({
    write(chunk, _, done) {
      for (const line of String(chunk).trim().split("\n")) lines.push(JSON.parse(line));
      done();
    },
  });
  modelwire = await startModelwire({ log, environment: { MODELWIRE_LOG_LEVEL: "info" } });
  clients.connect = createClients(modelwire.httpUrl);
  const baseUrl = `http://${modelwire.grpcAddress}`;
  clients.grpc = clientsOf(createGrpcTransport({ baseUrl }));
});
afterAll(() => modelwire?.stop());

const missing = `ep_${"0".repeat(32)}`;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Calls, and gives the id that the answer has and the line that the call has in the log. */
async function call(
  protocol: string,
  method: string,
  work: (
    clients: Clients,
    options: { headers: Record<string, string>; onHeader: (header: Headers) => void },
  ) => Promise<unknown>,
  headers: Record<string, string> = {},
): Promise<{ answered: string | null; line: Record<string, unknown> | undefined }> {
  let answered: string | null = null;
  lines.splice(0);
  const onHeader = (header: Headers) => {
    answered = header.get("x-request-id");
  };
  await work(clients[protocol] as Clients, { headers, onHeader }).catch((error) => {
    answered ??= error.metadata.get("x-request-id");
  });
  const find = () => lines.find(({ rpc }) => String(rpc).endsWith(`/${method}`));
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return { answered, line: find() };
}

describe.each(["connect", "grpc"])("over %s", (protocol) => {
  const list: Parameters<typeof call>[2] = ({ webhooks }, options) =>
    webhooks.listEndpoints({}, options);

  test("a call has the id that its caller gave it, in the answer and in the log", async () => {
    const given = { "x-request-id": "job-17/step.3" };
    const { answered, line } = await call(protocol, "ListEndpoints", list, given);
    expect(answered).toBe("job-17/step.3");
    expect(line).toMatchObject({ request_id: "job-17/step.3" });
  });

  test.each(["", "x".repeat(129), "a b", "é"])(
    "a call whose caller gave it none, or one like %j, gets one",
    async (id) => {
      const given = id === "" || id === "é" ? {} : { "x-request-id": id };
      const { answered, line } = await call(protocol, "ListEndpoints", list, given);
      expect(answered).toMatch(uuid);
      expect(line).toMatchObject({ request_id: answered });
    },
  );

  test("a call that fails has one too", async () => {
    const { answered, line } = await call(
      protocol,
      "GetEndpoint",
      ({ webhooks }, options) => webhooks.getEndpoint({ endpointId: missing }, options),
      { "x-request-id": "failing" },
    );
    expect(answered).toBe("failing");
    expect(line).toMatchObject({ request_id: "failing", code: "not_found" });
  });

  test("a stream that ends has one too", async () => {
    const stop = new AbortController();
    const { line } = await call(protocol, "WatchEvents", async ({ events }, options) => {
      const watched = events.watchEvents({}, { ...options, signal: stop.signal });
      for await (const _ of watched) stop.abort();
    });
    expect(line?.request_id).toMatch(uuid);
  });

  test("the log tells it from the id of a registration, and has the trace of the caller", async () => {
    const request = newRequest();
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const { line } = await call(
      protocol,
      "RegisterBaseline",
      ({ registry }, options) => registry.registerBaseline(request, options),
      { "x-request-id": "mine", traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    );
    expect(line).toMatchObject({
      request_id: "mine",
      idempotency_key: request.requestId,
      trace_id: traceId,
    });
  });
});
