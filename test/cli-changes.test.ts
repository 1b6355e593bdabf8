import {
  create,
  type DescMessage,
  type JsonValue,
  type MessageShape,
  toJson,
} from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  DeleteAliasRequestSchema,
  DeleteModelVersionRequestSchema,
  DeleteTagRequestSchema,
  SetAliasRequestSchema,
  SetTagsRequestSchema,
  UpdateDescriptionRequestSchema,
} from "#gen/modelwire/registry/v1/changes_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type VersionSummary,
  VersionSummarySchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../src/error.ts";
import { type RegistryServer, startRegistryServer } from "./support/registry-server.ts";
import { runCli } from "./support/run-cli.ts";
import { runOnTerminal } from "./support/terminal.ts";

const uuid = `m-${"0".repeat(32)}`;
const changed: VersionSummary = create(VersionSummarySchema, {
  modelVersion: {
    ...{ name: "leads", version: "3", aliases: ["production", "next"] },
    ...{ tags: { b: "2", a: "1" }, description: "one\ntwo" },
  },
  etag: "of-now",
});
const changedText = `model_id     leads/3
aliases      production, next
tags         a=1
             b=2
description  one
             two
etag         of-now
`;

/** What the server answers each call of a change with, before it succeeds. */
let failures: ModelwireError[];
/** ProtoJSON of what came: it has no member for what a request leaves to the server. */
let requests: JsonValue[];
let lookUps: string[];
let server: RegistryServer;

/** Makes the handler of a change. */
function answers<Desc extends DescMessage, Answer>(schema: Desc, answer: Answer) {
  return (request: MessageShape<Desc>): Answer => {
    requests.push(toJson(schema, request));
    const failure = failures.shift();
    if (failure) throw failure;
    return answer;
  };
}

const done = { consistencyToken: "t" };
const service: Partial<ServiceImpl<typeof RegistryService>> = {
  setAlias: answers(SetAliasRequestSchema, { ...done, version: changed }),
  deleteAlias: answers(DeleteAliasRequestSchema, done),
  setTags: answers(SetTagsRequestSchema, { ...done, version: changed }),
  deleteTag: answers(DeleteTagRequestSchema, { ...done, version: changed }),
  updateDescription: answers(UpdateDescriptionRequestSchema, { ...done, version: changed }),
  deleteModelVersion: answers(DeleteModelVersionRequestSchema, done),
  getModelVersion({ ref }) {
    lookUps.push(String(ref?.ref.case));
    return { registration: { modelId: "leads/3" } };
  },
  getModelByUuid({ modelUuid }) {
    lookUps.push(modelUuid);
    return { registration: { modelId: "leads/3" } };
  },
};

beforeEach(async () => {
  [failures, requests, lookUps] = [[], [], []];
  server = await startRegistryServer(service);
});
afterEach(() => server.close());

const cli = (...args: string[]) => runCli(args, server.url);
const leads3 = { nameVersion: { name: "leads", version: "3" } };

describe("a change", () => {
  test.each<[string[], object]>([
    [
      ["alias", "set", "leads", "production", "3"],
      { modelName: "leads", alias: "production", version: "3" },
    ],
    [["tag", "set", "leads/3", "a=1", "b=2=3", "c="], { tags: { a: "1", b: "2=3", c: "" } }],
    [["tag", "delete", "leads/3", "a b"], { key: "a b" }],
    [["describe", "leads/3", "one\ntwo"], { description: "one\ntwo" }],
    [["describe", "leads/3", ""], {}],
  ])("%j is sent, and what became of the version is shown", async (args, request) => {
    const sent = args[0] === "alias" ? request : { ...request, ref: leads3 };
    expect(await cli(...args)).toEqual({ exitCode: 0, stdout: changedText, stderr: "" });
    expect(requests).toEqual([sent]);
    const { stdout } = await cli(...args, "--etag", "read", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: { etag: "of-now" },
      consistencyToken: "t",
    });
    expect(requests[1]).toEqual({ ...sent, etag: "read" });
  });

  test.each<[string[], string, object]>([
    [
      ["alias", "delete", "leads", "production"],
      "deleted leads@production\n",
      { modelName: "leads", alias: "production" },
    ],
    [["delete", "leads/3", "--yes"], "deleted leads/3\n", { ref: leads3 }],
  ])("%j is sent and told", async (args, stdout, request) => {
    expect(await cli(...args)).toEqual({ exitCode: 0, stdout, stderr: "" });
    const answer = await cli(...args, "--etag", "read", "--json");
    expect(JSON.parse(answer.stdout)).toEqual({ consistencyToken: "t" });
    expect(requests).toEqual([request, { ...request, etag: "read" }]);
  });

  test("with an empty etag wants an alias to point nowhere yet", async () => {
    await cli("alias", "set", "leads", "production", "3", "--etag", "");
    expect(requests).toMatchObject([{ etag: "" }]);
  });

  test("names the version by alias and by uuid, too", async () => {
    await cli("describe", "leads@production", "x");
    await cli("tag", "set", uuid, "a=1");
    expect(requests).toMatchObject([
      { ref: { nameAlias: { name: "leads", alias: "production" } } },
      { ref: { modelUuid: uuid } },
    ]);
  });

  test("of a version that has changed ends with exit code 4 and the etag of now", async () => {
    failures = [etagMismatch()];
    const { exitCode, stdout, stderr } = await cli("describe", "leads/3", "x", "--etag", "read");
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" });
    expect(stderr).toMatch(/^ {2}reason: ETAG_MISMATCH\n {2}etag: of-now$/m);
    expect(stderr).not.toContain("earlier");
    expect(requests).toHaveLength(1);
  });

  test("is repeated while other changes of the model are under way", async () => {
    failures = [busy(), busy()];
    expect((await cli("tag", "set", "leads/3", "a=1")).stdout).toBe(changedText);
    expect(requests).toHaveLength(3);
  });

  test("that cannot be made within --timeout ends with exit code 5", async () => {
    failures = Array.from({ length: 100 }, () => busy(60_000));
    const { exitCode, stderr } = await cli("delete", "leads/3", "--yes", "--timeout", "2");
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^ {2}reason: MODEL_BUSY\n {2}try again in 60 s$/m);
    expect(requests).toHaveLength(1);
  });

  test("that an earlier try may have made says so where the etag is another one by then", async () => {
    failures = [unavailable(), etagMismatch()];
    const { exitCode, stderr } = await cli("tag", "set", "leads/3", "a=1", "--etag", "read");
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/an earlier try may have made this very change; look with: .* get\n$/);
    failures = [busy(), etagMismatch()];
    const afterBusy = await cli("tag", "set", "leads/3", "a=1", "--etag", "read");
    expect(afterBusy.exitCode).toBe(4);
    expect(afterBusy.stderr).not.toContain("earlier");
  });
});

describe("delete", () => {
  const question =
    "Delete leads/3? It stays in MLflow as a model; its version and aliases go. [y/N] ";
  const prompt = /\[y\/N\] /;
  const onTerminal = (model: string, typed: string) =>
    runOnTerminal(["delete", model], server.url, { prompt, typed });

  test("without a terminal and without --yes calls nothing and ends with exit code 2", async () => {
    for (const model of ["leads/3", "leads@production", uuid]) {
      const { exitCode, stdout, stderr } = await cli("delete", model);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toMatch(/^error: .*--yes\n$/);
    }
    expect([...requests, ...lookUps]).toEqual([]);
  });

  test.each(["y\r", "YES\r"])("asks on a terminal, and %j deletes", async (typed) => {
    const { exitCode, shown } = await onTerminal("leads/3", typed);
    expect(shown).toContain(question);
    expect(shown).toMatch(/deleted leads\/3\r\n$/);
    expect(exitCode).toBe(0);
    expect(requests).toHaveLength(1);
  });

  test.each(["\r", "n\r", "yellow\r", "\x03", "\x04"])(
    "asks on a terminal, and %j deletes nothing",
    async (typed) => {
      const { exitCode, shown } = await onTerminal("leads/3", typed);
      expect(shown).toContain(question);
      expect(shown).toMatch(/error: nothing was deleted\r\n$/);
      expect(exitCode).toBe(1);
      expect(requests).toEqual([]);
    },
  );

  test("settles which version an alias means before it is gone", async () => {
    failures = [unavailable()];
    expect((await cli("delete", "leads@production", "--yes")).stdout).toBe("deleted leads/3\n");
    expect(lookUps).toEqual(["nameAlias"]);
    const ref = { modelId: "leads/3" };
    expect(requests).toMatchObject([{ ref }, { ref }]);
  });

  test("asks about the version that an alias or a uuid means", async () => {
    for (const model of ["leads@production", uuid]) {
      expect((await onTerminal(model, "y\r")).shown).toContain(question);
    }
    expect(lookUps).toEqual(["nameAlias", uuid]);
    // Where several versions have the uuid the server refuses, which it can by the uuid alone.
    expect(requests).toMatchObject([{ ref: { modelId: "leads/3" } }, { ref: { modelUuid: uuid } }]);
  });

  test("by uuid with --yes looks nothing up", async () => {
    expect((await cli("delete", uuid, "--yes")).stdout).toBe(`deleted ${uuid}\n`);
    expect(lookUps).toEqual([]);
  });
});

function busy(retryAfterMs = 100): ModelwireError {
  const text = "other changes of leads are under way";
  return new ModelwireError(ErrorReason.MODEL_BUSY, text, { retryAfterMs });
}

function unavailable(): ModelwireError {
  const text = "MLflow does not answer";
  return new ModelwireError(ErrorReason.MLFLOW_UNAVAILABLE, text, { retryAfterMs: 100 });
}

function etagMismatch(): ModelwireError {
  const text = "the version is not as it was read any more";
  return new ModelwireError(ErrorReason.ETAG_MISMATCH, text, { metadata: { etag: "of-now" } });
}
