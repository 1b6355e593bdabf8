import { refuse } from "./error.ts";
import { epochNsText, parseEpochNs, truncateNs } from "./example-datetime.ts";
import type { Dtype } from "./example-dtype.ts";
import { isInt64 } from "./integer-range.ts";
import { isMissing } from "./missing-value.ts";
import type { PythonValue } from "./python-json.ts";
import { roundFloat } from "./round-float.ts";

/**
 * Casts a value of a table's column to its dtype. What pandas would bend to a dtype, such as text
 * to a number, is refused; so are dates that it would read in other forms than ISO 8601.
 *
 * @returns the value as MLflow writes it into the JSON file of an input example.
 * @throws SignatureError where the dtype does not hold the value.
 */
export function castCell(value: PythonValue, dtype: Dtype, path: string): PythonValue {
  if (isMissing(value)) return holdMissing(dtype, path);
  if (dtype.kind !== "datetime") return castPresent(value, dtype, path);
  const epochNs = readEpochNs(value, dtype, path);
  if (!dtype.utc && /[T ].*[Z+-]/.test(String(value)))
    refuse(path, "expected a time without a zone");
  if (truncateNs(epochNs, dtype.unit) !== epochNs) {
    refuse(path, `expected a time that ${dtype.name} holds without loss`);
  }
  return epochNsText(epochNs, false) + (dtype.utc ? "+00:00" : "");
}

/**
 * Casts an element of an array to its dtype, as numpy does, save that it refuses what numpy would
 * bend to a dtype, such as text to a number, or cut short.
 *
 * @returns the element as MLflow writes it into the JSON file of an input example.
 * @throws SignatureError where the dtype does not hold the element.
 */
export function castElement(value: PythonValue, dtype: Dtype, path: string): PythonValue {
  if (dtype.kind === "object") return value;
  if (isMissing(value)) return holdMissing(dtype, path);
  if (dtype.kind === "text") return castText(withoutPadding(value), dtype.length, path);
  if (dtype.kind !== "datetime") return castPresent(value, dtype, path);
  const epochNs = truncateNs(readEpochNs(value, dtype, path), dtype.unit);
  // Python has no nanoseconds: `tolist()` gives the number.
  if (dtype.unit === "ns") return epochNs;
  return epochNsText(epochNs, ["Y", "M", "W", "D"].includes(dtype.unit));
}

function holdMissing(dtype: Dtype, path: string): PythonValue {
  return dtype.missing === undefined
    ? refuse(path, `expected a value: ${dtype.name} cannot hold a missing one`)
    : dtype.missing;
}

type DatetimeDtype = Extract<Dtype, { kind: "datetime" }>;

function readEpochNs(value: PythonValue, { unit }: DatetimeDtype, path: string): bigint {
  const epochNs = typeof value === "string" ? parseEpochNs(value) : undefined;
  if (epochNs === undefined) refuse(path, "expected ISO 8601 text of a year from 1 to 9999");
  // The smallest 64-bit integer stands for a missing time.
  return unit !== "ns" || isInt64(epochNs - 1n)
    ? epochNs
    : refuse(path, "expected a time from 1677 to 2262, as nanoseconds reach");
}

function castPresent(
  value: PythonValue,
  dtype: Exclude<Dtype, DatetimeDtype>,
  path: string,
): PythonValue {
  switch (dtype.kind) {
    case "object":
      return value;
    case "category":
      return typeof value === "object" ? refuse(path, "expected a single value") : value;
    case "boolean":
      return typeof value === "boolean" ? value : refuse(path, "expected true or false");
    case "int":
    case "uint":
      return castInteger(value, dtype, path);
    case "timedelta":
      return castInteger(value, { kind: "int", bits: 64, name: dtype.name }, path);
    case "float":
    case "complex":
      return castFloat(value, dtype, path);
    case "text":
      return castText(value, dtype.length, path);
    case "bytes":
      return castBytes(value, dtype.length, path);
  }
}

function castInteger(
  value: PythonValue,
  { kind, bits, name }: { kind: "int" | "uint"; bits: number; name: string },
  path: string,
): bigint {
  const whole = typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
  const held =
    typeof whole === "bigint" &&
    (kind === "int" ? BigInt.asIntN(bits, whole) : BigInt.asUintN(bits, whole)) === whole;
  return held ? whole : refuse(path, `expected an integer that ${name} holds`);
}

function castFloat(value: PythonValue, dtype: { bits: number }, path: string): number {
  if (typeof value === "number") return roundFloat(value, dtype.bits);
  const converted = typeof value === "bigint" ? Number(value) : Number.NaN;
  return Number.isFinite(converted)
    ? roundFloat(converted, dtype.bits)
    : refuse(path, "expected a number that a double can hold");
}

function castText(value: PythonValue, length: number | undefined, path: string): string {
  if (typeof value !== "string") refuse(path, "expected text");
  return length !== undefined && [...value].length > length
    ? refuse(path, `expected text of at most ${length} characters`)
    : value;
}

/** NULs at the end are padding to numpy. */
function withoutPadding(value: PythonValue): PythonValue {
  return typeof value === "string" ? value.replace(/\0+$/, "") : value;
}

function castBytes(value: PythonValue, length: number | undefined, path: string): string {
  const text = castText(withoutPadding(value), length, path);
  if (/[^\0-\x7f]/.test(text)) refuse(path, "expected ASCII text, which stands for bytes");
  // Python's base64.encodebytes: lines of 76 characters, each with its end.
  return Buffer.from(text, "latin1")
    .toString("base64")
    .replace(/.{1,76}/g, "$&\n");
}
