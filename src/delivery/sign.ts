import { createHmac } from "node:crypto";
import { isSiteFormat } from "../event/bodies.ts";

const PREFIX = "whsec_";

/** What is signed. */
export interface SignedRequest {
  /** The name of a BodyFormat: STANDARD, PROTOBUF, SITE_FLAT or SITE_NESTED. */
  format: string;
  /** Opened, the newest first. */
  secrets: readonly string[];
  /** `webhook-id`. */
  id: string;
  body: Uint8Array;
}

/**
 * Signs a request as its format says, and gives the headers that tell it: Standard Webhooks 1.0.0
 * with the `v1` signature of every secret, or the site's `X-Hokusai-Signature` of the newest.
 *
 * @param at the time of this attempt, in milliseconds since 1970
 */
export function signatureHeaders(request: SignedRequest, at: number): Record<string, string> {
  const { format, secrets, id, body } = request;
  if (isSiteFormat(format)) {
    const [secret = ""] = secrets;
    const digest = createHmac("sha256", Buffer.from(secret, "utf8")).update(body).digest("hex");
    return { "X-Hokusai-Signature": `sha256=${digest}` };
  }
  const timestamp = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(
      secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret,
      "base64",
    );
    const hmac = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body);
    return `v1,${hmac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
