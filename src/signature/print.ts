import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { signatureJson } from "./from-message.ts";
import type { SignatureJson } from "./mlflow-json.ts";
import { printPythonJson } from "./python-json.ts";

/** MLflow's own JSON of a signature: a text for each part that there is. */
export interface PrintedSignature {
  inputs?: string;
  outputs?: string;
  params?: string;
}

/**
 * Prints a signature as MLflow's own JSON, for an MLmodel file, byte for byte as MLflow does.
 *
 * Where the message has `mlflow_json`, that is what is printed again: it can say more than the
 * typed parts, such as the order of an object's members in a default.
 *
 * @throws SignatureError where the message breaks MLflow's rules.
 */
export function printSignature(signature: Signature): PrintedSignature {
  return printJson(signatureJson(signature));
}

/** Prints a signature in MLflow's shapes. */
export function printJson({ inputs, outputs, params }: SignatureJson): PrintedSignature {
  return {
    ...(inputs && { inputs: printPythonJson(inputs) }),
    ...(outputs && { outputs: printPythonJson(outputs) }),
    ...(params && { params: printPythonJson(params) }),
  };
}
