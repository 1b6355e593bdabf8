import type { JsonObject, JsonValue } from "@bufbuild/protobuf";

/**
 * Makes JSON of what a YAML file holds. A number that JSON does not know (NaN, infinity) becomes
 * its name as text, and a key that is not text becomes text.
 */
export function toJsonObject(value: Record<string, unknown>): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]));
}

function toJson(value: unknown): JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(toJson);
      if (value instanceof Set) return [...value].map(toJson);
      if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
      return toJsonObject(value as Record<string, unknown>);
    default:
      return value === undefined ? null : String(value);
  }
}

/**
 * How deep JSON may nest. Protobuf readers stop at messages nested 100 deep, and an object within
 * an object takes three of them.
 */
export const DEEPEST_JSON = 30;

/**
 * How many values JSON may hold: each of them is an object in the document of an MLmodel, and is
 * written while the process does nothing else.
 */
export const MOST_VALUES = 25_000;

/** Tells whether a value holds more than so many values, objects and arrays among them. */
export function holdsMoreThan(most: number, value: unknown): boolean {
  return countUpTo(most + 1, value) > most;
}

function countUpTo(enough: number, value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  let count = 0;
  for (const member of Object.values(value)) {
    count += 1 + countUpTo(enough - count - 1, member);
    if (count >= enough) break;
  }
  return count;
}

/** Tells whether a value nests deeper than so many objects and arrays, its own among them. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}
