import { readFileSync } from "node:fs";
import type { ArrayExample, Example } from "../../../src/signature/example.ts";
import {
  isDict,
  isList,
  type PythonValue,
  parsePythonJson,
} from "../../../src/signature/python-json.ts";
import type { SignatureTexts } from "../../../src/signature/read-signature.ts";

/** One case of infer.jsonl. */
export interface InferVector {
  id: string;
  kind: ExampleKind;
  input: string;
  output?: { kind: ExampleKind; value: string };
  params?: string;
  expected?: SignatureTexts;
  string?: string;
  expected_3_17?: SignatureTexts;
  string_3_17?: string;
  expected_error?: { class: string; message: string };
}

/** One case of examples.jsonl. */
export interface ExampleVector {
  id: string;
  kind: ExampleKind;
  input: string;
  info?: Record<string, string>;
  "input_example.json"?: string;
  "serving_input_example.json"?: string;
  expected_error?: { class: string; message: string };
}

type ExampleKind = "json" | "dataframe" | "ndarray" | "ndarrays";

/** Reads the cases of a file. */
export function readVectors<T>(name: "infer.jsonl" | "examples.jsonl"): T[] {
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Makes an example of a vector's text, as the vectors' README says. */
export function toExample(kind: ExampleKind, text: string): Example {
  switch (kind) {
    case "json":
      return { kind, text };
    case "dataframe": {
      const dict = member(parsePythonJson(text, "vector"));
      const rows = list(dict("data")).map(list);
      const dtypes = member(dict("dtypes"));
      const columns = list(dict("columns")).map((given, index) => {
        const name = String(given);
        const values = rows.map((row) => row[index] ?? null);
        return { name, dtype: String(dtypes(name)), values };
      });
      return { kind: "table", columns };
    }
    case "ndarray":
      return toArray(parsePythonJson(text, "vector"));
    case "ndarrays": {
      const dict = parsePythonJson(text, "vector");
      const entries = isDict(dict) ? [...dict] : [];
      return {
        kind: "arrays",
        arrays: new Map(entries.map(([name, array]) => [name, toArray(array)])),
      };
    }
  }
}

/** The vectors have the elements in one flat list. */
function toArray(value: PythonValue): ArrayExample {
  const dict = member(value);
  const shape = list(dict("shape")).map(Number);
  const data = shape
    .slice(1)
    .reduceRight<readonly PythonValue[]>((items, size) => chunk(items, size), list(dict("data")));
  return { kind: "array", dtype: String(dict("dtype")), shape, data };
}

function chunk(items: readonly PythonValue[], size: number): PythonValue[] {
  const chunks: PythonValue[] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

function member(value: PythonValue): (name: string) => PythonValue {
  return (name) => (isDict(value) ? (value.get(name) ?? null) : null);
}

function list(value: PythonValue): readonly PythonValue[] {
  return isList(value) ? value : [];
}
