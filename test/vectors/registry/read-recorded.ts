import { readFileSync } from "node:fs";

/** A call of the Python registry and what came of it: README.md says what is in it. */
export interface RecordedCall {
  case: string;
  method: string;
  arguments: Arguments;
  result?: unknown;
  result_types?: Record<string, string>;
  raises?: { class: string; message: string };
  mlflow_after?: MlflowAfter;
}

/** Arguments of all methods together. */
export interface Arguments {
  model?: "<PythonModel>" | null;
  model_type?: string;
  metadata?: Record<string, unknown>;
  baseline_id?: string;
  delta_metrics?: Record<string, number>;
  contributor?: string;
  signature?: { signature: { inputs: string; outputs: string; params: string | null } };
  input_example?: { dataframe_split: { columns: string[]; data: unknown[][] } };
  code_paths?: string[];
  model_uuid?: string;
  model_id?: string;
  contributor_address?: string;
  model_name?: string;
  version?: string;
}

/** What a registration left in MLflow. */
export interface MlflowAfter {
  run_params: Record<string, string>;
  run_metrics: Record<string, number>;
  versions: {
    version: string;
    run_id: string;
    source: string;
    tags: Record<string, string>;
    stage: string;
  }[];
}

/** Reads the calls in their order; a NaN is read as null. */
export function readRecorded(): RecordedCall[] {
  const text = readFileSync(new URL("recorded.jsonl", import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line.replaceAll(": NaN", ": null")) as RecordedCall);
}
