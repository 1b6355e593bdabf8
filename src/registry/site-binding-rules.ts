import { type JsonObject, type JsonValue, toJson } from "@bufbuild/protobuf";
import { type Value, ValueSchema } from "@bufbuild/protobuf/wkt";
import { z } from "zod";
import { DEEPEST_JSON, isDeeperThan } from "../package/json.ts";

const upTo = (most: number) =>
  z.string().refine((text) => [...text].length <= most, `expected at most ${most} characters`);

const finite = z.custom<number>(Number.isFinite, "expected a finite number");

const schema = z
  .custom<JsonObject>()
  .refine(isPlainJson, `expected a JSON Schema that nests at most ${DEEPEST_JSON} deep`);

/** What a SiteBinding of a request must hold. */
export const siteBindingRules = z.looseObject({
  tokenSymbol: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/,
      "expected 1 to 64 letters, digits and -, without - at an end",
    ),
  metricName: upTo(250).min(1, "expected the name of the metric that the model is measured by"),
  baselineValue: finite.optional(),
  currentValue: finite.optional(),
  proposalIdentifier: upTo(250).optional(),
  experimentName: upTo(500).optional(),
  contributorAddress: z
    .string()
    .regex(
      /^0x[0-9a-fA-F]{40}$/,
      "expected an Ethereum address: 0x and 40 hexadecimal digits; leave it unset for none",
    )
    .optional(),
  userId: upTo(250).optional(),
  inputSchema: schema.optional(),
  outputSchema: schema.optional(),
  evalSpec: z
    .custom<Value>()
    .refine(isValue, `expected JSON that nests at most ${DEEPEST_JSON} deep`)
    .optional(),
  scorerRef: upTo(500).optional(),
  primaryMetric: upTo(250).optional(),
  benchmarkSpecId: upTo(250).optional(),
});

function isValue(value: Value): boolean {
  try {
    return isPlainJson(toJson(ValueSchema, value));
  } catch {
    // NaN, infinity, or nothing at all, which are no JSON.
    return false;
  }
}

/** Tells whether JSON can be written, and is not too deep. */
function isPlainJson(json: JsonValue): boolean {
  return !isDeeperThan(DEEPEST_JSON, json) && hasFiniteNumbers(json);
}

function hasFiniteNumbers(json: JsonValue): boolean {
  if (typeof json === "number") return Number.isFinite(json);
  if (typeof json !== "object" || json === null) return true;
  return Object.values(json).every(hasFiniteNumbers);
}
