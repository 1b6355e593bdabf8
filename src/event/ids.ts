import { randomBytes } from "node:crypto";

/** Says what an id is of. */
export type IdPrefix = "evt" | "dlv" | "ep";

/** Makes an id: a prefix that says of what, and 32 random hexadecimal digits. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

/** Says what is wrong with the id of a thing; undefined where it can be one. */
export function wrongId(prefix: IdPrefix, text: string): string | undefined {
  if (text.startsWith(`${prefix}_`) && /^[0-9a-f]{32}$/.test(text.slice(prefix.length + 1))) {
    return undefined;
  }
  return `expected ${prefix}_ and 32 hexadecimal digits`;
}
