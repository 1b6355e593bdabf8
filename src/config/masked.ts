import type { Setting } from "./values.ts";

const MASK = "***";
/** What the query of a URL may say without being a secret: libpq's names for how to connect. */
const harmless = /^(ssl(mode|rootcert|cert|key)?|application_name|connect_timeout|host|port|user)$/;

/** Gives the text of a setting as it may be shown. */
export function masked({ secret }: Setting, text: string): string {
  // A URL that need not be secret may have a password all the same.
  if (secret === undefined) return withoutPassword(text);
  return secret === "url" ? maskedUrl(text) : MASK;
}

/** Gives a text, without what is secret in it where it is a URL with a user or a password. */
export function withoutPassword(text: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text) ? maskedUrl(text) : text;
}

/**
 * Gives a URL without what is secret in it: the password, a user's name that may be a token, and
 * what the query says of anything but how to connect. It is taken apart by hand: a password that
 * somebody did not encode makes a URL that no parser reads.
 */
export function maskedUrl(text: string): string {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*:)\/\/(.*)$/is.exec(text) ?? [];
  if (scheme === undefined) return text.startsWith("sqlite:") ? text : MASK;
  // The last one, as a password may have more of them.
  const at = rest.lastIndexOf("@");
  const isDatabase = scheme.startsWith("postgres");
  const user = at < 0 ? "" : `${maskedUser(rest.slice(0, at), isDatabase)}@`;
  return `${scheme}//${user}${withMaskedQuery(rest.slice(at + 1))}`;
}

function maskedUser(userInfo: string, isDatabase: boolean): string {
  const colon = userInfo.indexOf(":");
  if (colon >= 0) return `${userInfo.slice(0, colon)}:${MASK}`;
  return isDatabase ? userInfo : MASK;
}

function withMaskedQuery(text: string): string {
  const [path = "", query] = text.split(/\?(.*)/s);
  if (query === undefined) return path;
  const parts = query.split("&").map((part) => {
    const name = part.split("=", 1)[0] ?? "";
    return harmless.test(name) || !part.includes("=") ? part : `${name}=${MASK}`;
  });
  return `${path}?${parts.join("&")}`;
}
