import { Code, ConnectError, createClient, createRouterTransport } from "@connectrpc/connect";
import { pino } from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import { EchoService } from "../../../test/gen/modelwire/test/v1/echo_pb.js";
import { createEcho } from "../../../test/support/echo-service.ts";
import { createLoggingInterceptor } from "./logging.ts";

let lines: Record<string, unknown>[];

beforeEach(() => {
  lines = [];
});

function connect(failure?: unknown) {
  const logger = pino({ level: "trace" }, { write: (line) => void lines.push(JSON.parse(line)) });
  const fail = () => () => Promise.reject(failure);
  const log = createLoggingInterceptor(logger);
  const interceptors = failure === undefined ? [log] : [log, fail];
  const transport = createRouterTransport((router) => void createEcho().routes(router), {
    router: { interceptors },
  });
  return createClient(EchoService, transport);
}

describe("the log line of a call", () => {
  test("has what was called, its code, its duration and its ids, and no message", async () => {
    const headers = { authorization: "Bearer hunter2", "x-request-id": "call-1" };
    const requestId = "0b6f6f3c-6f4f-4c8b-8d3e-3a8a5d7c9e10";
    await connect().echo({ text: "a secret", requestId }, { headers });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: pino.levels.values.info,
      rpc: "modelwire.test.v1.EchoService/Echo",
      protocol: "connect",
      code: "ok",
      duration_ms: expect.any(Number),
      request_id: "call-1",
      idempotency_key: requestId,
    });
    expect(JSON.stringify(lines)).not.toMatch(/secret|hunter2/);
  });

  test("has no idempotency key that is no UUID: it can be anything", async () => {
    await connect().echo({ text: "", requestId: "hunter2" });
    expect(lines[0]).not.toHaveProperty("idempotency_key");
  });

  test("comes once the last message of a stream was taken", async () => {
    const counts: number[] = [];
    for await (const _ of connect().count({ to: 2 })) counts.push(lines.length);
    expect(counts).toEqual([0, 0]);
    expect(lines).toMatchObject([{ rpc: "modelwire.test.v1.EchoService/Count", code: "ok" }]);
  });

  test("has the code of a stream that failed after its messages", async () => {
    const messages = connect().count({ to: 2, failWith: Code.NotFound });
    await expect(
      (async () => {
        for await (const _ of messages);
      })(),
    ).rejects.toThrow();
    expect(lines).toMatchObject([{ level: pino.levels.values.info, code: "not_found" }]);
  });

  test.each([
    [Code.Unavailable, "warn"],
    [Code.Internal, "error"],
    [Code.Unknown, "error"],
    [Code.DataLoss, "error"],
    [Code.InvalidArgument, "info"],
    [Code.DeadlineExceeded, "info"],
  ] as const)("has the level that code %s calls for: %s", async (code, level) => {
    await connect(new ConnectError("why", code)).echo({}).catch(ConnectError.from);
    expect(lines).toMatchObject([{ level: pino.levels.values[level] }]);
    expect("error" in (lines[0] ?? {})).toBe(level !== "info");
  });

  test("has the stacks of what nobody foresaw, and none of its fields", async () => {
    const inner = Object.assign(new Error("inner"), { body: "a secret" });
    const outer = new TypeError("outer", { cause: inner });
    await connect(outer).echo({}).catch(ConnectError.from);
    expect(lines[0]).toMatchObject({ code: "internal", error: "internal error" });
    expect(lines[0]?.stack).toMatch(/TypeError: outer\n.*\ncaused by Error: inner\n/s);
    expect(JSON.stringify(lines)).not.toContain("secret");
  });
});
