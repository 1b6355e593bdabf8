import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import {
  fromJson,
  type JsonObject,
  type JsonValue,
  type MessageInitShape,
} from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ExampleSchema } from "#gen/modelwire/registry/v1/example_pb.js";
import {
  type InlinePackageSchema,
  RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import {
  type Difference,
  descriptions,
  differences,
  largeMetadata,
  type Options,
  optionSets,
  type Versions,
} from "./flavors.testdata.ts";
import { type ModelFile, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { python } from "./support/services.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const support = fileURLToPath(new URL("support", import.meta.url));
const sources = ["given", "described"] as const;
const metadata = largeMetadata();

/** A model of a flavor, with what it is registered with. */
interface Case extends Options {
  id: string;
  flavor: string;
  /** Module among its code, where it has code. */
  helper: string;
  /** Registered model. */
  name: string;
}

// Each flavor with two sets of options, each of these as MLflow saved it and described.
const cases = Object.keys(descriptions).flatMap((flavor, i) =>
  [i, i + 3].map((index): Case => {
    const options = optionSets[index % optionSets.length];
    if (!options) throw new Error("no options");
    const id = `${flavor}_${index % optionSets.length}`;
    return { ...options, id, flavor, helper: `helper_${id}`, name: `${id}-${randomUUID()}` };
  }),
);
const registrations = cases.flatMap((one) =>
  sources.map((source) => ({ ...one, source, key: `${source}_${one.id}` })),
);

type Registered = (typeof registrations)[number];

/** What Python made of a case, without Modelwire. */
interface Saved {
  prediction: JsonValue;
  signature: { inputs: string; outputs: string } | null;
  input: JsonObject;
  output: JsonObject;
  info: JsonObject;
}
/** What Python found in MLflow under a registered version. */
interface Loaded {
  prediction: JsonValue;
  helper: string | null;
  info: JsonObject;
  environment: JsonObject;
}

let folder: TemporaryDirectory;
let modelwire: TestModelwire;
let versions: Versions;
let saved: Record<string, Saved>;
let loaded: Record<string, Loaded>;

beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-flavors-");
  modelwire = await startModelwire();
  const { versions: made, ...rest } = (await run("save-flavors.py", "saved.json", {
    experiment: `flavors-${randomUUID()}`,
    cases: cases.map((one) => ({ ...one, metadata: one.metadata ? metadata : null })),
  })) as { versions: Versions } & Record<string, Saved>;
  versions = made;
  saved = rest as Record<string, Saved>;

  const { registry } = createRegistry();
  const toLoad: JsonObject[] = [];
  for (const one of registrations) {
    const { registration } = await registry.registerBaseline(await requestOf(one));
    const version = registration?.version ?? "";
    toLoad.push({ ...one, id: one.key, version, input: saved[one.id]?.input ?? {} });
  }
  loaded = (await run("load-flavors.py", "loaded.json", { cases: toLoad })) as typeof loaded;
}, 300_000);
afterAll(async () => {
  await modelwire?.stop();
  await folder?.remove();
});

function createRegistry() {
  const transport = createGrpcTransport({ baseUrl: `http://${modelwire.grpcAddress}` });
  return { registry: createClient(RegistryService, transport) };
}

/** Runs a script of test/support with a job in a file, and reads what it wrote. */
async function run(script: string, result: string, job: JsonObject): Promise<unknown> {
  const file = join(folder.path, "job.json");
  await writeFile(file, JSON.stringify({ folder: folder.path, support, ...job }));
  await python(await readFile(join(support, script), "utf8"), {
    CASES: file,
    // MLflow 3.17 loads pickles only where it is told to.
    MLFLOW_ALLOW_PICKLE_DESERIALIZATION: "true",
  });
  return JSON.parse(await readFile(join(folder.path, result), "utf8"));
}

async function requestOf({ id, name, source, ...one }: Registered) {
  const from = saved[id];
  if (!from) throw new Error(`${id} was not saved`);
  const files = await readModelFiles(join(folder.path, id));
  return {
    modelType: "flavors",
    modelName: name,
    source: {
      case: "package",
      value: source === "given" ? { files } : describedPackage(one, files),
    } as const,
    ...(from.signature && { signature: { mlflowJson: mlflowJsonOf(from.signature) } }),
    ...(one.example && { inputExample: fromJson(ExampleSchema, from.input) }),
    ...(one.signature === "inferred" && { outputExample: fromJson(ExampleSchema, from.output) }),
    ...(one.metadata && { metadata }),
  };
}

function mlflowJsonOf({ inputs, outputs }: NonNullable<Saved["signature"]>) {
  return { inputs, outputs };
}

const written = ["MLmodel", "conda.yaml", "python_env.yaml", "requirements.txt"];

function describedPackage(
  { flavor, code }: Pick<Case, "flavor" | "code">,
  files: readonly ModelFile[],
): MessageInitShape<typeof InlinePackageSchema> {
  const own = files.filter(({ path }) => !written.includes(path));
  const paths = own.map(({ path }) => path);
  return {
    files: own,
    modelDescription: {
      flavor: descriptions[flavor]?.(versions, paths, code) ?? { case: undefined },
      pythonVersion: versions.python,
      mlflowVersion: inject("mlflowVersion"),
      pipRequirements: ["numpy"],
    },
  };
}

/** Ids and times, which no two models have in common. */
const itsOwn = [
  "artifact_path",
  "creation_timestamp",
  "model_id",
  "model_uri",
  "model_uuid",
  "run_id",
  "utc_time_created",
];

/** Lists the fields in which two values differ. */
function differing(one: unknown, other: unknown, path = ""): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  const isObject = (value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value);
  if (!isObject(one) || !isObject(other)) return [path];
  const [a, b] = [one as JsonObject, other as JsonObject];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => differing(a[name], b[name], path ? `${path}.${name}` : name));
}

/** Lists the fields in which a registered version differs from Python's own. */
function fieldsOf(one: Registered): string[] {
  const fields = differing(loaded[one.key]?.info, saved[one.id]?.info);
  return fields.filter((field) => !itsOwn.includes(field));
}

const compare = new Intl.Collator("en", { numeric: true }).compare;
/** What the table has for the MLflow of this run. */
const explained = differences.filter(
  ({ since = "0" }) => compare(inject("mlflowVersion"), since) >= 0,
);

/** Finds what the table says of a field. */
function explanationOf(field: string, one: Registered): Difference | undefined {
  return explained.find(
    ({ field: pattern, only }) =>
      pattern.test(field) &&
      (only === undefined || only.source === one.source) &&
      (only?.flavor === undefined || only.flavor === one.flavor),
  );
}

describe.each(registrations)(
  "$flavor, $source, signature $signature, example $example, code $code, metadata $metadata",
  (one) => {
    test("predicts as it did before, with its own code", () => {
      expect(loaded[one.key]?.prediction).toEqual(saved[one.id]?.prediction);
      expect(loaded[one.key]?.helper).toBe(one.code ? one.helper : null);
    });

    test("is to MLflow what Python's own log_model makes of it", () => {
      const unexplained = fieldsOf(one).filter((field) => !explanationOf(field, one));
      const values = (info: JsonObject | undefined) =>
        unexplained.map((field) => [field, at(info, field)]);
      expect(values(loaded[one.key]?.info)).toEqual(values(saved[one.id]?.info));
      expect(unexplained).toEqual([]);
      expect(loaded[one.key]?.info.metadata ?? null).toEqual(one.metadata ? metadata : null);
      expect(loaded[one.key]?.info.signature !== null).toBe(one.signature !== "none");
    });

    test("is installed with the same Python and packages", () => {
      const packages = [`mlflow==${inject("mlflowVersion")}`, "numpy"];
      expect(loaded[one.key]?.environment).toEqual({
        python: [versions.python, versions.python],
        dependencies: [packages, ["-r requirements.txt"], packages],
      });
    });
  },
);

function at(value: unknown, field: string): unknown {
  return field.split(".").reduce<unknown>((inner, name) => (inner as JsonObject)?.[name], value);
}

test("every difference that the table explains is still there", () => {
  const found = registrations.flatMap((one) =>
    fieldsOf(one).map((field) => explanationOf(field, one)),
  );
  expect(explained.filter((difference) => !found.includes(difference))).toEqual([]);
});

test("the metadata is about 50 kB", () => {
  expect(Buffer.byteLength(JSON.stringify(metadata))).toBeGreaterThan(50_000);
});
