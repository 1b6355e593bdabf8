import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { findDifferences } from "./difference.ts";
import { gather, refuse, SignatureError } from "./error.ts";
import { checkTypedSchemas, fromMessage } from "./from-message.ts";
import { emptyReason, readSignature } from "./read-signature.ts";
import { checkSchema } from "./schema-rules.ts";
import { toMessage } from "./to-message.ts";

/**
 * Completes a signature of a request, which has typed parts, `mlflow_json` or both, into one of an
 * answer, which has all of them and the text. Where both are given they must say the same in all
 * parts, and `mlflow_json` is kept, since it can say more.
 *
 * @throws SignatureError with the paths of proto fields, such as
 *   `signature.inputs.columns.columns[1].type` or `signature.mlflow_json.inputs[1].type`, where
 *   MLflow could not read the signature back, where names are not unique, and where the two forms
 *   differ.
 */
export function completeSignature(requested: Signature): Signature {
  const { mlflowJson } = requested;
  const typed =
    requested.inputs !== undefined ||
    requested.outputs !== undefined ||
    requested.params.length > 0;
  if (!mlflowJson?.inputs && !mlflowJson?.outputs && !mlflowJson?.params) {
    return completeTyped(requested);
  }
  const completed = completeJson(mlflowJson);
  if (typed) {
    const [first, ...others] = findDifferences(toMessage(fromMessage(requested)), completed);
    if (first !== undefined) throw new SignatureError(first, ...others);
  }
  return completed;
}

function completeTyped(requested: Signature): Signature {
  const json = fromMessage(requested);
  checkTypedSchemas(json);
  const completed = toMessage(json);
  // What cannot be read again, such as too deep nesting, must not get into an MLmodel file.
  readSignature(completed.mlflowJson ?? {}, "signature.");
  return completed;
}

function completeJson(mlflowJson: NonNullable<Signature["mlflowJson"]>): Signature {
  const path = "signature.mlflow_json";
  const json = readSignature(mlflowJson, `${path}.`);
  gather(["inputs", "outputs"] as const, (part) => {
    if (json[part] !== undefined) checkSchema(json[part], `${path}.${part}`);
  });
  if (!json.inputs && !json.outputs && json.params?.length === 0) refuse(path, emptyReason);
  const completed = toMessage(json);
  // What the typed parts cannot say, such as an empty name, could not be sent back in a request.
  fromMessage(completed);
  return completed;
}
