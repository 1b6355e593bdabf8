import { create } from "@bufbuild/protobuf";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import type { InlinePackageSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../error.ts";
import { sha256 } from "../package/digest.ts";
import { readModel } from "./package-content.ts";
import { bytes, type File, type Init, mlmodel, plan, type Source, wrong } from "./plan.testdata.ts";

type Package = Exclude<
  NonNullable<Parameters<typeof create<typeof InlinePackageSchema>>[1]>,
  { $typeName: string }
>;

const flavor = {
  case: "onnx",
  value: { path: "model.onnx", onnxVersion: "1.19.1" },
} as const;
const model: File = { path: "model.onnx", content: bytes("onnx") };
const described = (files: File[], description: Package["modelDescription"] = { flavor }): Init => ({
  modelType: "classification",
  source: { case: "package", value: { files, modelDescription: description } },
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a described package", () => {
  test("has the files that were written, with their digests, among its own", () => {
    const planned = plan(described([model]));
    const contents = planned.content?.files ?? [];
    expect(contents.map(({ path }) => path)).toEqual([
      "model.onnx",
      "MLmodel",
      "requirements.txt",
      "conda.yaml",
      "python_env.yaml",
    ]);
    expect(planned.plan.source).toMatchObject({
      files: contents
        .map(({ path, content }) => ({
          path,
          sizeBytes: content.byteLength,
          sha256: sha256(content),
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    });
    expect(planned.content?.mlmodel.flavors).toMatchObject({ onnx: { data: "model.onnx" } });
  });

  test("is the same request whenever it is sent, and another one for another description", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    const { fingerprint } = plan(described([model]));
    vi.setSystemTime(Date.UTC(2027, 0, 1));
    expect(plan(described([model])).fingerprint).toBe(fingerprint);
    const other = { flavor: { ...flavor, value: { ...flavor.value, onnxVersion: "1.19.2" } } };
    expect(plan(described([model], other)).fingerprint).not.toBe(fingerprint);
  });

  test("with an MLmodel is refused, and so is a package with neither", () => {
    expect(wrong(described([model, mlmodel]))).toEqual([
      [
        "package.model_description",
        "expected none where the package has an MLmodel, which says it already",
      ],
    ]);
    const undescribed: Source = { case: "package", value: { files: [model] } };
    expect(wrong({ modelType: "classification", source: undescribed })).toEqual([
      [
        "package.files",
        "no file MLmodel at the root: expected a directory as MLflow saves one, or a model_description",
      ],
    ]);
  });

  test("has the field of everything that is wrong named, in files and description", () => {
    const found = wrong(described([model, { path: "../x" }], { flavor, envVars: ["1"] }));
    expect(found.map(([field]) => field)).toEqual([
      "package.files[1].path",
      "package.model_description.env_vars[0]",
    ]);
  });
});

test("a description that holds too much is refused before it is written", () => {
  const of = (config: object) =>
    described([model], {
      flavor: {
        case: "pythonModel",
        value: { path: "model.onnx", config: config as Record<string, never> },
      },
    });
  const field = "package.model_description";
  expect(wrong(of({ list: Array.from({ length: 25_000 }, () => 1) }))).toEqual([
    [field, "expected at most 25000 values in all of it"],
  ]);
  expect(wrong(of({ text: "x".repeat(4 * 1024 ** 2) }))).toEqual([
    [field, "MLmodel: the file: expected at most 4 MiB"],
  ]);
});

test("an MLmodel is refused where it is too large, or would be with what the request adds", () => {
  const numbers = (count: number) => `x: [${"1, ".repeat(count)}]\n`;
  const packageOf = (more: string): Source => ({
    case: "package",
    value: { files: [{ path: "MLmodel", content: bytes(`flavors: {f: {}}\n${more}`) }] },
  });
  const tokens = "expected at most 250,000 YAML tokens, some 30,000 values";
  const of = (more: string, rest: Init = {}) =>
    wrong({ modelType: "classification", source: packageOf(more), ...rest });
  expect(of(numbers(70_000))).toEqual([
    ["package.files[0].content", `MLmodel: the file: ${tokens}`],
  ]);
  const metadata = { list: Array.from({ length: 20_000 }, () => 1) };
  expect(of(numbers(10_000), { metadata })).toEqual([]);
  expect(of(numbers(45_000))).toEqual([]);
  expect(of(numbers(45_000), { metadata })).toEqual([
    ["metadata", `the MLmodel would be too large with it: ${tokens}`],
  ]);
  const columns = (count: number) =>
    JSON.stringify(
      Array.from({ length: count }, (_, i) => ({ type: "long", name: `c${i}${"x".repeat(1000)}` })),
    );
  const signature = (count: number): Init["signature"] => ({
    mlflowJson: { inputs: columns(count) },
  });
  expect(of("", { signature: signature(100) })).toEqual([]);
  expect(of("", { signature: signature(4200) })).toEqual([
    ["signature", "the MLmodel would be too large with it: expected at most 4 MiB"],
  ]);
});

test("a model of which only paths and sizes are known is described the same", () => {
  const sent = {
    files: [{ path: "model.onnx", sizeBytes: 4 }],
    mlmodel: undefined,
    description: create(ModelDescriptionSchema, { flavor }),
    field: "uploaded_package",
    filesField: "uploaded_package.upload_id",
    mlmodelField: "uploaded_package.upload_id",
  };
  const { written } = readModel(sent);
  expect(written).toEqual(plan(described([model])).content?.files.slice(1));
  const violations = (description: typeof sent.description | undefined) => {
    try {
      readModel({ ...sent, description, files: [{ path: "other", sizeBytes: 1 }] });
    } catch (error) {
      if (error instanceof ModelwireError) return error.violations.map(({ field }) => field);
      throw error;
    }
    return [];
  };
  expect(violations(sent.description)).toEqual(["uploaded_package.model_description.onnx.path"]);
  expect(violations(undefined)).toEqual(["uploaded_package.upload_id"]);
});
