import {
  create,
  type DescMessage,
  fromJson,
  type JsonValue,
  type MessageInitShape,
  type MessageShape,
  toJson,
} from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { afterEach, describe, expect, test } from "vitest";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import {
  GetLineageRequestSchema,
  GetLineageResponseSchema,
  ListContributionsRequestSchema,
} from "#gen/modelwire/registry/v1/lineage_pb.js";
import {
  BatchGetModelVersionsRequestSchema,
  type GetIndexStatusResponseSchema,
  IndexState,
  ListModelsRequestSchema,
  ListModelVersionsRequestSchema,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import { ContributorKind, RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import {
  GetModelByUuidRequestSchema,
  GetModelVersionRequestSchema,
  type RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../src/error.ts";
import { type RegistryServer, startRegistryServer } from "./support/registry-server.ts";
import { runCli } from "./support/run-cli.ts";
import { runOnTerminal } from "./support/terminal.ts";

let server: RegistryServer | undefined;
/** ProtoJSON of what came: it has no member for what a request leaves to the server. */
let requests: JsonValue[] = [];
afterEach(async () => {
  await server?.close();
  server = undefined;
  requests = [];
});

function record<Desc extends DescMessage>(schema: Desc, request: MessageShape<Desc>): void {
  requests.push(toJson(schema, request));
}

const asOf = timestampFromMs(Date.UTC(2026, 2, 1, 12));
const uuid = `m-${"0".repeat(32)}`;
const alice = { kind: "CONTRIBUTOR_KIND_ACCOUNT", id: "alice" };
const local = { local: {} };
const fromMlflow = { fullyConsistent: {} };

/** Serves what a test wants; the commands of `cli` talk to it. */
async function serve(service: Partial<ServiceImpl<typeof RegistryService>>): Promise<void> {
  server = await startRegistryServer(service);
}

const cli = (...args: string[]) => runCli(args, server?.url ?? "");

function registrationOf(name: string, version: string) {
  return create(RegistrationSchema, {
    modelId: `${name}/${version}`,
    modelName: name,
    version,
    modelVersion: { name, version },
  });
}

describe("get", () => {
  const answer = { registration: registrationOf("leads", "1"), asOf, etag: "of-leads" };
  const one: Partial<ServiceImpl<typeof RegistryService>> = {
    getModelVersion(request) {
      record(GetModelVersionRequestSchema, request);
      return answer;
    },
    getModelByUuid(request) {
      record(GetModelByUuidRequestSchema, request);
      return answer;
    },
  };

  test("leaves it to the server how fresh the answer is, and shows the etag", async () => {
    await serve(one);
    for (const model of ["leads/1", "leads@production", uuid]) {
      const { exitCode, stdout } = await cli("get", model);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^etag +of-leads$/m);
      expect(stdout).not.toContain("as of");
    }
    expect(requests).toEqual([
      { ref: { nameVersion: { name: "leads", version: "1" } } },
      { ref: { nameAlias: { name: "leads", alias: "production" } } },
      { modelUuid: uuid },
    ]);
  });

  test("carries --consistency, and shows how old an answer from the index is", async () => {
    await serve(one);
    const fromIndex = await cli("get", uuid, "--consistency", "local");
    expect(fromIndex.stdout).toMatch(/^as of +2026-03-01 12:00:00Z \(\d+ (s|min|h|days) ago\)$/m);
    expect((await cli("get", "leads/1", "--consistency", "mlflow")).stdout).not.toContain("as of");
    expect(requests).toMatchObject([
      { modelUuid: uuid, consistency: local },
      { consistency: fromMlflow },
    ]);
  });

  test("prints the registration alone with --json", async () => {
    await serve(one);
    const { stdout } = await cli("get", "leads/1", "--consistency", "local", "--json");
    expect(fromJson(RegistrationSchema, JSON.parse(stdout))).toEqual(answer.registration);
  });

  test("of several models gets all at once and in order", async () => {
    await serve({
      batchGetModelVersions(request) {
        record(BatchGetModelVersionsRequestSchema, request);
        return { items: ["9", "1"].map((v) => ({ registration: registrationOf("leads", v) })) };
      },
    });
    const { exitCode, stdout, stderr } = await cli("get", "leads@production", uuid);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^MODEL .*\nleads\/9 .*\nleads\/1 .*\n$/);
    await cli("get", "leads/1", "leads/2", "--consistency", "local");
    const nameVersion = (version: string) => ({ nameVersion: { name: "leads", version } });
    expect(requests).toEqual([
      { refs: [{ nameAlias: { name: "leads", alias: "production" } }, { modelUuid: uuid }] },
      { refs: [nameVersion("1"), nameVersion("2")], consistency: local },
    ]);
  });

  test("of more than a call takes asks again, and tells those that are not there", async () => {
    const sizes: number[] = [];
    await serve({
      batchGetModelVersions({ refs }) {
        sizes.push(refs.length);
        const items = refs.map(({ ref }) => {
          if (ref.case !== "nameVersion") throw new TypeError("not a name and a version");
          const { name, version } = ref.value;
          const there = !["7", "101"].includes(version);
          return there ? { registration: registrationOf(name, version) } : {};
        });
        return { items };
      },
    });
    const models = Array.from({ length: 102 }, (_, index) => `leads/${index + 1}`);
    const { exitCode, stdout, stderr } = await cli("get", ...models, "--json");
    expect(sizes).toEqual([100, 2]);
    expect(exitCode).toBe(3);
    expect(stderr).toBe("error: 2 of 102 model versions are not there\n  leads/7\n  leads/101\n");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).modelId)).toEqual(
      models.filter((model) => !["leads/7", "leads/101"].includes(model)),
    );
  });

  test("of several that are all not there prints nothing but the error", async () => {
    await serve({ batchGetModelVersions: () => ({ items: [{}, {}] }) });
    expect(await cli("get", "leads/1", "leads/2")).toEqual({
      exitCode: 3,
      stdout: "",
      stderr: "error: 2 of 2 model versions are not there\n  leads/1\n  leads/2\n",
    });
  });
});

describe("list models", () => {
  test("carries every option, and reads pages until the limit is reached", async () => {
    await serve({
      listModels(request) {
        record(ListModelsRequestSchema, request);
        const models = request.pageToken === "" ? [{ name: "a" }, { name: "b" }] : [{ name: "c" }];
        return { models, nextPageToken: `after ${models.at(-1)?.name}` };
      },
    });
    const { exitCode, stdout, stderr } = await cli(
      ...["list", "models", "--prefix", "le", "--alias", "production", "--tag", "team=sales"],
      ...["--tag", "any", "--order", "newest", "--limit", "3", "--consistency", "mlflow"],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^NAME .*\na .*\nb .*\nc .*\n$/);
    expect(stderr).toBe("there are more than 3: --limit <n> lists further ones\n");
    const all = {
      namePrefix: "le",
      alias: "production",
      tags: [{ key: "team", value: "sales" }, { key: "any" }],
      order: "MODEL_ORDER_NEWEST_FIRST",
    };
    expect(requests).toEqual([
      { ...all, consistency: fromMlflow, pageSize: 3 },
      // What the first page has made fresh is fresh for the others.
      { ...all, pageSize: 1, pageToken: "after b" },
    ]);
  });

  test("is what list alone does, and says nothing that was not asked for", async () => {
    await serve({
      listModels(request) {
        record(ListModelsRequestSchema, request);
        return {};
      },
    });
    expect(await cli("list")).toEqual({
      exitCode: 0,
      stdout: "no registered models\n",
      stderr: "",
    });
    expect(await cli("list", "--alias", "production", "--json")).toMatchObject({ stdout: "" });
    expect(requests).toEqual([{ pageSize: 100 }, { pageSize: 100, alias: "production" }]);
  });
});

describe("list versions", () => {
  const service: Partial<ServiceImpl<typeof RegistryService>> = {
    listModelVersions(request) {
      record(ListModelVersionsRequestSchema, request);
      const names = ["leads", "ranks"];
      return { versions: names.map((name) => ({ modelVersion: { name, version: "1" } })) };
    },
  };

  test("carries every option", async () => {
    await serve(service);
    const address = `0x${"aB".repeat(20)}`;
    const { exitCode, stdout } = await cli(
      ...["list", "versions", "leads", "--prefix", "le", "--type", "ranking", "--improved"],
      ...["--contributor", address, "--tag", "team=sales", "--alias", "production"],
      ...["--from", "2026-03-01", "--before", "2026-03-02T12:00:00+02:00", "--order", "oldest"],
      ...["--limit", "2", "--consistency", "local", "--json"],
    );
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).modelVersion.name)).toEqual(["leads", "ranks"]);
    expect(requests).toEqual([
      {
        pageSize: 2,
        consistency: local,
        modelName: "leads",
        modelNamePrefix: "le",
        modelType: "ranking",
        isBaseline: false,
        contributor: { kind: "CONTRIBUTOR_KIND_ETHEREUM_ADDRESS", id: address },
        tags: [{ key: "team", value: "sales" }],
        alias: "production",
        createdFrom: "2026-03-01T00:00:00Z",
        createdBefore: "2026-03-02T10:00:00Z",
        order: "VERSION_ORDER_OLDEST_FIRST",
      },
    ]);
  });

  test("asks for baselines, for an account, and for nothing that was not said", async () => {
    await serve(service);
    const { stdout } = await cli("list", "versions", "--baseline", "--contributor", "alice");
    expect(stdout).toMatch(/^MODEL .*\nleads\/1 .*\nranks\/1 .*\n$/);
    await cli("list", "versions");
    expect(requests).toEqual([
      { pageSize: 100, isBaseline: true, contributor: alice },
      { pageSize: 100 },
    ]);
  });

  test("ends with exit code 5 where the index does not know yet what there is", async () => {
    await serve({
      listModelVersions() {
        const text = "MLflow is being looked at for the first time";
        throw new ModelwireError(ErrorReason.INDEX_INCOMPLETE, text, {
          metadata: { version_count: "12" },
        });
      },
    });
    const { exitCode, stdout, stderr } = await cli("list", "versions");
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: "" });
    expect(stderr).toMatch(/^ {2}reason: INDEX_INCOMPLETE\n {2}version_count: 12\n/m);
  });
});

describe("lineage", () => {
  const improvement = {
    ...{ metric: "accuracy", direction: MetricDirection.HIGHER_IS_BETTER },
    ...{ absoluteChange: 0.1, relativeChange: 0.125 },
  };
  const lineage: MessageInitShape<typeof GetLineageResponseSchema> = {
    nodes: [
      { modelId: "leads/1", onPath: true, aliases: ["production"] },
      { modelId: "better/1", depth: 1, onPath: true, improvements: [improvement] },
      { modelId: "better/2", depth: 1, missing: true },
    ],
    leftOut: 3,
    asOf,
  };
  const tree = [
    "leads/1  @production",
    "├─ better/1 (asked for)  accuracy +0.1 (+12.5 %)",
    "└─ better/2  (not there)",
    "(3 more were left out)",
    "",
  ].join("\n");
  const service: Partial<ServiceImpl<typeof RegistryService>> = {
    getLineage(request) {
      record(GetLineageRequestSchema, request);
      return lineage;
    },
  };

  test("is drawn as a tree, without colour where it is no terminal", async () => {
    await serve(service);
    expect(await cli("lineage", uuid)).toEqual({ exitCode: 0, stdout: tree, stderr: "" });
    await cli("lineage", uuid, "--consistency", "mlflow");
    const ref = { modelUuid: uuid };
    expect(requests).toEqual([{ ref }, { ref, consistency: fromMlflow }]);
  });

  test("is coloured on a terminal, unless NO_COLOR is set", async () => {
    await serve(service);
    const lines = (text: string) => text.replaceAll("\r\n", "\n");
    const coloured = await runOnTerminal(["lineage", uuid], server?.url ?? "");
    expect(coloured.shown).toContain("\x1b[32maccuracy +0.1 (+12.5 %)\x1b[39m");
    const env = { NO_COLOR: "1" };
    const bare = await runOnTerminal(["lineage", uuid], server?.url ?? "", { env });
    expect(lines(bare.shown)).toBe(tree);
  });

  test("is one line with --json", async () => {
    await serve(service);
    const { stdout } = await cli("lineage", "leads/1", "--json");
    expect(stdout.split("\n")).toHaveLength(2);
    const answer = fromJson(GetLineageResponseSchema, JSON.parse(stdout));
    expect(answer).toEqual(create(GetLineageResponseSchema, lineage));
  });
});

describe("contributions", () => {
  test("carries every option and lists what each contributor added", async () => {
    await serve({
      listContributions(request) {
        record(ListContributionsRequestSchema, request);
        const contributor = { kind: ContributorKind.ACCOUNT, id: "alice" };
        const contributions = [{ contributor, metric: "auc", versionCount: 2, absoluteChange: 1 }];
        return { contributions };
      },
    });
    const filter = ["--contributor", "alice", "--metric", "auc", "--limit", "5"];
    const { exitCode, stdout } = await cli("contributions", ...filter);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^CONTRIBUTOR .*\nalice +auc +- +- +2 +\+1 +0\n$/);
    const json = JSON.parse((await cli("contributions", "--json")).stdout);
    expect(json).toMatchObject({ metric: "auc", versionCount: 2 });
    expect(requests).toEqual([
      { pageSize: 5, contributor: alice, metric: "auc" },
      { pageSize: 100 },
    ]);
  });

  test("says so where there are none", async () => {
    await serve({ listContributions: () => ({}) });
    expect(await cli("contributions")).toMatchObject({ stdout: "no contributions\n", stderr: "" });
  });
});

describe("status", () => {
  const status: MessageInitShape<typeof GetIndexStatusResponseSchema> = {
    ...{ state: IndexState.COMPLETE, modelCount: 3, versionCount: 12, asOf },
    lastError: "MLflow does not answer",
  };

  test("tells state, counts, age and the last error", async () => {
    await serve({ getIndexStatus: () => status });
    const { exitCode, stdout } = await cli("status");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^state +complete\nmodels +3\nversions +12\nunread +0\nas of +2026-/);
    expect(stdout).toMatch(/ ago\)\nlast error +MLflow does not answer\n$/);
  });

  test("is the answer on one line with --json", async () => {
    await serve({ getIndexStatus: () => status });
    const { stdout } = await cli("status", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ state: "INDEX_STATE_COMPLETE", versionCount: 12 });
    expect(stdout.split("\n")).toHaveLength(2);
  });
});
