// Looks models up by their uuid: one that is there, one that is not, and one nobody can tell of.
//   MODELWIRE_URL=http://127.0.0.1:8080 node look-up-by-uuid.ts <model_uuid>
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { connect, ErrorReason, errorFacts, type Modelwire } from "@modelwire/client";

const [modelUuid = ""] = process.argv.slice(2);
const modelwire = connect({ url: process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080" });

async function lookUp({ registry }: Modelwire, modelUuid: string): Promise<string> {
  try {
    const { registration } = await registry.getModelByUuid({ modelUuid });
    return `${registration?.modelId}, ${registration?.modelType}`;
  } catch (error) {
    if (errorFacts(error)?.reason === ErrorReason.MODEL_NOT_FOUND) return "there is no such model";
    // Not the same: it may well be there. Ask again later.
    return `nobody knows: ${error}`;
  }
}

console.log(await lookUp(modelwire, modelUuid));
console.log(await lookUp(modelwire, `m-${"0".repeat(32)}`));

// Where nobody serves.
const taken = createServer().listen(0, "127.0.0.1");
await once(taken, "listening");
const { port } = taken.address() as AddressInfo;
taken.close();
console.log(await lookUp(connect({ url: `http://127.0.0.1:${port}` }), modelUuid));
