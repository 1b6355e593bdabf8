import type { z } from "zod";
import { type FieldViolation, invalidFields } from "./error.ts";

/**
 * Checks a message against rules and gives what they parse to.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong, in proto names
 */
export function check<T>(rules: z.ZodType<T>, message: unknown): T {
  const parsed = rules.safeParse(message);
  if (parsed.success) return parsed.data;
  throw invalidFields(violationsOf(parsed.error));
}

/** Lists what zod found wrong, with the paths of protobuf fields. */
export function violationsOf(error: z.ZodError | undefined): FieldViolation[] {
  return (error?.issues ?? []).map((issue) => ({
    field: fieldPath(issue.path),
    description: issue.message,
  }));
}

/** Writes a path into a message as protobuf names it: `package.files[2].size_bytes`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`;
    else text += `${text && "."}${protoName(String(segment))}`;
  }
  return text;
}

function protoName(localName: string): string {
  return localName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
