import { readFileSync } from "node:fs";
import type { SignatureTexts } from "../../../src/signature/read-signature.ts";

/** One case of schema.jsonl. */
export interface SchemaVector {
  id: string;
  part: "columns" | "params";
  json: string;
  expected?: string;
  string?: string;
  expected_error?: { class: string; message: string };
}

/** One signature that infer.jsonl expects, of either version of MLflow. */
export interface InferredSignature {
  id: string;
  texts: SignatureTexts;
  string: string;
}

interface InferVector {
  id: string;
  expected?: SignatureTexts;
  string?: string;
  expected_3_17?: SignatureTexts;
  string_3_17?: string;
}

/** Reads all cases of schema.jsonl. */
export function readSchemaVectors(): SchemaVector[] {
  return readLines("schema.jsonl") as SchemaVector[];
}

/** Reads all signatures that infer.jsonl expects. */
export function readInferredSignatures(): InferredSignature[] {
  return (readLines("infer.jsonl") as InferVector[]).flatMap((vector) => {
    const { id, expected, string, expected_3_17, string_3_17 } = vector;
    return [
      ...(expected && string ? [{ id, texts: expected, string }] : []),
      ...(expected_3_17 && string_3_17
        ? [{ id: `${id} of 3.17`, texts: expected_3_17, string: string_3_17 }]
        : []),
    ];
  });
}

function readLines(name: string): unknown[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
