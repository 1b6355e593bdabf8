import type { JsonObject } from "@bufbuild/protobuf";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { saveInputExample } from "../package/input-example.ts";
import type { SignatureJson } from "../package/mlmodel.ts";
import { completeSignature } from "../signature/complete.ts";
import { fromExampleMessage } from "../signature/example-message.ts";
import { inferSignature } from "../signature/infer.ts";
import { namingFields } from "./signature-fields.ts";

type Request = RegisterBaselineRequest | RegisterImprovedModelRequest;

/** What follows from the examples of a request. */
export interface PlannedExamples {
  /** Files that are saved beside the model. */
  files: { path: string; content: Uint8Array<ArrayBuffer> }[];
  /** What the MLmodel says of them. */
  info: JsonObject;
  /** What MLflow would infer from them. */
  signature: SignatureJson;
}

/** Completes the signature that a request gives. @throws ModelwireError INVALID_FIELD */
export function plannedSignature({ signature }: Request): SignatureJson | undefined {
  return signature && namingFields(() => textsOf(completeSignature(signature).mlflowJson));
}

/** Reads the examples that a request gives. @throws ModelwireError INVALID_FIELD */
export function planExamples(request: Request): PlannedExamples | undefined {
  const { inputExample, outputExample, paramsExample } = request;
  if (!inputExample) return undefined;
  const input = namingFields(() => fromExampleMessage(inputExample, "input_example"));
  const output =
    outputExample && namingFields(() => fromExampleMessage(outputExample, "output_example"));
  const { files, info } = namingFields(() => saveInputExample(input, paramsExample), fieldOf);
  const inferred = namingFields(
    () => inferSignature({ input, output, paramsJson: paramsExample }),
    fieldOf,
  );
  return {
    files: files.map(({ path, content }) => ({
      path,
      content: new TextEncoder().encode(content),
    })),
    info,
    signature: textsOf(inferred.signature.mlflowJson),
  };
}

// The paths of `src/signature` begin with what it calls the examples.
function fieldOf(path: string): string {
  return path
    .replace(/^(input|output)(?=[.[]|$)/, "$1_example")
    .replace(/^params_json/, "params_example");
}

function textsOf(json: SignatureJson | undefined): SignatureJson {
  const { inputs, outputs, params } = json ?? {};
  return { inputs, outputs, params };
}
