import { randomBytes } from "node:crypto";
import { isSiteFormat } from "../event/bodies.ts";
import type { EndpointRow } from "../store/endpoints.ts";

const PREFIX = "whsec_";

/** Makes a signing secret of Standard Webhooks: `whsec_` and base64 of 32 random bytes. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/** Makes a signing secret of an endpoint's format; for the site's formats, 64 hexadecimal digits. */
export function newSecretOf(format: string): string {
  // Its UTF-8 bytes are the key there: a prefix and base64 would only suggest otherwise.
  return isSiteFormat(format) ? randomBytes(32).toString("hex") : newSecret();
}

/** Tells whether a text is a signing secret: `whsec_` and base64 of 24 to 64 bytes. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const base64 = text.slice(PREFIX.length);
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 && bytes.length >= 24 && bytes.length <= 64;
}

/** Says what is wrong with the secret of an endpoint of a format; undefined where nothing is. */
export function wrongSecret(format: string, text: string): string | undefined {
  if (isSiteFormat(format)) {
    if (/^[\x20-\x7e]{16,500}$/.test(text)) return undefined;
    return "expected 16 to 500 printable ASCII characters; leave it unset for a new one";
  }
  if (isSecret(text)) return undefined;
  return "expected whsec_ and base64 of 24 to 64 bytes; leave it unset for a new one";
}

/** A secret that still signs for a while. */
export interface PreviousSecret {
  /** Sealed. */
  secret: string;
  /** Until when it signs, in milliseconds since 1970. */
  until: number;
}

/** Gives the earlier secrets of an endpoint that still sign, newest first. */
export function previousSecrets(
  row: Pick<EndpointRow, "previous_secrets">,
  now: number,
): PreviousSecret[] {
  const all: PreviousSecret[] = JSON.parse(row.previous_secrets);
  return all.filter(({ until }) => until > now);
}
