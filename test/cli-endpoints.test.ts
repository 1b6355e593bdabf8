import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { answerWith, type Receiver, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { registerQuickstart } from "./support/registering.ts";
import { runCli } from "./support/run-cli.ts";
import { runOnTerminal } from "./support/terminal.ts";

let modelwire: TestModelwire;
let receiver: Receiver;
let refusing: Receiver;
let modelName: string;
beforeAll(async () => {
  modelwire = await startModelwire();
  receiver = await startReceiver();
  refusing = await startReceiver((response) => void response.writeHead(401).end("who are you?"));
  modelName = (await registerQuickstart(createClients(modelwire.httpUrl))).modelName;
});
afterAll(async () => {
  for (const one of [receiver, refusing]) await one?.close();
  await modelwire?.stop();
});

const cli = (...args: string[]) => runCli(args, modelwire.httpUrl);

/** Runs a command that succeeds, and gives what it printed. */
async function shown(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await cli(...args);
  expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

const json = async (...args: string[]) => JSON.parse(await shown(...args, "--json"));

async function create(url: string, ...options: string[]): Promise<{ id: string; secret: string }> {
  const { endpoint, secret } = await json("endpoints", "create", url, ...options);
  return { id: endpoint.endpointId, secret };
}

describe("endpoints", () => {
  test("one is created with all its options, shown and changed", async () => {
    const options = ["--format", "site-flat", "--payload-version", "2026-04-18", "--ordered"];
    const filter = 'event.model_name == "leads"';
    const { id, secret } = await create(receiver.url, ...options, "--filter", filter);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const text = await shown("endpoints", "show", id);
    for (const line of [
      /^endpoint +ep_/m,
      /^state +enabled$/m,
      /^format +site-flat, payload version 2026-04-18$/m,
      /^filter +event\.model_name == "leads"$/m,
      /^ordered +yes$/m,
      /^waiting +nothing$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toContain(secret);
    const change = ["--filter", "", "--no-ordered", "--description", "two"];
    const { endpoint } = await json("endpoints", "update", id, ...change);
    expect(endpoint).toMatchObject({ description: "two", url: receiver.url });
    expect(endpoint).not.toHaveProperty("filter");
    expect(endpoint).not.toHaveProperty("ordered");
    const wrong = await cli("endpoints", "update", id);
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("to be set") });
  });

  test("one is paused and resumed", async () => {
    const { id } = await create(receiver.url);
    expect(await shown("endpoints", "pause", id)).toMatch(/^state +paused$/m);
    expect((await json("endpoints", "resume", id)).endpoint.state).toBe("ENDPOINT_STATE_ENABLED");
  });

  test("a rotation shows the new secret, and until when the earlier one signs", async () => {
    const { id, secret } = await create(receiver.url);
    const { exitCode, stdout, stderr } = await cli("endpoints", "rotate", id, "--overlap", "2h");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("keep the secret");
    expect(stdout).toMatch(/^earlier secrets +sign too until \d{4}-/m);
    const rotated = /^secret +(whsec_\S+)$/m.exec(stdout)?.[1] ?? "";
    await shown("endpoints", "test", id);
    const request = receiver.received.at(-1);
    if (!request) throw new Error("no request");
    for (const one of [secret, rotated]) verifyWithNode(one, request);
  });

  test("a test tells what was answered, and fails where it was not delivered", async () => {
    const { id } = await create(refusing.url);
    const failed = await cli("endpoints", "test", id);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toMatch(/^answer +who are you\?$/m);
    expect(failed.stderr).toMatch(/^error: it was not delivered: answered 401/m);
    const { delivered } = await json("endpoints", "test", (await create(receiver.url)).id);
    expect(delivered).toBe(true);
  });

  test("one that fails says so in the list, with what was answered", async () => {
    const filter = `event.model_name == "${modelName}"`;
    const { id } = await create(refusing.url, "--filter", filter);
    const recover = ["deliveries", "recover", id, "--since", "2h", "--include-missing"];
    expect(await shown(...recover)).toBe("1 delivery will be sent\n");
    const row = new RegExp(`^${id}  .+  enabled +1 +\\d+ s: answered 401, expected 2xx +http`, "m");
    await expect
      .poll(() => shown("endpoints", "list"), { timeout: 30_000, interval: 500 })
      .toMatch(row);
    const healthy = await create(receiver.url);
    const list = await shown("endpoints", "list");
    expect(list).toMatch(new RegExp(`^${healthy.id}  .+  enabled +0 +- +http`, "m"));
    await shown("endpoints", "delete", id, "--yes");
  });

  test("one is deleted when a person or --yes says so", async () => {
    const { id } = await create(receiver.url);
    const no = await runOnTerminal(["endpoints", "delete", id], modelwire.httpUrl, {
      prompt: /\[y\/N\]/,
      typed: "n\r",
    });
    expect(no).toMatchObject({
      exitCode: 1,
      shown: expect.stringContaining("nothing was deleted"),
    });
    expect(await cli("endpoints", "delete", id)).toMatchObject({ exitCode: 2 });
    expect((await json("endpoints", "show", id)).endpoint.endpointId).toBe(id);
    const yes = await runOnTerminal(["endpoints", "delete", id], modelwire.httpUrl, {
      prompt: /\[y\/N\]/,
      typed: "y\r",
    });
    expect(yes).toMatchObject({ exitCode: 0, shown: expect.stringContaining(`deleted ${id}`) });
    expect(await cli("endpoints", "show", id)).toMatchObject({ exitCode: 3 });
  });
});

test("missing deliveries are recovered, shown with their attempts, and sent again", async () => {
  const target = await startReceiver(answerWith(202));
  try {
    const { id } = await create(target.url, "--filter", `event.model_name == "${modelName}"`);
    const recover = ["deliveries", "recover", id, "--since", "2h"];
    expect(await shown(...recover)).toBe("0 deliveries will be sent\n");
    expect(await shown(...recover, "--include-missing")).toBe("1 delivery will be sent\n");
    await target.waitFor(1);
    const list = ["deliveries", "list", "--model", modelName, "--endpoint", id];
    await expect
      .poll(async () => (await json(...list)).state, { timeout: 30_000, interval: 500 })
      .toBe("DELIVERY_STATE_DELIVERED");
    const { deliveryId } = await json(...list);
    const text = await shown("deliveries", "show", deliveryId);
    expect(text).toMatch(/^state +delivered$/m);
    expect(text).toMatch(/^event +evt_\w+, model_registered, sequence 1$/m);
    expect(text).toMatch(/^attempt 1 +\S+ \S+ +HTTP 202, in \d+ ms$/m);
    const again = await shown("deliveries", "redeliver", deliveryId);
    expect(again).toBe(`${deliveryId} will be sent\n`);
    await target.waitFor(2);
    expect(await cli("deliveries", "show", `dlv_${"0".repeat(32)}`)).toMatchObject({ exitCode: 3 });
  } finally {
    await target.close();
  }
});
