import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MlmodelChanges, readMlmodel, rewriteMlmodel } from "../src/package/mlmodel.ts";
import { printYaml } from "../src/package/yaml.ts";
import { python } from "./support/services.ts";

const bare = "flavors:\n  python_function:\n    loader_module: my_model\n";
const changes: MlmodelChanges = {
  modelId: `m-${"1".repeat(32)}`,
  // A uuid of digits only is an integer to a careless writer.
  runId: "2".repeat(32),
  artifactUri: "mlflow-artifacts:/0/models/m-1/artifacts",
  signature: undefined,
  metadata: undefined,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "modelwire-mlmodel-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Files written by us, and what PyYAML has to read in them: as JSON, beside each other. */
interface Case {
  yaml: string;
  /** JSON text of the metadata, compared in Python. */
  metadata: string;
}

/** Has PyYAML read every file in one process; gives the indexes of those that differ, and how. */
async function differences(cases: readonly Case[]): Promise<string[]> {
  const file = join(folder, "cases.json");
  await writeFile(file, JSON.stringify(cases));
  const answer = await python(`
import json, yaml

def same(got, want):
    if isinstance(want, dict):
        return isinstance(got, dict) and set(got) == set(want) and all(same(got[k], want[k]) for k in want)
    if isinstance(want, list):
        return isinstance(got, list) and len(got) == len(want) and all(map(same, got, want))
    if isinstance(want, str) and type(got) is float:
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(repr(got)) == want
    if isinstance(want, bool) or want is None or isinstance(want, str):
        return type(got) is type(want) and got == want
    # JSON has one kind of number, a double: -0 is one, and 1e21 is an int to nobody.
    return type(got) in (int, float) and repr(float(got)) == repr(float(want))

wrong = []
for i, case in enumerate(json.load(open(${JSON.stringify(file)}, encoding="utf-8"))):
    want = json.loads(case["metadata"])
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        try:
            got = yaml.load(case["yaml"], loader)
            if not same(got["metadata"], want):
                wrong.append(f"{i} {loader.__name__}: {ascii(got['metadata'])[:300]} is not {ascii(want)[:300]}")
            if got["run_id"] != "${changes.runId}" or type(got["flavors"]) is not dict:
                wrong.append(f"{i}: {got['run_id']!r}")
        except Exception as error:
            wrong.append(f"{i} {loader.__name__}: {ascii(str(error))[:300]} for {ascii(want)[:300]}")
print(json.dumps(wrong))
`);
  return JSON.parse(answer) as string[];
}

const withMetadata = (metadata: JsonObject, source = bare): Case => {
  const mlmodel = readMlmodel(source);
  return {
    yaml: rewriteMlmodel(mlmodel, { ...changes, metadata }),
    metadata: withMinusZero({ ...mlmodel.metadata, ...metadata }),
  };
};

/** Writes JSON in which -0 is not 0. */
function withMinusZero(value: unknown): string {
  const marked = JSON.stringify(value, (_, member: unknown) =>
    Object.is(member, -0) ? "minus zero" : member,
  );
  return marked.replaceAll('"minus zero"', "-0.0");
}

const oddTexts = [
  ..."yes No on OFF true null ~ y n Null .inf -.inf .nan NaN 1e5 1.0e+5 1_000 0777 0o7 0x1F 0b1".split(
    " ",
  ),
  ..."12:30:45 -1:2 2024-01-01 3.10 1. .5 -.5 + - ? : = << ! & * % @ ` | > # --- ... [] {} ,".split(
    " ",
  ),
  ...["", " ", " a", "a ", "a: b", "a #b", "- a", "? a", "'", '"', "\\", "\\n", "\t", "\n", "\n\n"],
  ...["a\nb", "a\n\nb\n", " a\n b", "a\r\nb", "\r", "\0", "\x07\x1b\x7f", "\x80\x85\x9f\xa0"],
  ...[
    "a\u2028b\u2029c",
    "\ufeff",
    "\ufffe\uffff\ufffd",
    "\ud7ff\ue000",
    "é",
    "日本",
    "😀",
    "e\u0301",
  ],
  ...[
    "2024-01-01 10:00:00",
    "\u200b\u202e",
    "a".repeat(2000),
    `${"wort ".repeat(500)}\n`,
    "%YAML 1.2",
  ],
];

test("PyYAML reads every odd text as it was, as a key, a member and alone", async () => {
  const cases = oddTexts.map((text) =>
    withMetadata({ [text]: text, list: [text, [text], { [text]: text }], "": { [text]: {} } }),
  );
  expect(await differences(cases)).toEqual([]);
});

test("PyYAML reads every odd number as it was", async () => {
  const numbers = [
    0,
    -0,
    1,
    -1,
    1.5,
    0.1,
    1e21,
    1e-7,
    1.5e-7,
    -1e21,
    1.25e300,
    5e-324,
    1e20,
    2 ** 53,
  ];
  numbers.push(2 ** 53 + 2, 2 ** 63, -(2 ** 63), Number.MAX_VALUE, 100, 1e5, 123456789.125);
  expect(await differences(numbers.map((n) => withMetadata({ n, list: [n, { n }] })))).toEqual([]);
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..." \t\n\r\x00\x1f\x7f\x85\u2028\u2029\ufeff'\"\\:#-?a1") }),
  fc.constantFrom(...oddTexts),
);
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(text, tie("value"), { maxKeys: 5 }),
  ),
})).value;

test("PyYAML reads any metadata that we write as the same values", async () => {
  const sources = [
    bare,
    `${bare}metadata:\n  kept: [1, yes, '3.10']\n`,
    `${bare}metadata: {kept: x}\n`,
  ];
  const metadata = fc.dictionary(text, value, { maxKeys: 6 });
  const sample = fc.sample(fc.tuple(metadata, fc.constantFrom(...sources)), 400);
  const cases = sample.map(([object, source]) => withMetadata(object as JsonObject, source));
  expect(await differences(cases)).toEqual([]);
});

test("PyYAML reads any value that we print as the same value", async () => {
  const sample = fc.sample(fc.dictionary(text, value, { maxKeys: 6 }), 300);
  const odd = oddTexts.map((each) => ({ [each]: each, list: [each, [each], { [each]: each }] }));
  const cases = [...sample, ...odd].map((metadata) => ({
    yaml: printYaml({ flavors: {}, run_id: changes.runId, metadata: metadata as JsonObject }),
    metadata: withMinusZero(metadata),
  }));
  expect(await differences(cases)).toEqual([]);
});

test("what we read in a file is what PyYAML reads in it", async () => {
  const plain = fc.oneof(
    fc.constantFrom(
      ...oddTexts.filter((odd) => /^[\w.+:-]+$/.test(odd) && !/^([-?:.]+)$/.test(odd)),
    ),
    fc.stringMatching(/^[-+]?[0-9_.:eExXob+-]{1,8}[a-z]?$/),
    fc.stringMatching(/^[a-zA-Z~.<=]{1,6}$/),
  );
  // A time or a date is text to us, and PyYAML has dates of its own; some texts PyYAML cannot read.
  const samples = fc
    .sample(plain, 600)
    .filter((sample) => !/^\d{4}-\d|:$|^[-?:.=+]+$|^<<$|^[-+]?0[xb]_*$/.test(sample))
    .map((sample) => `${bare}run_id: "${changes.runId}"\nmetadata:\n  a: ${sample}\n`);
  const cases = samples.map((yaml) => ({
    yaml,
    metadata: withMinusZero(readMlmodel(yaml).metadata),
  }));
  expect(await differences(cases)).toEqual([]);
});

test("aliases and merges of a file stay what PyYAML reads", async () => {
  const source = `${bare}metadata:
  a: &shared [1, yes, {x: &deep 0777}]
  b: *shared
  c: {d: *deep, e: *shared}
  f: &base {g: 1, h: 2}
  i: {<<: *base, h: 3}
`;
  const { a: _, ...rest } = readMlmodel(source).metadata ?? {};
  const rewritten = rewriteMlmodel(readMlmodel(source), { ...changes, metadata: { a: "new" } });
  expect(rest.i).toEqual({ g: 1, h: 3 });
  expect(
    await differences([{ yaml: rewritten, metadata: JSON.stringify({ a: "new", ...rest }) }]),
  ).toEqual([]);
});

test("files that MLflow wrote keep everything else, and MLflow loads them again", async () => {
  const models = join(folder, "models");
  await python(`
import datetime, os, warnings
warnings.filterwarnings("ignore")
import mlflow, numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
from mlflow.models import infer_signature
from mlflow.types import Schema, ParamSchema, ParamSpec, DataType

class Echo(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input

frame = pd.DataFrame({"a b": [1, 2], "ü": [1.5, None], "yes": ["x", "y"]})
shared = ["yes", "3.10", 1e21, -0.0, None, {"x": 2**70}]
metadata = {"a": shared, "b": shared, "text": "l1\\nl2\\n\\n ü\\u2028x: #", "no": "on", "": {}, "e": [],
            "float": 1e-7, "date": "2024-01-01", "long": "word " * 100, "=": "=", "1": 1, "t": "\\t\\x07",
            "day": datetime.date(2024, 1, 2), "at": datetime.datetime(2024, 1, 2, 3, 4, 5, 6)}
m = ${JSON.stringify(models)}
mlflow.pyfunc.save_model(f"{m}/pyfunc", python_model=Echo(), metadata=metadata, input_example=frame,
    signature=infer_signature(frame, frame, params={"k": 1, "s": "x"}), pip_requirements=["mlflow"])
mlflow.pyfunc.save_model(f"{m}/bare", python_model=Echo(), pip_requirements=["mlflow"])
x = np.array([[1.0], [2.0]])
mlflow.sklearn.save_model(LinearRegression().fit(x, [1, 2]), f"{m}/sklearn", input_example=x,
    pip_requirements=["scikit-learn"])
`);
  const names = ["pyfunc", "bare", "sklearn"];
  const signature = { inputs: '[{"name": "x", "type": "double", "required": true}]' };
  const metadata = { added: "yes", no: { replaced: [1e21, "on"] } };
  for (const name of names) {
    const source = await readFile(join(models, name, "MLmodel"), "utf8");
    await writeFile(join(models, name, "MLmodel.before"), source);
    const mlmodel = readMlmodel(source);
    expect(mlmodel.createdAt).toBeGreaterThan(Date.parse("2025-01-01"));
    const given = name === "sklearn" ? {} : { signature, metadata };
    await writeFile(
      join(models, name, "MLmodel"),
      rewriteMlmodel(mlmodel, { ...changes, ...given }),
    );
  }
  const answer = await python(`
import json, yaml
from mlflow.models import Model
told = {}
for name in ${JSON.stringify(names)}:
    folder = ${JSON.stringify(models)} + "/" + name
    before = yaml.safe_load(open(folder + "/MLmodel.before", encoding="utf-8"))
    after = yaml.safe_load(open(folder + "/MLmodel", encoding="utf-8"))
    changed = sorted(k for k in {*before, *after} if repr(before.get(k)) != repr(after.get(k)))
    kept = {k: v for k, v in (before.get("metadata") or {}).items() if k != "no"}
    model = Model.load(folder)
    told[name] = {
        "changed": changed,
        "metadata": {k: v for k, v in (after.get("metadata") or {}).items() if k in ("added", "no")},
        "kept": all(repr(after["metadata"][k]) == repr(v) for k, v in kept.items()),
        "ids": [model.model_uuid, model.run_id, model.model_id, model.artifact_path],
        "inputs": model.signature.inputs.to_dict() if model.signature and model.signature.inputs else None,
        "outputs": bool(model.signature and model.signature.outputs),
        "order": list(after)[:len(before)] == list(before),
    }
print(json.dumps(told))
`);
  const told = JSON.parse(answer) as Record<string, JsonObject>;
  const { modelId, runId, artifactUri } = changes;
  const ids = [modelId, runId, modelId, artifactUri];
  const ours = ["artifact_path", "model_id", "model_uuid", "run_id"];
  const both = { kept: true, ids, order: true };
  expect(told).toEqual({
    pyfunc: {
      ...both,
      changed: ["artifact_path", "metadata", "model_id", "model_uuid", "run_id", "signature"],
      metadata,
      inputs: JSON.parse(signature.inputs),
      outputs: false,
    },
    bare: expect.objectContaining({ ...both, metadata, inputs: JSON.parse(signature.inputs) }),
    sklearn: { ...both, changed: ours, metadata: {}, inputs: expect.anything(), outputs: true },
  });
});
