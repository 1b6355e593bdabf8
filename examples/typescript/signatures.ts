// Says what a model takes and gives: written out, and inferred by the server. The model is described
// to the server, which writes the MLmodel file: no Python is needed here.
//   MODELWIRE_URL=http://127.0.0.1:8080 node signatures.ts <folder with lead_scoring.py>
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "@modelwire/client";
import { ScalarType } from "@modelwire/client/gen/modelwire/registry/v1/signature_pb";

const [folder = "."] = process.argv.slice(2);
const { registry } = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });

// A script that makes the model and calls mlflow.models.set_model.
const path = "lead_scoring.py";
const described = {
  files: [{ path, content: await readFile(join(folder, path)) }],
  modelDescription: {
    flavor: { case: "modelFromCode" as const, value: { path } },
    pipRequirements: ["numpy", "pandas"],
  },
};

const column = (name: string, scalar: ScalarType) => ({
  name,
  type: { type: { case: "scalar" as const, value: scalar } },
});
const schema = (...columns: ReturnType<typeof column>[]) => ({
  kind: { case: "columns" as const, value: { columns } },
});
const written = {
  inputs: schema(
    column("site_visits", ScalarType.LONG),
    column("emails_opened", ScalarType.LONG),
    column("days_since_contact", ScalarType.DOUBLE),
  ),
  outputs: schema(column("score", ScalarType.DOUBLE)),
};

// JSON text: 1 is a long to MLflow, and 1.0 a double.
const table = (columns: { name: string; dtype: string; values: string }[]) => ({
  kind: { case: "table" as const, value: { columns } },
});
const leads = table([
  { name: "site_visits", dtype: "int64", values: "[12, 1]" },
  { name: "emails_opened", dtype: "int64", values: "[5, 0]" },
  { name: "days_since_contact", dtype: "float64", values: "[2.0, 45.5]" },
]);
const scores = table([{ name: "score", dtype: "float64", values: "[0.87, 0.01]" }]);

for (const [how, given] of Object.entries({
  written: { signature: written },
  inferred: { inputExample: leads, outputExample: scores },
})) {
  const { registration } = await registry.registerBaseline({
    requestId: randomUUID(),
    modelType: "ranking",
    source: { case: "package", value: described },
    ...given,
  });
  console.log(`${how} ${registration?.modelId}\n${registration?.modelInfo?.signature?.text}`);
}
const { signature } = await registry.inferSignature({ input: leads, output: scores });
console.log(`nothing registered\n${signature?.text}`);
