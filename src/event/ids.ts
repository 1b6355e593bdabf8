import { randomBytes } from "node:crypto";

/** Makes an id: a prefix that says of what, and 32 random hexadecimal digits. */
export function newId(prefix: "evt" | "dlv" | "ep"): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}
