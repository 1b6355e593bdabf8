import type { ScalarName } from "./mlflow-json.ts";
import { numpyDtypeName } from "./numpy-dtype.ts";
import type { PythonValue } from "./python-json.ts";

/** Units of time, from a year to a nanosecond. */
export type TimeUnit = "Y" | "M" | "W" | "D" | "h" | "m" | "s" | "ms" | "us" | "ns";

/** Says what a dtype holds. */
export type DtypeKind =
  | { kind: "boolean" | "object" | "category" | "timedelta" }
  | { kind: "int" | "uint"; bits: number }
  | { kind: "float" | "complex"; bits: number }
  /** `length` of undefined is any. */
  | { kind: "text" | "bytes"; length: number | undefined }
  | { kind: "datetime"; unit: TimeUnit; utc: boolean };

/** Describes the dtype of an array, or of a column of a table. */
export type Dtype = DtypeKind & {
  /** Name by numpy, without the length of text and bytes; by pandas where numpy has none. */
  name: string;
  /** How MLflow writes a missing value into a JSON file; undefined where none can be held. */
  missing: PythonValue | undefined;
};

/** Says what the dtype of an array must be. */
export const arrayDtypeReason =
  "expected a numpy dtype, such as float64, int32, bool, <U5, S3, object or datetime64[ns]";

/** Describes a numpy dtype; undefined for an unknown one and for structs and raw memory. */
export function arrayDtype(text: string): Dtype | undefined {
  const [, code, digits] = /^[<>=|]?([US])(\d{1,6})$/.exec(text) ?? [];
  const length = Number(digits) || undefined;
  const name = code === undefined ? numpyDtypeName(text) : code === "U" ? "str" : "bytes";
  const kind = name === undefined ? undefined : arrayKind(name, length);
  if (name === undefined || kind === undefined) return undefined;
  const missing = ["float", "complex", "datetime", "timedelta", "object"].includes(kind.kind);
  return { ...kind, name, missing: missing ? null : undefined };
}

function arrayKind(name: string, length: number | undefined): DtypeKind | undefined {
  switch (name) {
    case "bool":
      return { kind: "boolean" };
    case "object":
      return { kind: "object" };
    case "str":
      return { kind: "text", length };
    case "bytes":
      return { kind: "bytes", length };
  }
  const [, kind, bits] = /^(int|uint|float|complex)(\d+)$/.exec(name) ?? [];
  if (kind === "int" || kind === "uint") return { kind, bits: Number(bits) };
  if (kind === "float" || kind === "complex") return { kind, bits: Number(bits) };
  const [, time, unit] = /^(datetime64|timedelta64)\[(Y|M|W|D|h|m|s|ms|us|ns)\]$/.exec(name) ?? [];
  if (time === undefined) return undefined;
  return time === "timedelta64"
    ? { kind: "timedelta" }
    : { kind: "datetime", unit: unit as TimeUnit, utc: false };
}

/** Says what the dtype of a table's column must be. */
export const columnDtypeReason =
  "expected a pandas dtype, such as float64, Int64, bool, string, category, object or datetime64[ns]";

/** Describes a pandas dtype; undefined for an unknown one. */
export function columnDtype(text: string): Dtype | undefined {
  if (text === "category") return { kind: "category", name: text, missing: Number.NaN };
  if (text === "boolean") return { kind: "boolean", name: text, missing: null };
  if (/^string(\[(python|pyarrow)\])?$/.test(text)) {
    return { kind: "text", length: undefined, name: "string", missing: null };
  }
  // pandas 3: there `str` is a type of its own, and a missing value in it is NaN.
  if (text === "str") {
    return { kind: "text", length: undefined, name: text, missing: Number.NaN };
  }
  if (/^(U?Int(8|16|32|64)|Float(32|64))$/.test(text)) {
    const dtype = arrayDtype(text.toLowerCase());
    return dtype && { ...dtype, name: text, missing: null };
  }
  const naive = text.replace(/^(datetime64\[\w+), UTC\]$/, "$1]");
  const dtype = arrayDtype(naive);
  switch (dtype?.kind) {
    case "datetime":
      // pandas has no other units.
      if (!["s", "ms", "us", "ns"].includes(dtype.unit)) return undefined;
      return { ...dtype, name: text, utc: naive !== text, missing: "NaT" };
    case "timedelta":
      return { ...dtype, missing: "NaT" };
    case "float":
      return { ...dtype, missing: Number.NaN };
    default:
      return dtype;
  }
}

/**
 * Names the type that MLflow gives a column of a dtype, whatever its values are
 * (mlflow/types/utils.py `_infer_numpy_dtype`); undefined where it knows none.
 */
export function columnType(dtype: Dtype): ScalarName | undefined {
  switch (dtype.kind) {
    case "boolean":
      return "boolean";
    case "int":
      return dtype.bits <= 32 ? "integer" : "long";
    case "uint":
      if (dtype.bits === 64) return undefined;
      return dtype.bits < 32 ? "integer" : "long";
    case "float":
      if (dtype.bits > 64) return undefined;
      return dtype.bits <= 32 ? "float" : "double";
    case "text":
      return "string";
    case "bytes":
      return "binary";
    case "datetime":
      return "datetime";
    case "complex":
    case "timedelta":
    case "object":
    case "category":
      return undefined;
  }
}
