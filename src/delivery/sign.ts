import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { isSiteFormat } from "../event/bodies.ts";

const PREFIX = "whsec_";
const standardKeysOf = keysOf((secret) =>
  Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, "base64"),
);
const siteKeysOf = keysOf((secret) => Buffer.from(secret, "utf8"));

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
    const [key] = siteKeysOf(secrets);
    if (!key) throw new Error("expected a secret");
    const digest = createHmac("sha256", key).update(body).digest("hex");
    return { "X-Hokusai-Signature": `sha256=${digest}` };
  }
  const timestamp = String(Math.floor(at / 1000));
  const signatures = standardKeysOf(secrets).map((key) => {
    const hmac = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body);
    return `v1,${hmac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

/** Keeps the keys that a list of secrets stands for: to make one takes longer than to sign with it. */
function keysOf(decode: (secret: string) => Buffer) {
  const kept = new WeakMap<readonly string[], KeyObject[]>();
  return (secrets: readonly string[]): KeyObject[] => {
    const keys = kept.get(secrets) ?? secrets.map((secret) => createSecretKey(decode(secret)));
    kept.set(secrets, keys);
    return keys;
  };
}
