import { readFile } from "node:fs/promises";
import {
  create,
  type DescMessage,
  fromJson,
  type JsonObject,
  type JsonValue,
  type MessageShape,
} from "@bufbuild/protobuf";
import { InvalidArgumentError } from "commander";
import { type Example, ExampleSchema } from "#gen/modelwire/registry/v1/example_pb.js";
import {
  type ModelDescription,
  ModelDescriptionSchema,
} from "#gen/modelwire/registry/v1/model_description_pb.js";
import { type Signature, SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import { type SiteBinding, SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";
import { messageOf } from "../error.ts";
import { isDict, parsePythonJson, printPythonJson } from "../signature/python-json.ts";
import { invalid } from "./error.ts";

/**
 * Collects the values of a repeatable option `<key>=<value>`; the value may hold `=` and be empty.
 *
 * @throws InvalidArgumentError for a text without a key, and for a key that was given before.
 */
export function collectPair(
  text: string,
  before: Record<string, string> = {},
): Record<string, string> {
  const [key, value] = pairOf(text, before);
  return { ...before, [key]: value };
}

/**
 * Collects the values of a repeatable option `<key>=<number>`, `NaN` and `Infinity` among them.
 *
 * @throws InvalidArgumentError as {@link collectPair}, and for what is no number.
 */
export function collectMetric(
  text: string,
  before: Record<string, number> = {},
): Record<string, number> {
  const [key, value] = pairOf(text, before);
  const number = value.trim() === "" ? undefined : Number(value);
  if (number === undefined || (Number.isNaN(number) && value !== "NaN")) {
    throw new InvalidArgumentError(`${key} must be a number.`);
  }
  return { ...before, [key]: number };
}

/** Collects the values of a repeatable option. */
export function collectWord(text: string, before: string[] = []): string[] {
  return [...before, text];
}

function pairOf(text: string, before: object): [key: string, value: string] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It must be <key>=<value>.");
  const key = text.slice(0, at);
  if (Object.hasOwn(before, key)) throw new InvalidArgumentError(`${key} is given twice.`);
  return [key, text.slice(at + 1)];
}

/**
 * Reads the metadata of a model: a JSON object, given as text or in a file.
 *
 * @throws CliError for anything else.
 */
export async function readMetadata(textOrFile: string): Promise<JsonObject> {
  const { json, name } = await readObject(textOrFile, "--metadata");
  if (!isObject(json)) throw invalid(`${name}: must be a JSON object`);
  return json;
}

/**
 * Reads what the files of a model are: the ProtoJSON of a ModelDescription, given as text or in a
 * file.
 *
 * @throws CliError for anything else.
 */
export function readFlavor(textOrFile: string): Promise<ModelDescription> {
  return readMessage(ModelDescriptionSchema, textOrFile, "--flavor");
}

/**
 * Reads what the site is told: the ProtoJSON of a SiteBinding, given as text or in a file.
 *
 * @throws CliError for anything else.
 */
export function readSiteBinding(textOrFile: string): Promise<SiteBinding> {
  return readMessage(SiteBindingSchema, textOrFile, "--site");
}

async function readMessage<Desc extends DescMessage>(
  schema: Desc,
  textOrFile: string,
  option: string,
): Promise<MessageShape<Desc>> {
  const { json, name } = await readObject(textOrFile, option);
  try {
    return fromJson(schema, json);
  } catch (error) {
    throw invalid(`${name}: must be the ProtoJSON of ${schema.typeName}: ${messageOf(error)}`);
  }
}

/** Reads JSON that begins with a brace, or is in a file; gives what errors call it, too. */
async function readObject(
  textOrFile: string,
  option: string,
): Promise<{ json: JsonValue; name: string }> {
  const isText = textOrFile.trimStart().startsWith("{");
  const name = isText ? option : textOrFile;
  return { json: parse(isText ? textOrFile : await readText(textOrFile), name), name };
}

/**
 * Reads an example from a JSON file: the text itself, since `1` and `1.0` are not the same.
 *
 * @throws CliError where the file is not there.
 */
export async function readExample(file: string): Promise<Example> {
  return create(ExampleSchema, { kind: { case: "json", value: await readText(file) } });
}

/**
 * Reads a signature from a JSON file.
 *
 * @throws CliError where the file is not there or holds no signature.
 */
export async function readSignature(file: string): Promise<Signature> {
  return parseSignature(await readText(file), file);
}

const SIGNATURE_FORMS =
  "MLflow's signature JSON or the ProtoJSON of modelwire.registry.v1.Signature";

/**
 * Parses a signature: MLflow's own JSON (`ModelSignature.to_dict()`: `inputs`, `outputs` and
 * `params` as JSON texts, or the arrays in them), or the ProtoJSON of
 * modelwire.registry.v1.Signature. `name` is what errors call it.
 *
 * @throws CliError for what is neither.
 */
export function parseSignature(text: string, name: string): Signature {
  let json: JsonValue;
  try {
    json = JSON.parse(text) as JsonValue;
  } catch {
    return parseMlflowSignature(text, name);
  }
  if (!isObject(json)) throw invalid(`${name}: must be ${SIGNATURE_FORMS}`);
  if (isMlflow(json)) return parseMlflowSignature(text, name);
  try {
    return fromJson(SignatureSchema, json);
  } catch (error) {
    throw invalid(`${name}: must be ${SIGNATURE_FORMS}: ${messageOf(error)}`);
  }
}

// As Python reads it: it may hold NaN, `1` and `1.0` are not the same, nor are long integers.
function parseMlflowSignature(text: string, name: string): Signature {
  let parts: ReturnType<typeof parsePythonJson>;
  try {
    parts = parsePythonJson(text, name);
  } catch (error) {
    throw invalid(messageOf(error));
  }
  const mlflowJson: Record<string, string> = {};
  for (const part of ["inputs", "outputs", "params"] as const) {
    const value = isDict(parts) ? (parts.get(part) ?? null) : null;
    if (value === null) continue;
    mlflowJson[part] = typeof value === "string" ? value : printPythonJson(value);
  }
  if (Object.keys(mlflowJson).length === 0) throw invalid(`${name}: must be ${SIGNATURE_FORMS}`);
  return create(SignatureSchema, { mlflowJson });
}

/** Tells MLflow's JSON by its parts: texts or arrays, where ProtoJSON has objects. */
function isMlflow({ inputs, outputs, params }: JsonObject): boolean {
  const sides = [inputs, outputs];
  const first = Array.isArray(params) ? params[0] : undefined;
  return (
    sides.some((side) => typeof side === "string" || Array.isArray(side)) ||
    typeof params === "string" ||
    (isObject(first) && typeof first.type === "string")
  );
}

/** Reads a text file that the command line names. @throws CliError where it cannot be read */
export async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    throw invalid(`${file}: cannot be read: ${messageOf(error)}`);
  });
}

function parse(text: string, name: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw invalid(`${name}: must be JSON: ${messageOf(error)}`);
  }
}

function isObject(json: JsonValue | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
