import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { startModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { runCli } from "./support/run-cli.ts";

const quickstart = fileURLToPath(new URL("../examples/quickstart/model", import.meta.url));
const name = `cli-${randomUUID()}`;
const alice = `alice-${randomUUID()}`;
const address = `0x${randomUUID().replaceAll("-", "").padEnd(40, "0")}`;
const notThere = `cli-not-there-${randomUUID()}/1`;

let mlflow: OwnMlflow;
let modelwire: Awaited<ReturnType<typeof startModelwire>>;
let baseline: Registration;
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  modelwire = await startModelwire({ mlflowUrl: mlflow.url, reconcile: true });
  await vi.waitFor(
    async () => {
      const { stdout, stderr } = await cli("status", "--json");
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toMatchObject({ state: "INDEX_STATE_COMPLETE" });
    },
    { timeout: 50_000, interval: 250 },
  );
  // A baseline, what alice made of it, and what the address made of that.
  baseline = await registered("--name", name, "--metric", "auc=0.5", "--tag", "team=sales");
  await registered(
    ...["--improves", `${name}/1`, "--contributor", alice, "--metric", "auc=0.625"],
    ...["--tag", "team=search"],
  );
  await registered(
    ...["--improves", `${name}_improved/1`, "--contributor", address, "--metric", "auc=0.75"],
  );
}, 120_000);
afterAll(async () => {
  await modelwire?.stop();
  await mlflow?.stop();
});

const cli = (...args: string[]) => runCli(args, modelwire.httpUrl);

async function registered(...args: string[]): Promise<Registration> {
  const { exitCode, stdout, stderr } = await cli(
    ...["register", quickstart, "--type", "lead_scoring", "--json", ...args],
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return fromJson(RegistrationSchema, JSON.parse(stdout));
}

/** Runs a command that succeeds, and gives the lines that it prints with --json. */
async function jsonLines(...args: string[]): Promise<JsonObject[]> {
  const { exitCode, stdout, stderr } = await cli(...args, "--json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as JsonObject);
}

/** Gives the `name/version` of each version that a command lists. */
async function listed(...args: string[]): Promise<string[]> {
  const lines = await jsonLines("list", "versions", ...args);
  return lines.map(({ modelVersion }) => {
    const { name, version } = modelVersion as { name: string; version: string };
    return `${name}/${version}`;
  });
}

async function etagOf(model: string): Promise<string> {
  const { stdout } = await cli("get", model);
  const etag = /^etag +(\S+)$/m.exec(stdout)?.[1];
  if (etag === undefined) throw new Error(`no etag of ${model}: ${stdout}`);
  return etag;
}

describe("get", () => {
  test("gives the same model from the index as from MLflow, and says how old the index is", async () => {
    const [fromMlflow] = await jsonLines("get", `${name}/1`);
    const [fromIndex] = await jsonLines("get", `${name}/1`, "--consistency", "local");
    expect(fromIndex).toMatchObject({
      modelId: `${name}/1`,
      modelInfo: fromMlflow?.modelInfo as JsonObject,
    });
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    const { stdout } = await cli("get", uuid, "--consistency", "local");
    expect(stdout).toMatch(/^as of +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ \(.* ago\)$/m);
    expect(stdout).toMatch(/^etag +\S/m);
  });

  test("gets several at once, and ends with exit code 3 where one is not there", async () => {
    const there = [`${name}_improved/2`, `${name}/1`];
    const found = await jsonLines("get", ...there);
    expect(found.map(({ modelId }) => modelId)).toEqual(there);
    const { exitCode, stdout, stderr } = await cli("get", `${name}/1`, notThere);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(new RegExp(`^MODEL .*\n${name}/1 `));
    expect(stderr).toBe(`error: 1 of 2 model versions are not there\n  ${notThere}\n`);
  });
});

describe("list", () => {
  test.each(["local", "mlflow"])("lists registered models as %s has them", async (where) => {
    const models = await jsonLines("list", "--prefix", name, "--consistency", where);
    expect(models).toMatchObject([
      { name, versionCount: 1, latestVersion: "1" },
      { name: `${name}_improved`, versionCount: 2, latestVersion: "2" },
    ]);
  });

  test("lists registered models newest first", async () => {
    // The index knows when MLflow created a registered model only once it has looked.
    const fresh = ["--prefix", name, "--consistency", "mlflow"];
    const { stdout } = await cli("list", "models", ...fresh, "--order", "newest");
    expect(stdout).toMatch(new RegExp(`^NAME .*\n${name}_improved +2 .*\n${name} +1 .*\n$`));
  });

  test.each<[string[], string[]]>([
    [[], [`${name}_improved/2`, `${name}_improved/1`, `${name}/1`]],
    [
      ["--order", "oldest"],
      [`${name}/1`, `${name}_improved/1`, `${name}_improved/2`],
    ],
    [
      ["--order", "name"],
      [`${name}/1`, `${name}_improved/1`, `${name}_improved/2`],
    ],
    [["--baseline"], [`${name}/1`]],
    [["--improved"], [`${name}_improved/2`, `${name}_improved/1`]],
    [["--contributor", alice], [`${name}_improved/1`]],
    [["--contributor", address.toUpperCase().replace("0X", "0x")], [`${name}_improved/2`]],
    [
      ["--tag", "team"],
      [`${name}_improved/1`, `${name}/1`],
    ],
    [["--tag", "team=sales"], [`${name}/1`]],
    [["--type", "ranking"], []],
    [["--type", "lead_scoring", "--improved", "--tag", "team"], [`${name}_improved/1`]],
    [["--before", "2020-01-01"], []],
    [["--consistency", "mlflow", "--improved", "--tag", "team=search"], [`${name}_improved/1`]],
  ])("lists the versions that %j allow", async (options, versions) => {
    expect(await listed("--prefix", name, ...options)).toEqual(versions);
  });

  test("lists the versions of a registered model from one time until another", async () => {
    const [newest] = await jsonLines("list", "versions", `${name}_improved`, "--order", "newest");
    const creationTime = String((newest?.modelVersion as JsonObject | undefined)?.creationTime);
    expect(await listed(`${name}_improved`, "--from", creationTime)).toEqual([
      `${name}_improved/2`,
    ]);
    expect(await listed(`${name}_improved`, "--before", creationTime)).toEqual([
      `${name}_improved/1`,
    ]);
  });

  test("says where there is more than --limit", async () => {
    const { stdout, stderr } = await cli("list", "versions", "--prefix", name, "--limit", "2");
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(stderr).toBe("there are more than 2: --limit <n> lists further ones\n");
  });
});

describe("lineage and contributions", () => {
  test("a lineage is drawn from its baseline to the model that was asked for", async () => {
    expect(await cli("lineage", `${name}_improved/2`)).toEqual({
      exitCode: 0,
      stdout: `${name}/1
└─ ${name}_improved/1  by ${alice}  auc +0.125 (+25 %)
   └─ ${name}_improved/2 (asked for)  by ${address}  auc +0.125 (+20 %)
         in 2 steps: auc +0.25 (+50 %), 0.5 → 0.75
`,
      stderr: "",
    });
    const [json] = await jsonLines("lineage", `${name}/1`);
    expect(json?.nodes).toHaveLength(3);
  });

  test("a lineage of what is not there ends with exit code 3", async () => {
    const { exitCode, stderr } = await cli("lineage", notThere);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^ {2}reason: MODEL_NOT_FOUND$/m);
  });

  test("a contributor's versions are summed up for each metric", async () => {
    const { stdout } = await cli("contributions", "--contributor", alice, "--metric", "auc");
    expect(stdout).toMatch(
      new RegExp(`^CONTRIBUTOR .*\n${alice} +auc +- +higher is better +1 +\\+0\\.125 +0\n$`),
    );
    const [json] = await jsonLines("contributions", "--contributor", address);
    expect(json).toMatchObject({ metric: "auc", versionCount: 1, absoluteChange: 0.125 });
  });
});

describe("changes", () => {
  /** Registers a model that no other test changes, and gives its name and `name/version`. */
  async function newModel(...args: string[]): Promise<{ model: string; modelName: string }> {
    const { modelId, modelName } = await registered("--name", `cli-${randomUUID()}`, ...args);
    return { model: modelId, modelName };
  }

  test("an alias is set, moved, and deleted", async () => {
    const { modelName } = await newModel();
    await registered("--name", modelName);
    const { exitCode, stdout } = await cli("alias", "set", modelName, "production", "1");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^model_id +${modelName}/1\naliases +production\n`));
    await cli("alias", "set", modelName, "production", "2");
    expect(await jsonLines("get", `${modelName}@production`)).toMatchObject([{ version: "2" }]);
    expect(await listed(modelName, "--alias", "production")).toEqual([`${modelName}/2`]);
    const models = await jsonLines(
      "list",
      "models",
      "--alias",
      "production",
      "--prefix",
      modelName,
    );
    expect(models).toMatchObject([{ aliases: { production: "2" } }]);

    const taken = await cli("alias", "set", modelName, "production", "1", "--etag", "");
    expect(taken.exitCode).toBe(4);
    expect(taken.stderr).toMatch(/^ {2}reason: ETAG_MISMATCH$/m);
    expect((await cli("alias", "set", modelName, "next", "1", "--etag", "")).exitCode).toBe(0);

    for (const _ of ["once", "again"]) {
      expect(await cli("alias", "delete", modelName, "production")).toMatchObject({
        exitCode: 0,
        stdout: `deleted ${modelName}@production\n`,
      });
    }
    expect((await cli("get", `${modelName}@production`)).exitCode).toBe(3);
  });

  test("an alias to a version that is not there ends with exit code 3", async () => {
    const { modelName } = await newModel();
    const { exitCode, stderr } = await cli("alias", "set", modelName, "production", "9");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^ {2}reason: MODEL_NOT_FOUND$/m);
  });

  test("tags are set beside those that are there, and deleted", async () => {
    const { model } = await newModel();
    await cli("tag", "set", model, "team=sales", "old=yes");
    const { stdout } = await cli("tag", "set", model, "team=search", "note=a=b");
    expect(stdout).toMatch(/^(tags)? +note=a=b\n +old=yes$/m);
    expect((await cli("tag", "delete", model, "old")).exitCode).toBe(0);
    const [json] = await jsonLines("get", model);
    expect(json).toMatchObject({ modelVersion: { tags: { team: "search", note: "a=b" } } });
    expect(json).not.toHaveProperty("modelVersion.tags.old");
  });

  test("a tag that Modelwire sets itself is refused with exit code 2", async () => {
    const { model } = await newModel();
    for (const args of [
      ["tag", "set", model, "model_uuid=x"],
      ["tag", "delete", model, "model_uuid"],
    ]) {
      const { exitCode, stderr } = await cli(...args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^ {2}reason: INVALID_FIELD$/m);
    }
  });

  test("a description is given, and taken away by an empty one", async () => {
    const { model } = await newModel();
    const { stdout } = await cli("describe", model, "first\nsecond");
    expect(stdout).toMatch(/^description +first\n +second$/m);
    expect((await cli("get", model)).stdout).toMatch(/^description +first\n +second$/m);
    expect((await cli("describe", model, "")).exitCode).toBe(0);
    expect((await cli("get", model)).stdout).not.toMatch(/^description/m);
  });

  test("with an etag is made only as long as nobody else has changed the version", async () => {
    const { model } = await newModel("--tag", "old=yes");
    const etag = await etagOf(model);
    expect((await cli("describe", model, "mine", "--etag", etag)).exitCode).toBe(0);
    for (const args of [
      ["describe", model, "yours"],
      ["tag", "set", model, "a=1"],
      ["tag", "delete", model, "old"],
      ["delete", model, "--yes"],
    ]) {
      const { exitCode, stderr } = await cli(...args, "--etag", etag);
      expect(exitCode).toBe(4);
      expect(stderr).toMatch(/^ {2}reason: ETAG_MISMATCH$/m);
      expect(stderr).toContain(`etag: ${await etagOf(model)}`);
    }
    expect((await cli("get", model)).stdout).toMatch(/^description +mine$/m);
  });

  test("a version is deleted with its aliases, and deleting it again is no error", async () => {
    const { model, modelName } = await newModel();
    await cli("alias", "set", modelName, "production", "1");
    for (const _ of ["once", "again"]) {
      expect(await cli("delete", model, "--yes")).toEqual({
        exitCode: 0,
        stdout: `deleted ${model}\n`,
        stderr: "",
      });
    }
    const { exitCode, stderr } = await cli("get", model);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^ {2}deleted_time: /m);
    expect(await listed(modelName)).toEqual([]);
    expect((await cli("get", `${modelName}@production`)).exitCode).toBe(3);
  });

  test("the version that an alias points to is deleted, and no other", async () => {
    const { modelName } = await newModel();
    await registered("--name", modelName);
    await cli("alias", "set", modelName, "bad", "1");
    const { stdout } = await cli("delete", `${modelName}@bad`, "--yes");
    expect(stdout).toBe(`deleted ${modelName}/1\n`);
    expect(await listed(modelName)).toEqual([`${modelName}/2`]);
  });

  test("a version that never was there is not deleted, with exit code 3", async () => {
    const { exitCode, stderr } = await cli("delete", notThere, "--yes");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^ {2}reason: MODEL_NOT_FOUND$/m);
  });
});

describe("status", () => {
  test("shows an index that has seen all of MLflow, with what was registered", async () => {
    const { exitCode, stdout } = await cli("status");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^state +complete\nmodels +[\d,]+\nversions +[\d,]+\nunread +[\d,]+\n/);
    expect(stdout).toMatch(/^as of +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ \(.* ago\)$/m);
    const [json] = await jsonLines("status");
    expect(json?.versionCount).toBeGreaterThanOrEqual(3);
  });
});
