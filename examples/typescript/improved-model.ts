// Registers a model that improves a baseline, with its contributor, and tells what it brought.
//   MODELWIRE_URL=http://127.0.0.1:8080 node improved-model.ts <model> <baseline's model_id>
import { randomUUID } from "node:crypto";
import { connect, uploadDirectory } from "@modelwire/client";
import { ContributorKind } from "@modelwire/client/gen/modelwire/registry/v1/registration_pb";

const [directory = "model", baseline = ""] = process.argv.slice(2);
const modelwire = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });

const { uploadId } = await uploadDirectory(modelwire, directory);
const { registration: improved } = await modelwire.registry.registerImprovedModel({
  requestId: randomUUID(),
  baseline: { ref: { case: "modelId", value: baseline } },
  contributor: {
    kind: ContributorKind.ETHEREUM_ADDRESS,
    id: "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1",
  },
  source: { case: "uploadedPackage", value: { uploadId } },
  metrics: { auc: 0.93 }, // the server compares them with what the baseline recorded
});
console.log(improved?.modelId, "improves", improved?.baseline?.modelId);
console.log("contributor", improved?.contributor?.id);
for (const { metric, baselineValue, value, absoluteChange } of improved?.improvements ?? []) {
  console.log(`${metric} ${baselineValue} to ${value}, ${absoluteChange?.toFixed(2)}`);
}
const { nodes } = await modelwire.registry.getLineage({
  ref: { ref: { case: "modelId", value: improved?.modelId ?? "" } },
});
const path = nodes.filter(({ onPath }) => onPath).map(({ modelId }) => modelId);
console.log("lineage", path.join(" > "));
