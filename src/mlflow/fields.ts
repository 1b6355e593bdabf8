import { z } from "zod";

/** MLflow's way to write a map: a list of keys and values. */
export const keyValues = z
  .array(z.object({ key: z.string(), value: z.coerce.string().default("") }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

/** A double, in protobuf's JSON: one that is not finite is a text. */
export const double = z.union([
  z.number(),
  z.literal(["NaN", "Infinity", "-Infinity"]).transform(Number),
]);

/** Milliseconds since 1970; MLflow leaves out what it does not know, or says 0. */
export const milliseconds = z.coerce
  .number()
  .optional()
  .transform((ms) => ms || undefined);

/** A text that MLflow gives as empty, or not at all, where there is none. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text || undefined);

/** Writes a map in MLflow's way. */
export function toKeyValues(map: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}

/** An answer of which nothing is needed. */
export const anything = z.unknown();
