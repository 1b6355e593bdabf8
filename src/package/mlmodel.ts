import type { JsonObject } from "@bufbuild/protobuf";
import { type Document, isMap, isScalar, type Pair } from "yaml";
import { z } from "zod";
import { DEEPEST_JSON, isDeeperThan, toJsonObject } from "./json.ts";
import { wrongSize } from "./mlmodel-size.ts";
import { quotedNode, readYaml, writeYaml } from "./yaml.ts";
import { layOut } from "./yaml-layout.ts";

/** Name of the file that makes a directory a model, at its root. */
export const MLMODEL = "MLmodel";

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? undefined);
// Not z.record, which drops a member `__proto__`.
const object = z
  .custom<Record<string, unknown>>(
    (value) => value !== null && typeof value === "object" && !Array.isArray(value),
    "expected a map",
  )
  .refine(
    (value) => !isDeeperThan(DEEPEST_JSON, value),
    `expected maps and lists that nest at most ${DEEPEST_JSON} deep`,
  );
// A flavor without settings is written as nothing at all.
const flavor = object.nullable();

const fields = z.looseObject({
  flavors: z
    .record(z.string(), flavor)
    .refine((flavors) => Object.keys(flavors).length > 0, "expected at least one"),
  model_uuid: text,
  model_id: text,
  run_id: text,
  artifact_path: text,
  utc_time_created: text,
  mlflow_version: text,
  metadata: object.nullish(),
  saved_input_example_info: object.nullish(),
  signature: z.object({ inputs: text, outputs: text, params: text }).partial().nullish(),
  prompts: z.array(z.string()).nullish(),
  env_vars: z.array(z.string()).nullish(),
});

/** What an MLmodel file says, in MLflow's names, with the document that it stands in. */
export interface Mlmodel {
  document: Document;
  flavors: Record<string, JsonObject>;
  modelUuid: string | undefined;
  modelId: string | undefined;
  runId: string | undefined;
  artifactPath: string | undefined;
  /** Milliseconds since 1970, UTC. */
  createdAt: number | undefined;
  mlflowVersion: string;
  metadata: JsonObject | undefined;
  savedInputExampleInfo: JsonObject | undefined;
  /** MLflow's JSON texts; undefined for a model without a signature. */
  signature: SignatureJson | undefined;
  prompts: string[];
  envVars: string[];
}

/** A signature in MLflow's own JSON: three texts, each an array. */
export interface SignatureJson {
  inputs?: string | undefined;
  outputs?: string | undefined;
  params?: string | undefined;
}

/** An MLmodel file that cannot be read, with what would be right. */
export class MlmodelError extends Error {
  override readonly name = "MlmodelError";
}

/**
 * Reads an MLmodel file (MLflow's `Model.to_yaml`); keys that are not known stay in the document.
 * @throws MlmodelError
 */
export function readMlmodel(source: string): Mlmodel {
  const wrong = wrongSize(source);
  if (wrong !== undefined) throw new MlmodelError(`the file: ${wrong}`);
  let document: Document;
  let value: unknown;
  try {
    document = readYaml(source);
    value = document.toJS();
  } catch (error) {
    throw new MlmodelError(`not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
  return mlmodelOf(document, value);
}

function mlmodelOf(document: Document, value: unknown): Mlmodel {
  const parsed = fields.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") || "the file";
    throw new MlmodelError(`${where}: ${issue?.message ?? "not as MLflow writes it"}`);
  }
  const { data } = parsed;
  const flavors = Object.entries(data.flavors).map(([name, settings]) => [
    name,
    toJsonObject(settings ?? {}),
  ]);
  return {
    document,
    flavors: Object.fromEntries(flavors),
    modelUuid: data.model_uuid,
    modelId: data.model_id,
    runId: data.run_id,
    artifactPath: data.artifact_path,
    createdAt: readTime(data.utc_time_created),
    mlflowVersion: data.mlflow_version ?? "",
    metadata: data.metadata ? toJsonObject(data.metadata) : undefined,
    savedInputExampleInfo: data.saved_input_example_info
      ? toJsonObject(data.saved_input_example_info)
      : undefined,
    signature: data.signature ?? undefined,
    prompts: data.prompts ?? [],
    envVars: data.env_vars ?? [],
  };
}

/** What belongs to one registration, and what its request adds to the file. */
export interface MlmodelChanges {
  modelId: string;
  runId: string;
  /** The logged model's artifact URI, which MLflow 3 writes as `artifact_path`. */
  artifactUri: string;
  /** Replaces the file's signature. */
  signature: SignatureJson | undefined;
  /** Replaces what the file says of its input example. */
  savedInputExampleInfo?: JsonObject | undefined;
  /** Added to the file's metadata; wins where both have a member. */
  metadata: JsonObject | undefined;
  /** Milliseconds since 1970: written where the file says no time, as one that is described. */
  createdAt?: number | undefined;
}

/** Changes a file that {@link readMlmodel} read, and writes it. Everything else stays. */
export function rewriteMlmodel(mlmodel: Mlmodel, changes: MlmodelChanges): string {
  return writeYaml(changedDocument(mlmodel, changes));
}

/** Writes a file as {@link rewriteMlmodel} does, and gives what {@link readMlmodel} reads in it. */
export function changeMlmodel(
  mlmodel: Mlmodel,
  changes: MlmodelChanges,
): { mlmodel: Mlmodel; text: string } {
  const document = changedDocument(mlmodel, changes);
  return { mlmodel: mlmodelOf(document, document.toJS()), text: writeYaml(document) };
}

function changedDocument(mlmodel: Mlmodel, changes: MlmodelChanges): Document {
  const document = mlmodel.document.clone();
  // A key of the request may be long, too.
  for (const map of [document.contents, document.get("metadata")]) {
    if (isMap(map)) map.flow = false;
  }
  layOut(document);
  const set = (key: string, value: unknown) => document.set(key, quotedNode(document, value));
  set("model_uuid", changes.modelId);
  set("model_id", changes.modelId);
  set("run_id", changes.runId);
  set("artifact_path", changes.artifactUri);
  if (changes.createdAt !== undefined && (document.get("utc_time_created") ?? null) === null) {
    set("utc_time_created", printTime(changes.createdAt));
  }
  if (changes.signature) {
    const { inputs = null, outputs = null, params = null } = changes.signature;
    set("signature", { inputs, outputs, params });
    // The file's word on a signature that is no longer in it.
    for (const key of ["is_signature_from_type_hint", "type_hint_from_example"]) {
      if (document.has(key)) set(key, false);
    }
  }
  if (changes.savedInputExampleInfo) {
    set("saved_input_example_info", changes.savedInputExampleInfo);
  }
  if (changes.metadata) {
    if (!mlmodel.metadata) document.set("metadata", document.createNode({}));
    addMetadata(document, changes.metadata);
  }
  return document;
}

// The library would look at every member of the map for each that is added.
function addMetadata(document: Document, metadata: JsonObject): void {
  const map = document.get("metadata");
  if (!isMap(map)) return;
  const members = new Map<unknown, Pair>();
  for (const pair of map.items) if (isScalar(pair.key)) members.set(pair.key.value, pair);
  for (const [key, value] of Object.entries(metadata)) {
    const member = members.get(key);
    if (member) member.value = quotedNode(document, value);
    else
      map.items.push(document.createPair(quotedNode(document, key), quotedNode(document, value)));
  }
}

/** Reads MLflow's `utc_time_created`: UTC without a zone, microseconds. */
function readTime(value: string | undefined): number | undefined {
  const [, date, time] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*$/.exec(value ?? "") ?? [];
  const ms = Date.parse(`${date}T${time}Z`);
  // A Timestamp begins with the year 1.
  return ms >= Date.parse("0001-01-01T00:00Z") ? ms : undefined;
}

/** Prints a time as {@link readTime} reads it. */
function printTime(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "000");
}
