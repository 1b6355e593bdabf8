import type { JsonObject } from "@bufbuild/protobuf";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeMlmodel,
  type MlmodelChanges,
  MlmodelError,
  readMlmodel,
  rewriteMlmodel,
} from "./mlmodel.ts";

const file = `artifact_path: mlflow-artifacts:/1/models/m-0/artifacts
env_vars:
- API_KEY
flavors:
  python_function:
    env:
      conda: conda.yaml
    loader_module: my_model
    python_version: 3.11.7
  crate:
future_key: {kept: [1, 2]}
metadata:
  owner: 'yes'
  limits: {cpu: 1.50}
mlflow_version: 3.4.0
model_id: m-0
model_size_bytes: 1234
model_uuid: m-0
prompts: ['prompts:/greet/1']
run_id: '00000000000000000000000000000001'
saved_input_example_info:
  artifact_path: input_example.json
  type: dataframe
signature:
  inputs: '[{"type": "double", "required": true}]'
  outputs: null
  params: null
is_signature_from_type_hint: true
type_hint_from_example: true
utc_time_created: '2026-01-02 03:04:05.678901'
`;
const bare = "flavors:\n  python_function: {}\n";
const changes: MlmodelChanges = {
  modelId: "m-1",
  runId: "2".repeat(32),
  artifactUri: "mlflow-artifacts:/2/models/m-1/artifacts",
  signature: undefined,
  metadata: undefined,
};

test("a file is read with all that a ModelInfo has of it", () => {
  const { document: _, ...read } = readMlmodel(file);
  expect(read).toEqual({
    flavors: {
      python_function: {
        env: { conda: "conda.yaml" },
        loader_module: "my_model",
        python_version: "3.11.7",
      },
      crate: {},
    },
    modelUuid: "m-0",
    modelId: "m-0",
    runId: "00000000000000000000000000000001",
    artifactPath: "mlflow-artifacts:/1/models/m-0/artifacts",
    createdAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    mlflowVersion: "3.4.0",
    metadata: { owner: "yes", limits: { cpu: 1.5 } },
    savedInputExampleInfo: { artifact_path: "input_example.json", type: "dataframe" },
    signature: { inputs: '[{"type": "double", "required": true}]' },
    prompts: ["prompts:/greet/1"],
    envVars: ["API_KEY"],
  });
});

test("a file that has flavors alone is read, and so is one whose other keys are null", () => {
  const expected = { modelUuid: undefined, mlflowVersion: "", prompts: [], envVars: [] };
  const nothing = { ...expected, metadata: undefined, signature: undefined, createdAt: undefined };
  expect(readMlmodel(bare)).toMatchObject(nothing);
  const nulls = "model_uuid:\nmetadata:\nsignature:\nprompts:\nenv_vars: ~\nmodel_id: null\n";
  expect(readMlmodel(bare + nulls)).toMatchObject(nothing);
});

test.each([
  ["", "the file: "],
  ["- a\n", "the file: "],
  ["a: [\n", "not YAML: "],
  ["metadata: {}\n", "flavors: "],
  ["flavors: {}\n", "flavors: expected at least one"],
  ["flavors: [python_function]\n", "flavors: "],
  ["flavors:\n  sklearn: yes\n", "flavors.sklearn: expected a map"],
  [`${bare}metadata: text\n`, "metadata: expected a map"],
  [`${bare}metadata: [1]\n`, "metadata: expected a map"],
  [`${bare}signature: text\n`, "signature: "],
  [`${bare}signature: {inputs: [1]}\n`, "signature.inputs: "],
  [`${bare}prompts: {a: b}\n`, "prompts: "],
  [`${bare}run_id: [1]\n`, "run_id: "],
  [`${bare}a: *b\n`, "not YAML: no anchor before the alias *b"],
  [`${bare}metadata: ${"[".repeat(20_000)}\n`, "not YAML: "],
  [
    `${bare}metadata: {a: ${"[".repeat(30)}${"]".repeat(30)}}\n`,
    "metadata: expected maps and lists",
  ],
  [
    `flavors:\n  f: {a: ${"[".repeat(30)}${"]".repeat(30)}}\n`,
    "flavors.f: expected maps and lists",
  ],
])("%j is refused with the place that is wrong", (source, message) => {
  const read = () => readMlmodel(source);
  expect(read).toThrow(MlmodelError);
  expect(read).toThrow(new RegExp(`^${message.replace(/[.*]/g, "\\$&")}`));
});

test.each([
  ["'2026-01-02 03:04:05.678901'", Date.UTC(2026, 0, 2, 3, 4, 5, 678)],
  ["'2026-01-02 03:04:05'", Date.UTC(2026, 0, 2, 3, 4, 5)],
  ["2026-01-02 03:04:05.6", Date.UTC(2026, 0, 2, 3, 4, 5, 600)],
  ["'2026-01-02T03:04:05.678901'", Date.UTC(2026, 0, 2, 3, 4, 5, 678)],
  ["yesterday", undefined],
  ["'0000-01-01 00:00:00'", undefined],
  ["12", undefined],
])("utc_time_created %s is %s", (text, expected) => {
  expect(readMlmodel(`${bare}utc_time_created: ${text}\n`).createdAt).toBe(expected);
});

test("a key that is too long for braces is written without any, and comments in ASCII", () => {
  const key = "я".repeat(200);
  const before = `# Käse\n${bare}other: {a: [{"${key}": 1}], b: {c: 2}}\n`;
  const after = rewriteMlmodel(readMlmodel(before), changes);
  expect(after).toMatch(/^# K\?se\n/);
  expect(after).toContain("  b: { c: 2 }\n");
  expect(after).toContain(`    - ? "${"\\u044F".repeat(200)}"\n      : 1\n`);
  expect(after).toMatch(/^[\0-\x7e]*$/);
  expect(readMlmodel(after).document.toJS()).toMatchObject({ other: { a: [{ [key]: 1 }] } });
});

test("a registration sets what is its own and leaves every other line as it was", () => {
  const before = file.split("\n");
  const after = rewriteMlmodel(readMlmodel(file), changes).split("\n");
  expect(after.filter((line) => !before.includes(line))).toEqual([
    `artifact_path: "${changes.artifactUri}"`,
    "  - API_KEY",
    "future_key: { kept: [ 1, 2 ] }",
    "  limits: { cpu: 1.50 }",
    'model_id: "m-1"',
    'model_uuid: "m-1"',
    "prompts: [ 'prompts:/greet/1' ]",
    `run_id: "${changes.runId}"`,
  ]);
  expect(after).toHaveLength(before.length);
  const { document: _, ...read } = readMlmodel(after.join("\n"));
  const { document: __, ...was } = readMlmodel(file);
  expect(read).toEqual({
    ...was,
    modelUuid: "m-1",
    modelId: "m-1",
    runId: changes.runId,
    artifactPath: changes.artifactUri,
  });
});

test("reading and rewriting leaves the model that was read as it was", () => {
  const mlmodel = readMlmodel(file);
  const once = rewriteMlmodel(mlmodel, { ...changes, metadata: { owner: "other" } });
  expect(rewriteMlmodel(mlmodel, { ...changes, metadata: { owner: "other" } })).toBe(once);
  expect(rewriteMlmodel(mlmodel, changes)).not.toContain("other");
});

test("metadata of the request is added to the file's, and wins member by member", () => {
  const metadata = { limits: { gpu: 1 }, "a.b": ["3.10"] };
  const merged = readMlmodel(rewriteMlmodel(readMlmodel(file), { ...changes, metadata }));
  expect(merged.metadata).toEqual({ owner: "yes", limits: { gpu: 1 }, "a.b": ["3.10"] });
  for (const source of [bare, `${bare}metadata:\n`, `${bare}metadata: {}\n`]) {
    const added = readMlmodel(rewriteMlmodel(readMlmodel(source), { ...changes, metadata }));
    expect(added.metadata).toEqual(metadata);
    const none = rewriteMlmodel(readMlmodel(source), { ...changes, metadata: {} });
    expect(readMlmodel(none).metadata ?? {}).toEqual({});
  }
});

test("metadata that replaces what an alias stands for leaves the other place alone", () => {
  const source = `${bare}metadata:\n  a: &id001 [1, 2]\n  b: *id001\n`;
  const rewritten = rewriteMlmodel(readMlmodel(source), { ...changes, metadata: { a: 5 } });
  expect(readMlmodel(rewritten).metadata).toEqual({ a: 5, b: [1, 2] });
});

test("what is read from a file that was written is what its writer was told", () => {
  const objects = fc.dictionary(
    fc.string({ unit: "binary" }),
    fc.jsonValue({ noUnicodeString: false }),
  );
  fc.assert(
    fc.property(objects, objects, (before, added) => {
      const of = (metadata: unknown) => ({ ...changes, metadata: metadata as JsonObject });
      const first = readMlmodel(rewriteMlmodel(readMlmodel(file), of(before)));
      const { mlmodel, text } = changeMlmodel(first, of(added));
      const { document: _, ...told } = mlmodel;
      const { document: __, ...read } = readMlmodel(text);
      expect(read).toEqual(told);
      expect(text).toMatch(/^[\n -~]*$/);
      expect(text).toBe(rewriteMlmodel(first, of(added)));
    }),
    { numRuns: 30 },
  );
});

test("a file that would take long is refused before it is read", () => {
  const refused = (text: string) => expect(() => readMlmodel(bare + text));
  const dense = "the file: expected at most 250,000 YAML tokens";
  refused(`x: [${"1,".repeat(100_000)}]\n`).toThrow(dense);
  refused(`x:\n${"\n".repeat(250_000)}`).toThrow(dense);
  refused(`x: ${"a".repeat(4 * 1024 ** 2)}\n`).toThrow("the file: expected at most 4 MiB");
  refused(`x: ${"ü".repeat(2 * 1024 ** 2)}\n`).toThrow("the file: expected at most 4 MiB");
  const deep = `x: ${"[".repeat(600)} # c\n 1${"]".repeat(600)}\n`;
  refused(deep).toThrow("not YAML: expected maps and lists that nest at most 40 deep");
});

test("a wide signature and much metadata are no reason to refuse a file", () => {
  const columns = Array.from({ length: 10_000 }, (_, i) => ({
    type: "double",
    name: `column ${i} of a table`,
    required: true,
  }));
  const signature = { inputs: JSON.stringify(columns), outputs: JSON.stringify(columns) };
  const metadata = {
    texts: Array.from({ length: 300 }, () => "x".repeat(1000)),
    numbers: Array.from({ length: 20_000 }, (_, i) => i),
  };
  const text = rewriteMlmodel(readMlmodel(file), { ...changes, signature, metadata });
  expect(readMlmodel(text)).toMatchObject({ metadata, signature });
});

test("a signature of the request replaces the file's, and what the file said of it", () => {
  const signature = { outputs: '[{"type": "long", "required": true}]' };
  const rewritten = rewriteMlmodel(readMlmodel(file), { ...changes, signature });
  expect(readMlmodel(rewritten).signature).toEqual(signature);
  expect(readMlmodel(rewritten).document.toJS()).toMatchObject({
    signature: { inputs: null, outputs: signature.outputs, params: null },
    is_signature_from_type_hint: false,
    type_hint_from_example: false,
  });
  const plain = readMlmodel(rewriteMlmodel(readMlmodel(bare), { ...changes, signature }));
  expect(plain.document.has("is_signature_from_type_hint")).toBe(false);
  expect(readMlmodel(rewriteMlmodel(readMlmodel(file), changes)).document.toJS()).toMatchObject({
    is_signature_from_type_hint: true,
  });
});

test("members named __proto__ come through reading and writing", () => {
  const source = `${bare}metadata:\n  __proto__: {a: 1}\n`;
  const metadata = JSON.parse('{"constructor":{"__proto__":2}}');
  const read = readMlmodel(rewriteMlmodel(readMlmodel(source), { ...changes, metadata }));
  expect(JSON.stringify(read.metadata)).toBe('{"__proto__":{"a":1},"constructor":{"__proto__":2}}');
});

test("a file in JSON's style takes what is set in it", () => {
  const source = '{"flavors": {"f": {"a": 1}}, "metadata": {"b": "x"}}';
  const metadata = { ["k".repeat(2000)]: 1 };
  const read = readMlmodel(rewriteMlmodel(readMlmodel(source), { ...changes, metadata }));
  expect(read).toMatchObject({ modelId: "m-1", flavors: { f: { a: 1 } } });
  expect(read.metadata).toEqual({ b: "x", ...metadata });
});

test("a time is written where the file says none, and nowhere else", () => {
  const createdAt = Date.UTC(2026, 10, 24, 1, 2, 3, 45);
  const timeIn = (source: string) =>
    readMlmodel(rewriteMlmodel(readMlmodel(source), { ...changes, createdAt })).createdAt;
  expect(timeIn(bare)).toBe(createdAt);
  expect(timeIn(`${bare}utc_time_created: null\n`)).toBe(createdAt);
  expect(timeIn(file)).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 678));
  const written = rewriteMlmodel(readMlmodel(bare), { ...changes, createdAt });
  expect(written).toContain('utc_time_created: "2026-11-24 01:02:03.045000"\n');
});
