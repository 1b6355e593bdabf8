// Registers a directory, as MLflow saves one, as a baseline: upload, then register.
//   MODELWIRE_URL=http://127.0.0.1:8080 node register-baseline.ts <model>
import { randomUUID } from "node:crypto";
import { connect, uploadDirectory } from "@modelwire/client";

const [directory = "model"] = process.argv.slice(2);
const modelwire = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });

const { uploadId } = await uploadDirectory(modelwire, directory);
const { registration } = await modelwire.registry.registerBaseline({
  requestId: randomUUID(), // the same again gives the same answer, and makes nothing twice
  modelType: "lead_scoring",
  source: { case: "uploadedPackage", value: { uploadId } },
  metrics: { auc: 0.91 },
  description: "visits and opened mails",
});
console.log("model_id", registration?.modelId);
console.log("model_uuid", registration?.modelInfo?.modelUuid);
