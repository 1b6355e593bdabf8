import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fromJson } from "@bufbuild/protobuf";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { newSecret } from "../src/delivery/secret.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { answerWith, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { registerQuickstart } from "./support/registering.ts";
import { type RunningCli, runCli, startCli } from "./support/run-cli.ts";

let modelwire: TestModelwire;
let clients: Clients;
let modelName: string;
beforeAll(async () => {
  // A port of its own, so that it comes back where it was.
  const port = createServer().listen(0, "127.0.0.1");
  await once(port, "listening");
  const { port: number } = port.address() as AddressInfo;
  port.close();
  await once(port, "close");
  modelwire = await startModelwire({
    environment: { MODELWIRE_HTTP_LISTEN: `127.0.0.1:${number}` },
  });
  clients = createClients(modelwire.httpUrl);
  ({ modelName } = await registerQuickstart(clients));
});
afterAll(() => modelwire?.stop());

const started: RunningCli[] = [];
afterEach(async () => {
  for (const { child, result } of started.splice(0)) {
    child.kill("SIGKILL");
    await result;
  }
});

const cli = (...args: string[]) => runCli(args, modelwire.httpUrl);
function background(...args: string[]): RunningCli {
  const running = startCli(args, modelwire.httpUrl);
  started.push(running);
  return running;
}

/** Makes an event. */
async function setAlias(alias: string): Promise<void> {
  await clients.registry.setAlias({ modelName, alias, version: "1" });
}

const lines = (stdout: string) => stdout.split("\n").filter((line) => line !== "");
const eventsIn = (stdout: string): Event[] =>
  lines(stdout).map((line) => fromJson(EventSchema, JSON.parse(line)));

describe("events", () => {
  test("list shows what a filter leaves, and how to go on where there is more", async () => {
    await setAlias("one");
    await setAlias("two");
    const all = await cli("events", "list", "--model", modelName);
    expect({ ...all, stdout: "" }).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(lines(all.stdout)).toHaveLength(3);
    expect(lines(all.stdout)[1]).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ {2}modelwire\.alias\.changed {2}\S+\/1 {2}one: nowhere → 1 {2}sequence 2 {2}evt_[0-9a-f]{32}$/,
    );
    const json = await cli("events", "list", "--type", "alias.changed", "--json");
    expect(eventsIn(json.stdout).map(({ aliasChanged }) => aliasChanged?.alias)).toEqual([
      "one",
      "two",
    ]);
    const some = await cli("events", "list", "--filter", "event.sequence > 1u", "--limit", "1");
    expect(lines(some.stdout)).toHaveLength(1);
    const cursor = /^there are more: --cursor (\S+)$/m.exec(some.stderr)?.[1] ?? "";
    const rest = await cli("events", "list", "--cursor", cursor, "--json");
    expect(eventsIn(rest.stdout).map(({ sequence }) => sequence)).toEqual([3]);
    expect((await cli("events", "list", "--since", "2999-01-01")).stdout).toBe("");
  });

  test("show tells all that an event says", async () => {
    const { events } = await clients.events.listEvents({ pageSize: 1 });
    const [event] = events;
    if (!event) throw new Error("no event");
    const shown = await cli("events", "show", event.eventId);
    expect(shown.stdout).toMatch(/^type +modelwire\.model\.registered$/m);
    expect(shown.stdout).toContain('"modelRegistered": {');
    const json = await cli("events", "show", event.eventId, "--json");
    expect(eventsIn(json.stdout)).toEqual([event]);
    expect(await cli("events", "show", `evt_${"0".repeat(32)}`)).toMatchObject({ exitCode: 3 });
  });

  test.each([
    [["list", "--type", "nothing"], "It must be one of model.registered, version.observed"],
    [["list", "--filter", "event."], "filter.expression: "],
    [["list", "--cursor", "x"], "cursor: expected a cursor of an answer, or none"],
    [["tail", "--cursor", "x"], "cursor: expected a cursor of an answer, or none"],
  ])("%j is refused with exit code 2", async (args, told) => {
    const { exitCode, stderr } = await cli("events", ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });

  test("tail says where nothing answers", async () => {
    const { exitCode, stderr } = await runCli(["events", "tail"], "http://127.0.0.1:9");
    expect(exitCode).toBe(5);
    expect(stderr).toContain("connection refused");
  });

  test("tail shows each event once, also those of a time when the server was away", async () => {
    const tail = background("events", "tail", "--json", "--limit", "4");
    await tail.told(/watching events of http/);
    await setAlias("a");
    await setAlias("b");
    modelwire = await modelwire.restart();
    await setAlias("c");
    await tail.told(/connected again/);
    await setAlias("d");
    const { exitCode, stdout, stderr } = await tail.result;
    expect(exitCode).toBe(0);
    expect(eventsIn(stdout).map(({ aliasChanged }) => aliasChanged?.alias)).toEqual([..."abcd"]);
    expect(stderr).toContain("lost the server");
  });

  test("tail begins at a time or a cursor, and ends at Ctrl-C with exit code 0", async () => {
    const { nextCursor } = await clients.events.listEvents({ pageSize: 1 });
    const since = background("events", "tail", "--since", "2026-01-01", "--limit", "1", "--json");
    expect(eventsIn((await since.result).stdout)[0]?.type).toBe(EventType.MODEL_REGISTERED);
    const after = background("events", "tail", "--cursor", nextCursor, "--limit", "1", "--json");
    expect(eventsIn((await after.result).stdout)[0]?.sequence).toBe(2);
    const ended = background("events", "tail");
    await ended.told(/watching/);
    ended.child.kill("SIGINT");
    expect(await ended.result).toMatchObject({ exitCode: 0, stdout: "" });
  });
});

describe("listen --forward-to", () => {
  test("sends each event once to the URL, signed, and tells what became of it", async () => {
    const receiver = await startReceiver((response, number) =>
      number === 1 ? answerWith(500)(response, number, {} as never) : response.writeHead(204).end(),
    );
    try {
      const secret = newSecret();
      const running = background(
        ...["listen", "--forward-to", receiver.url, "--secret", secret, "--count", "2"],
      );
      await running.told(/they are signed with whsec_/);
      await setAlias("fails");
      await setAlias("arrives");
      const { exitCode, stdout } = await running.result;
      expect(exitCode).toBe(0);
      expect(lines(stdout)[0]).toMatch(/modelwire\.alias\.changed .* failed with 500 in \d+ ms$/);
      expect(lines(stdout)[1]).toMatch(/modelwire\.alias\.changed .* 204 in \d+ ms$/);
      expect(receiver.received).toHaveLength(2);
      const { events } = await clients.events.listEvents({
        filter: { types: [EventType.ALIAS_CHANGED] },
      });
      for (const [i, request] of receiver.received.entries()) {
        const event = events.at(i - 2);
        const body = verifyWithNode(secret, request) as { data: never; type: string };
        expect(body).toMatchObject({ type: "modelwire.alias.changed" });
        expect(fromJson(EventSchema, body.data)).toEqual(event);
        expect(request.headers["webhook-id"]).toBe(event?.eventId);
      }
    } finally {
      await receiver.close();
    }
  });

  test("makes no endpoint, prints bodies for programs, and follows no redirect", async () => {
    const receiver = await startReceiver(answerWith(302, { location: "/elsewhere" }));
    try {
      const running = background(
        ...["listen", "--forward-to", receiver.url, "--count", "1", "--json"],
      );
      const secret = await running.told(/they are signed with (\S+)\n/);
      expect((await clients.webhooks.listEndpoints({})).endpoints).toEqual([]);
      await setAlias("json");
      const { stdout, stderr } = await running.result;
      expect(receiver.received).toHaveLength(1);
      const [request] = receiver.received;
      if (!request) throw new Error("no request");
      expect(stdout).toBe(`${request.body}\n`);
      expect(verifyWithNode(secret, request)).toEqual(JSON.parse(stdout));
      expect(stderr).toMatch(/failed with 302 in/);
    } finally {
      await receiver.close();
    }
  });

  test.each([
    [["--forward-to", "ftp://x"], "It must be a URL such as"],
    [["--forward-to", "http://127.0.0.1:9/", "--secret", "x"], "It must be whsec_ and base64"],
    [["--forward-to", "http://127.0.0.1:9/", "--port", "80"], "cannot be used with"],
  ])("%j is refused with exit code 2", async (args, told) => {
    const { exitCode, stderr } = await cli("listen", ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });
});
