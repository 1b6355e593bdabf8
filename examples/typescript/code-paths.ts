// Registers a model with the code that it needs where it is loaded, and the commit that this is from.
//   MODELWIRE_URL=http://127.0.0.1:8080 node code-paths.ts <folder with lead_features/>
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "@modelwire/client";

const [folder = "."] = process.argv.slice(2);
const { registry } = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });
const git = ["-C", folder, "rev-parse", "HEAD"];
const commit = execFileSync("git", git, { encoding: "utf8" }).trim();

const model = `
import mlflow
from lead_features import engagement

class Engagement(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return engagement(model_input)

mlflow.models.set_model(Engagement())
`;
// MLflow makes what is below code/ importable, as with code_paths in Python.
const code = "lead_features/__init__.py";
const { registration } = await registry.registerBaseline({
  requestId: randomUUID(),
  modelType: "regression",
  source: {
    case: "package",
    value: {
      files: [
        { path: "model.py", content: Buffer.from(model) },
        { path: `code/${code}`, content: await readFile(join(folder, code)) },
      ],
      modelDescription: {
        flavor: { case: "modelFromCode", value: { path: "model.py" } },
        pipRequirements: ["pandas"],
      },
    },
  },
  // The name that MLflow gives it, by which its own search finds the version.
  tags: { "mlflow.source.git.commit": commit },
});
console.log("model_id", registration?.modelId);
console.log("commit", registration?.modelVersion?.tags["mlflow.source.git.commit"]);
for (const { path, sha256 } of registration?.modelInfo?.files ?? []) {
  if (path.startsWith("code/")) console.log(path, sha256);
}
