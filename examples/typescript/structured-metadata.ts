// Keeps metadata of any shape and size with a model, and reads it back.
//   MODELWIRE_URL=http://127.0.0.1:8080 node structured-metadata.ts <model>
import { randomUUID } from "node:crypto";
import { connect, uploadDirectory } from "@modelwire/client";

const [directory = "model"] = process.argv.slice(2);
const modelwire = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });

const { uploadId } = await uploadDirectory(modelwire, directory);
const { registration } = await modelwire.registry.registerBaseline({
  requestId: randomUUID(),
  modelType: "classification",
  source: { case: "uploadedPackage", value: { uploadId } },
  // Added to what the package's own MLmodel has, and not cut anywhere.
  metadata: {
    dataset: { name: "leads", rows: 4, columns: ["site_visits", "emails_opened"] },
    reviewed: true,
    notes: "long ".repeat(2_000),
  },
});
const modelUuid = registration?.modelInfo?.modelUuid ?? "";

const found = await modelwire.registry.getModelByUuid({ modelUuid });
const { dataset, notes, ...rest } = found.registration?.modelInfo?.metadata ?? {};
console.log("model_uuid", modelUuid);
console.log("dataset", JSON.stringify(dataset));
console.log("notes", String(notes).length, "characters");
console.log("and", JSON.stringify(rest));
