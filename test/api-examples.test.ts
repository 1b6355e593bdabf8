import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MethodOptions_IdempotencyLevel as Idempotency } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runTool } from "../scripts/check/tool.ts";
import { kebab, readApiContract } from "../scripts/docs/api/contract.ts";
import { type Example, readExamples } from "../scripts/docs/api/examples.ts";
import { ExampleIds } from "./support/example-ids.ts";
import { startRunner } from "./support/example-runners.ts";
import { startModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { startReceiver } from "./support/receiver.ts";
import { makeTemporaryDirectory } from "./support/temporary-directory.ts";

/** The time to install what Python's are run with, and to run all of a language. */
const LONG_MS = 600_000;
const root = fileURLToPath(new URL("..", import.meta.url));

let mlflow: OwnMlflow;
let examples: Example[];
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  examples = await readExamples(root, await readApiContract(root));
}, LONG_MS);
afterAll(() => mlflow?.stop());

test.each(["sh", "python", "ts"] as const)(
  "every example of the reference in %s is answered as its page says",
  { timeout: LONG_MS },
  async (language) => {
    await using released = new AsyncDisposableStack();
    const receiver = released.adopt(await startReceiver(), (receiver) => receiver.close());
    const folder = released.adopt(await makeTemporaryDirectory("modelwire-examples-"), (folder) =>
      folder.remove(),
    );
    const modelwire = released.adopt(
      await startModelwire({ mlflowUrl: mlflow.url, reconcile: true }),
      (modelwire) => modelwire.stop(),
    );
    const runner = released.adopt(await startRunner[language](modelwire, folder.path), (runner) =>
      runner.stop(),
    );
    // All languages share an MLflow: each has registered models and a contributor of its own.
    const ids = new ExampleIds({
      "http://127.0.0.1:8080": modelwire.httpUrl,
      "https://receiver.example.com/webhooks": receiver.url,
      modelwire_churn: `${language}_churn`,
      alice: `alice-${language}`,
    });
    for (const example of examples) {
      const { method, name, answers: shown } = example;
      const code = ids.inText(await codeOf(example, language));
      const runOnce = async () => {
        const answers = await runner.run(method, code);
        expect(ids.compare(shown, answers), `${name}: ${JSON.stringify(answers)}`).toEqual([]);
      };
      // What is still under way, such as a delivery, is asked for until it is as the page says.
      const isRead = method.idempotency === Idempotency.NO_SIDE_EFFECTS;
      await (isRead ? vi.waitFor(runOnce, { timeout: 30_000, interval: 100 }) : runOnce());
    }
  },
);

test("the examples in TypeScript compile against the client's types", async () => {
  const folder = await makeTemporaryDirectory("modelwire-examples-");
  try {
    const options = {
      extends: `${root}/tsconfig.json`,
      compilerOptions: { paths: clientPaths },
      include: ["*.ts"],
    };
    await writeFile(join(folder.path, "tsconfig.json"), JSON.stringify(options));
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    await symlink(join(root, "node_modules"), join(folder.path, "node_modules"));
    const connected = 'import type { Modelwire } from "@modelwire/client";\n';
    for (const example of examples) {
      const code = await codeOf(example, "ts");
      const text = `${connected}declare const modelwire: Modelwire;\n${code}`;
      await writeFile(join(folder.path, `${example.name}.ts`), text);
    }
    expect(await runTool(root, "tsc", ["-p", folder.path, "--pretty", "false"])).toEqual([]);
  } finally {
    await folder.remove();
  }
});

const clientPaths = {
  "@modelwire/client": [`${root}/clients/typescript/src/index.ts`],
  "@modelwire/client/gen/*": [`${root}/clients/typescript/gen/*.d.ts`],
};

/** Finds the code of an example on the page of its service, below its RPC and its title. */
async function codeOf({ method, name, title }: Example, language: string): Promise<string> {
  const page = await readFile(`${root}/docs/api/${kebab(method.parent.name)}.md`, "utf8");
  const section = between(page, `## ${method.name}\n`, /^## /m);
  const example = between(section, `**Example${title ? `: ${title}` : ""}**`, /^\*\*Example/m);
  const code = between(example, `\`\`\`${language}\n`, /^```$/m);
  expect(code, `the example ${name} in ${language}`).not.toBe("");
  return code;
}

/** Gives what stands between a beginning of a line and what comes next; nothing where it is not. */
function between(text: string, begin: string, end: RegExp): string {
  const at = `\n${text}`.indexOf(`\n${begin}`);
  return at < 0 ? "" : (text.slice(at + begin.length).split(end)[0] ?? "");
}
