import { createHash } from "node:crypto";
import type { MlflowModelVersion } from "../../src/mlflow/model-versions.ts";

/** How many versions a registered model has. */
export const VERSIONS_PER_MODEL = 100;

const FIRST_CREATED_MS = Date.UTC(2026, 0, 1);
const BETWEEN_MS = 20_000;

/** A model version that both sides of the benchmark have, as MLflow answers it. */
export interface BenchVersion extends MlflowModelVersion {
  /** Milliseconds since 1970. */
  creation_timestamp: number;
  run_id: string;
  tags: {
    model_uuid: string;
    model_type: string;
    is_baseline: string;
    "modelwire.registration_id": string;
  };
}

/** Makes the version of an index: always the same one. */
export function versionAt(index: number): BenchVersion {
  const hex = createHash("md5").update(`version ${index}`).digest("hex");
  const name = modelName(Math.floor(index / VERSIONS_PER_MODEL));
  const version = (index % VERSIONS_PER_MODEL) + 1;
  const createdAt = FIRST_CREATED_MS + index * BETWEEN_MS;
  return {
    name,
    version: String(version),
    creation_timestamp: createdAt,
    last_updated_timestamp: createdAt,
    current_stage: "None",
    description: `Nightly candidate ${version} of ${name}`,
    user_id: undefined,
    source: `models:/m-${hex}`,
    run_id: hex,
    run_link: undefined,
    status: "READY",
    status_message: undefined,
    tags: {
      model_uuid: `m-${hex}`,
      model_type: "lead_scoring",
      is_baseline: version === 1 ? "true" : "false",
      "modelwire.registration_id": uuidOf(hex),
    },
    aliases: [],
  };
}

function uuidOf(hex: string): string {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/** Names the registered model of an index. */
export function modelName(index: number): string {
  return `lead_scoring_${String(index).padStart(5, "0")}`;
}

/** Draws versions out of the first `below` ones: always the same ones for a seed. */
export function drawVersions(count: number, below: number, seed: number): BenchVersion[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, () => versionAt(Math.floor(random() * below)));
}

/** Makes a generator of numbers from 0 to 1: Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
