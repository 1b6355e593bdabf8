import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkBenchCommits } from "../scripts/check/bench-commits.ts";
import { checkImports } from "../scripts/check/imports.ts";
import { checkLockFile } from "../scripts/check/lock-file.ts";
import { checkSettingNames } from "../scripts/check/settings.ts";
import { sentence, type Violation } from "../scripts/check/source.ts";
import { checkDocLinks, checkFileNames, checkSkippedTests } from "../scripts/check/tidiness.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "modelwire-checks-test-"));
});
afterEach(async () => await rm(root, { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

async function sentences(check: (root: string) => Promise<Violation[]>): Promise<string[]> {
  return (await check(root)).map(sentence);
}

describe("the rule that imports run down only", () => {
  it.for([
    ["src/main.ts", "./cli/program.ts"],
    ["src/cli/serve.ts", "../server/serve.ts"],
    ["src/cli/serve.ts", "../local-mlflow/run.ts"],
    ["src/server/grpc.ts", "../rpc/registry-service.ts"],
    ["src/rpc/get.ts", "../registry/lookup.ts"],
    ["src/rpc/get.ts", "../store/events.ts"],
    ["src/registry/register.ts", "../event/build.ts"],
    ["src/delivery/queue.ts", "../event/build.ts"],
    ["src/registry/register.ts", "../mlflow/client.ts"],
    ["src/package/read.ts", "../signature/parse.ts"],
    ["src/store/events.ts", "./schema.ts"],
    ["src/store/sqlite/open.ts", "../schema.ts"],
    ["src/signature/parse.ts", "../error.ts"],
    ["src/signature/parse.ts", "#gen/modelwire/registry/v1/signature_pb.js"],
    ["src/signature/parse.ts", "@bufbuild/protobuf/wkt"],
    ["src/package/digest.ts", "node:crypto"],
    ["src/store/sqlite.ts", "node:fs"],
    ["src/local-mlflow/run.ts", "../config/config.ts"],
    ["src/server/version.ts", "../../package.json"],
    ["src/signature/parse.test.ts", "node:fs"],
    ["src/signature/parse.test.ts", "../../test/vectors/read.ts"],
  ])("lets %s import %s", async ([file = "", specifier]) => {
    await write({ [file]: `import { x } from "${specifier}";\n` });
    expect(await sentences(checkImports)).toEqual([]);
  });

  it.for([
    ["src/cli/serve.ts", "../main.ts", "cli must not import main"],
    ["src/server/serve.ts", "../cli/serve.ts", "server must not import cli"],
    ["src/rpc/get.ts", "../server/serve.ts", "rpc must not import server"],
    ["src/registry/register.ts", "../rpc/get.ts", "registry must not import rpc"],
    ["src/event/build.ts", "../registry/register.ts", "event must not import registry"],
    ["src/event/build.ts", "../delivery/queue.ts", "event must not import delivery"],
    ["src/registry/register.ts", "../delivery/queue.ts", "registry must not import delivery"],
    ["src/delivery/queue.ts", "../registry/register.ts", "delivery must not import registry"],
    ["src/mlflow/client.ts", "../store/store.ts", "mlflow must not import store"],
    ["src/store/store.ts", "../mlflow/client.ts", "store must not import mlflow"],
    ["src/store/store.test.ts", "../mlflow/client.ts", "store must not import mlflow"],
    ["src/signature/parse.ts", "../package/read.ts", "signature must not import package"],
    ["src/server/serve.ts", "../local-mlflow/run.ts", "server must not import local-mlflow"],
    ["src/local-mlflow/run.ts", "../mlflow/client.ts", "local-mlflow must not import mlflow"],
    ["src/error.ts", "./config/config.ts", "error must not import config"],
    ["src/config/config.ts", "../store/store.ts", "config must not import store"],
    ["src/signature/parse.ts", "node:fs/promises", "signature is pure and must not import node:fs"],
    ["src/package/read.ts", "undici", "package is pure and must not import undici"],
    ["src/rpc/get.ts", "../../test/support/mlflow.ts", "which lies outside src"],
    ["src/rpc/get.ts", "../../clients/typescript/src/retry.ts", "rpc must not import client"],
    [
      "src/rpc/get.ts",
      "../../clients/typescript/gen/a_pb.js",
      "generated code is imported as ../../clients/typescript/gen/a_pb.js",
    ],
  ])("refuses that %s imports %s", async ([file = "", specifier, says]) => {
    await write({ [file]: `// A file.\n\nimport { x } from "${specifier}";\n` });
    const [found, ...more] = await sentences(checkImports);
    expect(found).toContain(`${file}:3: `);
    expect(found).toContain(says);
    expect(found).toMatch(/; (let|move|import) /);
    expect(more).toEqual([]);
  });

  it.for([
    'import type { X } from "../cli/x.ts";',
    'export { x } from "../cli/x.ts";',
    'export * from "../cli/x.ts";',
    'import {\n  x,\n} from "../cli/x.ts";',
    'import "../cli/x.ts";',
    'const x = await import("../cli/x.ts");',
    'type X = import("../cli/x.ts").X;',
    "import { x } from '../cli/x.ts';",
  ])("sees %s", async (text) => {
    await write({ "src/store/store.ts": text });
    expect(await sentences(checkImports)).toHaveLength(1);
  });

  it("does not take a comment for an import", async () => {
    await write({
      "src/store/store.ts":
        '// as from "../cli/x.ts"\n/* import "../cli/x.ts" */\nconst url = "http://a"; // from "../cli/x.ts"\n',
    });
    expect(await sentences(checkImports)).toEqual([]);
  });

  it("refuses a folder that is no room of the house", async () => {
    await write({ "src/utils/text.ts": "export const x = 1;\n" });
    const [found] = await sentences(checkImports);
    expect(found).toMatch(
      /^src\/utils\/text\.ts: src\/utils is no room of the house \(main, cli, /,
    );
  });
});

describe("the other rules of the repository", () => {
  it("wants kebab-case of files and folders in src", async () => {
    await write({
      "src/store/event-log.test.ts": "",
      "src/store/eventLog.ts": "",
      "src/Store/log.ts": "",
    });
    const found = await sentences(checkFileNames);
    expect(found.map((text) => text.split(":")[0])).toEqual([
      "src/Store/log.ts",
      "src/store/eventLog.ts",
    ]);
  });

  it("refuses tests that are left out or leave out others, and reads no strings", async () => {
    const left = [
      "it.skip(",
      "describe.only(",
      "test.todo(",
      "it.concurrent.skip(",
      "it.skipIf(1)(",
    ];
    await write({
      "test/a.test.ts": left.map((call) => `${call}"works");\n`).join(""),
      "src/store/b.test.ts": 'it("it.skip( is a word", () => {}); // it.only(\nexit(1);\n',
      "clients/typescript/src/c.test.ts": 'it.only("works");\n',
    });
    const found = await sentences(checkSkippedTests);
    expect(found.map((text) => text.split(": ")[0])).toEqual([
      "clients/typescript/src/c.test.ts:1",
      ...left.map((_, i) => `test/a.test.ts:${i + 1}`),
    ]);
  });

  it("refuses addresses in the lock file", async () => {
    const local = { "node_modules/a": { resolved: "clients/a", link: true } };
    await write({ "package-lock.json": JSON.stringify({ packages: local }, null, 2) });
    expect(await sentences(checkLockFile)).toEqual([]);
    await write({ "package-lock.json": '{\n"resolved": "https://registry.example/a.tgz"\n}' });
    expect((await sentences(checkLockFile))[0]).toContain("package-lock.json:2: ");
  });

  it("refuses a lock file that lacks what one of its packages names", async () => {
    const packages = {
      "": { dependencies: { a: "1.0.0" } },
      "node_modules/a": { dependencies: { b: "^2.0.0" }, optionalDependencies: { c: "3.0.0" } },
      "node_modules/a/node_modules/b": { dependencies: { d: "4.0.0", e: "5.0.0" } },
      "node_modules/a/node_modules/d": {},
      "node_modules/e": {},
    };
    await write({ "package-lock.json": JSON.stringify({ packages }) });
    const [found, ...more] = await sentences(checkLockFile);
    expect(found).toContain("node_modules/a names c@3.0.0, which has no entry");
    expect(more).toEqual([]);
  });

  it("refuses an oldest Node that is too old for what the project is installed with", async () => {
    const needs = {
      "^20.19.0 || >=22.12.0": {},
      "6.* || 8.* || >= 10.*": {},
      "^22.12.0 || >=26": {},
      "*": {},
      ">=24": { dev: true },
      ">=22.19.0": {},
      ">=22.18.1": {},
      "^20 || ^24": {},
    };
    const packages = Object.entries(needs).map(([node, more], i) => {
      return [`node_modules/${i}`, { ...more, engines: { node } }];
    });
    const found = async (node: string) => {
      const all = { "": { engines: { node } }, ...Object.fromEntries(packages) };
      await write({ "package-lock.json": JSON.stringify({ packages: all }) });
      return (await sentences(checkLockFile)).map((text) => text.split(";")[0]);
    };
    const because = "package-lock.json: the project names Node";
    expect(await found(">=22.18")).toEqual([
      `${because} >=22.18, and node_modules/5 needs >=22.19.0`,
      `${because} >=22.18, and node_modules/6 needs >=22.18.1`,
      `${because} >=22.18, and node_modules/7 needs ^20 || ^24`,
    ]);
    expect(await found(">=22.19")).toEqual([
      `${because} >=22.19, and node_modules/7 needs ^20 || ^24`,
    ]);
    expect(await found(">=26.0.1")).toHaveLength(1);
  });

  it("refuses links of the docs that find no file", async () => {
    await write({
      "README.md": [
        "[start](docs/start.md) [site](https://example.com) [here](docs/start.md) `[x](code.md)`",
        "```",
        "[in code](gone.md)",
        "```",
        "[gone](docs/gone.md) ![picture](docs/gone.png)",
        "[ref]: docs/gone-too.md",
      ].join("\n"),
      "docs/start.md": "[up](../README.md) [root](/README.md) [gone](README.md)\n",
    });
    expect((await sentences(checkDocLinks)).map((text) => text.split(";")[0])).toEqual([
      "README.md:5: the link to docs/gone.md finds no file",
      "README.md:5: the link to docs/gone.png finds no file",
      "README.md:6: the link to docs/gone-too.md finds no file",
      "docs/start.md:1: the link to README.md finds no file",
    ]);
  });

  it("refuses links of the docs that find no heading", async () => {
    await write({
      "README.md": [
        "# The start",
        "[here](#the-start) [there](docs/a.md#keys--secrets) [again](docs/a.md#a-call-2)",
        "[gone](#the-end) [in code](docs/a.md#no-heading) [not said](docs/a.md)",
      ].join("\n"),
      "docs/a.md":
        "# Keys & `secrets`\n## A [call](a.md)\n## A call\n## A call\n```\n# no heading\n```\n",
    });
    expect((await sentences(checkDocLinks)).map((text) => text.split(";")[0])).toEqual([
      "README.md:3: the link to #the-end finds no heading",
      "README.md:3: the link to docs/a.md#no-heading finds no heading",
    ]);
  });
});

describe("the rule that results of benchmarks name commits of this history", () => {
  function git(...args: string[]): string {
    const author = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    const environment = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: "1", HOME: root };
    const options = { cwd: root, encoding: "utf8", env: environment } as const;
    return execFileSync("git", [...author, ...args], options).trim();
  }
  const result = (commit: string) => JSON.stringify({ benchmark: "a", commit }, null, 2);

  it("lets a result name one, also with changes, and one that was no commit at all", async () => {
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "--message=first");
    const commit = git("rev-parse", "--short=10", "HEAD");
    git("commit", "--quiet", "--allow-empty", "--message=second");
    await write({
      "bench/results/read.json": result(commit),
      "bench/results/scrape.json": result(`${commit}, with changes`),
      "bench/results/webhook.json": result("unknown"),
    });
    expect(await sentences(checkBenchCommits)).toEqual([]);
  });

  it("finds one that there is not, and one that was amended", async () => {
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "--message=first");
    const amended = git("rev-parse", "--short=10", "HEAD");
    git("commit", "--quiet", "--allow-empty", "--amend", "--message=other");
    await write({
      "bench/results/read.json": result("0123456789"),
      "bench/results/scrape.json": result(amended),
    });
    expect(await sentences(checkBenchCommits)).toEqual([
      expect.stringContaining("bench/results/read.json:3: the commit 0123456789 is not in"),
      expect.stringContaining(`bench/results/scrape.json:3: the commit ${amended} is not in`),
    ]);
  });

  it("asks nothing in a shallow clone, nor without a history", async () => {
    await write({ "bench/results/read.json": result("0123456789") });
    expect(await sentences(checkBenchCommits)).toEqual([]);
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "--message=first");
    await write({ ".git/shallow": `${git("rev-parse", "HEAD")}\n` });
    expect(await sentences(checkBenchCommits)).toEqual([]);
  });
});

describe("the rule that settings that are named exist", () => {
  it("lets pages and deployment files name settings, their files, and patterns of them", async () => {
    await write({
      "README.md": "`MODELWIRE_LOG_LEVEL`, `MODELWIRE_…`, MODELWIRE_TEST_MLFLOW\n",
      "deploy/compose.yaml": "MODELWIRE_SECRET_KEYS_FILE: /run/secrets/keys\n",
    });
    expect(await sentences(checkSettingNames)).toEqual([]);
  });

  it("finds one that does not", async () => {
    await write({
      "README.md": "",
      "docs/a.md": "First.\nMODELWIRE_LOG_LEVEL_FILE, MODELWIRE_LOGLEVEL\n",
    });
    expect(await sentences(checkSettingNames)).toEqual([
      expect.stringContaining("docs/a.md:2: there is no setting MODELWIRE_LOG_LEVEL_FILE"),
      expect.stringContaining("docs/a.md:2: there is no setting MODELWIRE_LOGLEVEL;"),
    ]);
  });
});
