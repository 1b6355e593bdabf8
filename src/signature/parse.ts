import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { readSignature, type SignatureTexts } from "./read-signature.ts";
import { toMessage } from "./to-message.ts";

/**
 * Reads a signature as it stands in an MLmodel file. The message comes out whole: typed parts,
 * MLflow's JSON as MLflow would print it again, and Python's text.
 *
 * What MLflow reads is read, also two columns of one name or a column named by a number. Refused
 * beyond that is what the message cannot hold: see readSchema and parsePythonJson.
 *
 * @throws SignatureError with paths such as `inputs[2].type`.
 */
export function parseSignature(json: SignatureTexts): Signature {
  return toMessage(readSignature(json, ""));
}
