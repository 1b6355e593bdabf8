import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const model = fileURLToPath(new URL("../examples/quickstart/model", import.meta.url));

const script = `
import json, sys, mlflow
model = mlflow.pyfunc.load_model(sys.argv[1])
scores = model.predict(model.input_example)["score"]
print(json.dumps({"scores": list(scores), "signature": model.metadata.signature.to_dict()}))
`;

test("the quickstart model loads with MLflow and scores its own example", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "modelwire-quickstart-"));
  try {
    // Without bytecode the example stays as it is in the repository.
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
    const args = ["-c", script, model];
    const { stdout } = await promisify(execFile)(inject("mlflowPython"), args, { cwd, env });
    const { scores, signature } = JSON.parse(stdout) as {
      scores: number[];
      signature: { inputs: string };
    };
    // 1 / (1 + exp(-(-3 + 0.25 visits + 0.4 emails - 0.05 days))), worked out apart.
    expect(scores).toHaveLength(2);
    expect(scores[0]).toBeCloseTo(1 / (1 + Math.exp(-1.9)), 12);
    expect(scores[1]).toBeCloseTo(1 / (1 + Math.exp(5.025)), 12);
    const columns = JSON.parse(signature.inputs) as { name: string }[];
    expect(columns.map(({ name }) => name)).toEqual([
      "site_visits",
      "emails_opened",
      "days_since_contact",
    ]);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
});
