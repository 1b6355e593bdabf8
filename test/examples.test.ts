import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { quickstartModel } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { ensurePythonClient, type RunPython } from "./support/python-client.ts";
import { python as plainPython } from "./support/services.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";
import { describeWith } from "./support/toolchains.ts";
import { makeTypescriptProject } from "./support/typescript-project.ts";

/** The time to install what the examples need. */
const LONG_MS = 600_000;

const execute = promisify(execFile);
const examples = fileURLToPath(new URL("../examples", import.meta.url));
const prefix = "leads";
const uuid = "m-[0-9a-f]{32}";

/** What a model is given, as far as it takes it. A double must not be whole to be one in JSON. */
const row = { site_visits: [12], emails_opened: [5], days_since_contact: [2.5] };

describeWith(["python3", "git"], "the examples", () => {
  let mlflow: OwnMlflow;
  let modelwire: TestModelwire;
  let folder: TemporaryDirectory;
  let python: RunPython;
  let project: string;
  let environment: Record<string, string>;
  /** `model_uuid` of the baseline of each language. */
  const uuids: Record<string, string> = {};

  beforeAll(async () => {
    folder = await makeTemporaryDirectory("modelwire-examples-");
    mlflow = await startOwnMlflow();
    modelwire = await startModelwire({
      mlflowUrl: mlflow.url,
      // Lineages are told once all of MLflow was seen.
      reconcile: true,
      environment: { MODELWIRE_MODEL_PREFIX: prefix },
    });
    const version = inject("mlflowVersion");
    python = await ensurePythonClient(`python-drop-in-${version}`, [
      `mlflow/${version}/server.txt`,
      `mlflow/${version}/test.txt`,
      "clients/python/requirements/beside-mlflow.txt",
    ]);
    project = await makeTypescriptProject(folder.path, "examples/typescript");
    environment = {
      MODELWIRE_GRPC: modelwire.grpcAddress,
      MODELWIRE_URL: modelwire.httpUrl,
      MLFLOW_TRACKING_URI: mlflow.url,
      PYTHONPATH: "src",
    };
  }, LONG_MS);
  afterAll(async () => {
    await modelwire?.stop();
    await mlflow?.stop();
    await folder?.remove();
  });

  function runPython(name: string, ...args: string[]): Promise<string> {
    return python([join(examples, "python", `${name}.py`), ...args], { env: environment });
  }

  async function runTypescript(name: string, ...args: string[]): Promise<string> {
    const { stdout } = await execute(process.execPath, [`${name}.ts`, ...args], {
      cwd: project,
      env: { ...process.env, ...environment },
    });
    return stdout;
  }

  /** Loads a registered model with plain MLflow, and gives what it says of a row. */
  async function predict(modelId: string, columns: (keyof typeof row)[]): Promise<unknown> {
    const script = `
import json, os, mlflow, numpy as np, pandas as pd
said = mlflow.pyfunc.load_model(os.environ["URI"]).predict(pd.DataFrame(json.loads(os.environ["ROW"])))
print(json.dumps(np.asarray(said).ravel().tolist()))`;
    const given = Object.fromEntries(columns.map((column) => [column, row[column]]));
    const output = await plainPython(script, {
      URI: `models:/${modelId}`,
      ROW: JSON.stringify(given),
      MLFLOW_TRACKING_URI: mlflow.url,
    });
    return JSON.parse(output);
  }

  test.each([
    ["improved_model", "baseline"],
    ["look_up_by_uuid", "model_uuid"],
    ["webhook_receiver", "model_uri"],
  ])("%s.py names the argument that it lacks", async (name, argument) => {
    await expect(runPython(name)).rejects.toThrow(`arguments are required: ${argument}`);
  });

  test("register a baseline, which plain MLflow loads", { timeout: LONG_MS }, async () => {
    const outputs = {
      python: await runPython("register_baseline"),
      typescript: await runTypescript("register-baseline", quickstartModel),
    };
    const shape = new RegExp(
      `^model_id (${prefix}_lead_scoring_baseline/\\d)\nmodel_uuid (${uuid})`,
    );
    for (const [language, output] of Object.entries(outputs)) {
      const [, modelId = "", modelUuid = ""] = shape.exec(output) ?? [];
      expect(modelUuid, output).not.toBe("");
      uuids[language] = modelUuid;
      const columns: (keyof typeof row)[] = ["site_visits", "emails_opened"];
      if (language === "typescript") columns.push("days_since_contact");
      expect(await predict(modelId, columns)).toEqual([
        language === "python" ? 1 : expect.closeTo(0.867, 3),
      ]);
    }
  });

  test("give a signature, written and inferred", { timeout: LONG_MS }, async () => {
    const inputs = "'site_visits': long (required), 'emails_opened': long (required)";
    const written = await runPython("signatures");
    expect(written.split(`inputs: \n  [${inputs}]`)).toHaveLength(4);
    expect(written).toMatch(/^written: inputs: \n.*\noutputs: \n {2}\['won': long \(required\)\]/);
    expect(written).toMatch(/by MLflow: .*\n.*\noutputs: \n {2}\[Tensor\('int64', \(-1,\)\)\]/);
    expect(written).toMatch(/by the server: .*\n.*\noutputs: \n {2}\[long \(required\)\]/);

    const described = await runTypescript("signatures", join(examples, "quickstart"));
    const all = `inputs: \n  [${inputs}, 'days_since_contact': double (required)]\noutputs: \n  ['score': double (required)]`;
    expect(described.split(all)).toHaveLength(4);
    const [, modelId = ""] = /^inferred (\S+)$/m.exec(described) ?? [];
    expect(await predict(modelId, ["site_visits", "emails_opened", "days_since_contact"])).toEqual([
      expect.closeTo(0.867, 3),
    ]);
  });

  test("keep structured metadata whole, also in MLflow", { timeout: LONG_MS }, async () => {
    expect(await runPython("structured_metadata")).toBe(
      [
        "keys: dataset, notes, reviewed, team",
        "dataset.name: leads",
        "notes: 10000 characters",
        "in MLflow: 4 rows, team growth",
        "",
      ].join("\n"),
    );
    const output = await runTypescript("structured-metadata", quickstartModel);
    expect(output).toContain('"columns":["site_visits","emails_opened"]');
    expect(output).toContain("notes 10000 characters");
    expect(output).toContain('and {"columns":3,"purpose":"quickstart","reviewed":true}');
  });

  test("bring code, and the commit by which MLflow finds the version", {
    timeout: LONG_MS,
  }, async () => {
    const { stdout } = await execute("git", ["-C", examples, "rev-parse", "HEAD"]);
    const commit = stdout.trim();
    const outputs = [
      await runPython("code_paths"),
      await runTypescript("code-paths", join(examples, "python")),
    ];
    const ids: string[] = [];
    for (const output of outputs) {
      expect(output).toContain(`\ncommit ${commit}\n`);
      expect(output).toMatch(/^code\/lead_features\/__init__\.py [0-9a-f]{64}$/m);
      const [, modelId = ""] = /^model_id (\S+)$/m.exec(output) ?? [];
      ids.push(modelId);
      expect(await predict(modelId, ["site_visits", "emails_opened"])).toEqual([22]);
    }
    const found = await plainPython(
      `
import os
from mlflow import MlflowClient
where = f"name = '{os.environ['NAME']}' and tags.\`mlflow.source.git.commit\` = '{os.environ['COMMIT']}'"
print(" ".join(f"{v.name}/{v.version}" for v in MlflowClient().search_model_versions(where)))`,
      {
        NAME: `${prefix}_regression_baseline`,
        COMMIT: commit,
        MLFLOW_TRACKING_URI: mlflow.url,
      },
    );
    expect(found.trim().split(" ").sort()).toEqual(ids.sort());
  });

  test("tell a model that is not there from one that nobody can tell of", async () => {
    const outputs = {
      python: await runPython("look_up_by_uuid", uuids.python ?? ""),
      typescript: await runTypescript("look-up-by-uuid", uuids.typescript ?? ""),
    };
    for (const output of Object.values(outputs)) {
      const [found, notThere, unknown] = output.split("\n");
      expect(found).toMatch(new RegExp(`^${prefix}_lead_scoring_baseline/\\d, lead_scoring$`));
      expect(notThere).toBe("there is no such model");
      expect(unknown).toMatch(/^nobody knows: .*unavailable/i);
    }
  });

  test("improve a baseline, and tell what that brought", { timeout: LONG_MS }, async () => {
    const outputs = [
      await runPython("improved_model", `${prefix}_lead_scoring_baseline/1`),
      await runTypescript("improved-model", quickstartModel, `${prefix}_lead_scoring_baseline/2`),
    ];
    const contributor = "contributor 0x742d35cc6634c0532925a3b844bc9e7595f0beb1";
    for (const [i, output] of outputs.entries()) {
      const [baseline, improved] = ["baseline", "improved"].map(
        (kind) => `${prefix}_lead_scoring_${kind}/${i + 1}`,
      );
      expect(output.split("\n")).toEqual([
        `${improved} improves ${baseline}`,
        contributor,
        ["log_loss 0.061 to 0.011", "auc 0.91 to 0.93, 0.02"][i],
        `lineage ${baseline} > ${improved}`,
        "",
      ]);
    }
  });

  test("receive and verify a webhook", { timeout: LONG_MS }, async () => {
    const uri = `models:/${uuids.python}`;
    expect(await runPython("webhook_receiver", uri)).toMatch(
      /^EVENT_TYPE_MODEL_REGISTERED example_webhooks\/\d+$/m,
    );
    expect(await runTypescript("webhook-receiver", uri)).toMatch(
      /^MODEL_REGISTERED example_webhooks_typescript\/\d+$/m,
    );
  });
});
