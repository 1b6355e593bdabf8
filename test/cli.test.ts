import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { signatureHeaders } from "../src/delivery/sign.ts";
import { startModelwire } from "./support/modelwire.ts";
import { type RunningCli, runCli, startCli } from "./support/run-cli.ts";

const quickstart = fileURLToPath(new URL("../examples/quickstart/model", import.meta.url));

let modelwire: Awaited<ReturnType<typeof startModelwire>>;
beforeAll(async () => {
  modelwire = await startModelwire();
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

/** Starts a command that runs until it is told to end; the test's end ends it in any case. */
function background(...args: string[]): RunningCli {
  const running = startCli(args, modelwire.httpUrl);
  started.push(running);
  return running;
}

/** Gives a name of a registered model that no other test has. */
const newName = () => `cli-${randomUUID()}`;

async function registered(...args: string[]): Promise<Registration> {
  const { exitCode, stdout, stderr } = await cli(
    ...["register", quickstart, "--type", "lead_scoring", "--json", ...args],
  );
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  return fromJson(RegistrationSchema, JSON.parse(stdout));
}

async function jsonLines(...args: string[]): Promise<JsonObject[]> {
  const { exitCode, stdout } = await cli(...args, "--json");
  expect(exitCode).toBe(0);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as JsonObject);
}

describe("register", () => {
  test("registers a model directory and says what to do next", async () => {
    const name = newName();
    const { exitCode, stdout, stderr } = await cli(
      ...["register", quickstart, "--type", "lead_scoring", "--name", name],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^model_id +${name}/1$`, "m"));
    expect(stdout).toMatch(/^digest +sha256:[0-9a-f]{64}$/m);
    expect(stdout).toContain("'site_visits': long (required)");
    const uuid = /^model_uuid +(m-[0-9a-f]{32})$/m.exec(stdout)?.[1];
    expect(stdout).toContain(`modelwire get ${uuid}`);
  });

  test("carries every option to the server", async () => {
    const name = newName();
    const registration = await registered(
      ...["--name", name, "--tag", "team=sales", "--tag", "note=a=b", "--param", "depth=3"],
      ...["--metric", "auc=0.91", "--metadata", '{"data": {"rows": 12}}'],
      ...["--description", "first try", "--experiment", name],
    );
    expect(registration).toMatchObject({ modelName: name, modelType: "lead_scoring" });
    expect(registration.modelVersion).toMatchObject({
      description: "first try",
      tags: { team: "sales", note: "a=b" },
    });
    expect(registration.modelInfo).toMatchObject({
      params: { depth: "3" },
      metrics: [{ key: "auc", value: 0.91 }],
      metadata: { purpose: "quickstart", data: { rows: 12 } },
    });
  });

  test("takes a signature in MLflow's JSON from a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "modelwire-cli-"));
    try {
      const file = join(folder, "signature.json");
      const inputs = '[{"type": "double", "name": "site_visits", "required": true}]';
      await writeFile(file, JSON.stringify({ inputs, outputs: null, params: null }));
      const { modelInfo } = await registered("--name", newName(), "--signature", file);
      expect(modelInfo?.signature?.text).toContain("'site_visits': double (required)");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("makes one version however often it is repeated under a request id", async () => {
    const again = ["--name", newName(), "--request-id", randomUUID()];
    const first = await registered(...again);
    expect(await registered(...again)).toEqual(first);
  });

  test("registers a model that MLflow holds by its URI", async () => {
    const { modelInfo } = await registered("--name", newName());
    const name = newName();
    const { exitCode, stdout } = await cli(
      ...["register", "--uri", `models:/${modelInfo?.modelUuid}`],
      ...["--type", "lead_scoring", "--name", name, "--json"],
    );
    expect(exitCode).toBe(0);
    const registration = fromJson(RegistrationSchema, JSON.parse(stdout));
    expect(registration.modelId).toBe(`${name}/1`);
    expect(registration.modelInfo?.modelUuid).toBe(modelInfo?.modelUuid);
  });

  test("refuses another request under a request id that was used, with exit code 4", async () => {
    const again = ["--name", newName(), "--request-id", randomUUID()];
    await registered(...again);
    const { exitCode, stdout, stderr } = await cli(
      ...["register", quickstart, "--type", "ranking", ...again],
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" });
    expect(stderr).toMatch(/^error: .*\n(.*\n)* {2}reason: REQUEST_ID_REUSED\n/);
  });

  test("tells each field that the server refuses on its own line, with exit code 2", async () => {
    const { exitCode, stderr } = await cli(
      ...["register", quickstart, "--type", "Lead Scoring", "--name", "a/b"],
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^ {2}model_type: /m);
    expect(stderr).toMatch(/^ {2}model_name: /m);
    expect(stderr).toMatch(/^ {2}reason: INVALID_FIELD$/m);
  });
});

describe("get", () => {
  test("gives the same registration by uuid, by version and by alias", async () => {
    const { modelId, modelName, version, modelInfo } = await registered("--name", newName());
    const byVersion = await jsonLines("get", modelId);
    expect(byVersion).toHaveLength(1);
    expect(byVersion[0]).toMatchObject({ modelId });
    expect(await jsonLines("get", modelInfo?.modelUuid ?? "")).toEqual(byVersion);

    const answer = await fetch(`${inject("mlflowUrl")}/api/2.0/mlflow/registered-models/alias`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: modelName, alias: "production", version }),
    });
    expect(answer.status).toBe(200);
    const [byAlias] = await jsonLines("get", `${modelName}@production`);
    expect(byAlias).toMatchObject({ modelId, modelVersion: { aliases: ["production"] } });
  });

  test("shows people what MLflow has now", async () => {
    const { modelId } = await registered("--name", newName(), "--tag", "team=sales");
    const { stdout } = await cli("get", modelId);
    expect(stdout).toMatch(new RegExp(`^model_id +${modelId}$`, "m"));
    expect(stdout).toMatch(/^status +ready$/m);
    expect(stdout).toMatch(/team=sales$/m);
  });

  test.each(["cli-not-there/1", "cli-not-there@production", `m-${"0".repeat(32)}`])(
    "answers %s with exit code 3",
    async (model) => {
      const { exitCode, stdout, stderr } = await cli("get", model);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
      expect(stderr).toMatch(/^ {2}reason: MODEL_NOT_FOUND$/m);
    },
  );
});

describe("endpoints and deliveries", () => {
  test("an endpoint is added, listed, sent to, and deleted", async () => {
    const received: string[] = [];
    const receiver = createServer((request, response) => {
      received.push(String(request.headers["webhook-id"]));
      request.resume().on("end", () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
      const [added] = await jsonLines("endpoints", "add", url, "--description", "of a test");
      expect(added?.secret).toMatch(/^whsec_/);
      const { endpointId } = (added?.endpoint ?? {}) as { endpointId: string };
      const listed = await jsonLines("endpoints", "list");
      expect(listed).toContainEqual(expect.objectContaining({ endpointId, url }));
      expect((await cli("endpoints", "list")).stdout).toContain("of a test");

      const { modelName } = await registered("--name", newName());
      const delivery = await vi.waitFor(
        async () => {
          const options = ["--endpoint", endpointId, "--state", "delivered"];
          const all = await jsonLines("deliveries", "list", ...options);
          expect(all).toHaveLength(1);
          return all[0];
        },
        { timeout: 30_000, interval: 250 },
      );
      expect(delivery).toMatchObject({ modelName, attempts: [{ number: 1, status: 204 }] });
      expect(received).toEqual([delivery?.eventId]);
      const { stdout } = await cli("deliveries", "list", "--event", String(delivery?.eventId));
      expect(stdout).toMatch(/^CREATED .*\n.* delivered +1 +HTTP 204 /);

      expect((await cli("endpoints", "delete", endpointId, "--yes")).exitCode).toBe(0);
      const left = await jsonLines("endpoints", "list");
      expect(left).not.toContainEqual(expect.objectContaining({ endpointId }));
    } finally {
      await new Promise((resolve) => receiver.close(resolve).closeAllConnections());
    }
  });

  test("an endpoint that is not there is answered with exit code 3", async () => {
    const { exitCode, stderr } = await cli("endpoints", "delete", `ep_${"0".repeat(32)}`, "--yes");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^ {2}reason: ENDPOINT_NOT_FOUND$/m);
  });

  test("a URL that events must not go to is refused with exit code 2", async () => {
    const { exitCode, stderr } = await cli("endpoints", "add", "ftp://example.com/");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^ {2}url: /m);
  });
});

describe("listen", () => {
  const listening = /^listening at (\S+) /m;
  const urls = async () => (await jsonLines("endpoints", "list")).map(({ url }) => url);

  test("prints the verified body on a line, ends at --count and deletes its endpoint", async () => {
    const listen = background("listen", "--count", "1", "--json");
    const url = await listen.told(listening);
    expect(await urls()).toContain(url);
    const registration = await registered("--name", newName());

    const { exitCode, stdout } = await listen.result;
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")).toHaveLength(2);
    const body = JSON.parse(stdout) as JsonObject;
    const event = fromJson(EventSchema, body.data ?? null);
    expect(body.id).toBe(event.eventId);
    expect(event.sequence).toBe(1);
    expect(event.modelRegistered?.registration).toEqual(registration);
    expect(await urls()).not.toContain(url);
  });

  test("shows people the type, version, sequence and id of an event on a line", async () => {
    const listen = background("listen", "--count", "1", "--path", "/hooks/models");
    expect(await listen.told(listening)).toMatch(/\/hooks\/models$/);
    const { modelId } = await registered("--name", newName());
    const { stdout } = await listen.result;
    expect(stdout).toMatch(new RegExp(` ${modelId}  sequence 1  evt_[0-9a-f]{32}\n$`));
  });

  test("answers what is not a signed event with 401, says so, and goes on", async () => {
    const secret = `whsec_${"A".repeat(32)}`;
    const listen = background("listen", "--count", "1", "--json", "--secret", secret);
    const url = await listen.told(listening);
    const body = await readFile(join(quickstart, "input_example.json"));
    expect((await fetch(url, { method: "POST", body })).status).toBe(401);
    await listen.told(/refused a request with 401/);
    const signed = signatureHeaders(
      { format: "STANDARD", secrets: [secret], id: "evt_1", body },
      Date.now(),
    );
    const headers = { ...signed, "content-type": "application/json" };
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(401);
    await listen.told(/refused a request with 401: the body cannot be read/);
    const { modelId } = await registered("--name", newName());
    const { exitCode, stdout } = await listen.result;
    expect(exitCode).toBe(0);
    expect(stdout).toContain(modelId);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("deletes its endpoint at %s", async (signal) => {
    const listen = background("listen");
    const url = await listen.told(listening);
    expect(await urls()).toContain(url);
    listen.child.kill(signal);
    expect((await listen.result).exitCode).toBe(0);
    expect(await urls()).not.toContain(url);
  });

  test("deletes its endpoint once nobody reads what it prints", async () => {
    const listen = background("listen");
    const url = await listen.told(listening);
    listen.child.stdout?.destroy();
    await registered("--name", newName());
    expect((await listen.result).exitCode).toBe(0);
    expect(await urls()).not.toContain(url);
  });
});
