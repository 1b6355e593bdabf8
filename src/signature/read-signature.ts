import { refuse } from "./error.ts";
import type { SignatureJson } from "./mlflow-json.ts";
import { parsePythonJson } from "./python-json.ts";
import { readParams } from "./read-params.ts";
import { readSchema } from "./read-schema.ts";

/** The three JSON texts of MLflow's `ModelSignature.to_dict()`; null, unset or empty for none. */
export interface SignatureTexts {
  inputs?: string | null | undefined;
  outputs?: string | null | undefined;
  params?: string | null | undefined;
}

/**
 * Reads the three JSON texts into MLflow's own shapes.
 *
 * @param prefix what the paths of errors begin with.
 * @throws SignatureError at the first thing that is wrong.
 */
export function readSignature(json: SignatureTexts, prefix: string): SignatureJson {
  const signature: SignatureJson = {};
  for (const part of ["inputs", "outputs"] as const) {
    const text = json[part];
    if (text) signature[part] = readSchema(parsePythonJson(text, prefix + part), prefix + part);
  }
  if (json.params) {
    const path = `${prefix}params`;
    signature.params = readParams(parsePythonJson(json.params, path), path);
  }
  if (Object.keys(signature).length === 0) refuse("signature", emptyReason);
  return signature;
}

/** Says that a signature has nothing in it. */
export const emptyReason = "expected at least one of inputs, outputs and params";
