import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExampleSchema } from "#gen/modelwire/registry/v1/example_pb.js";
import { sha256 } from "../package/digest.ts";
import {
  bundleOf,
  newSigner,
  file as signedFile,
  statementOf,
} from "../package/signature-bundle.testdata.ts";
import {
  base,
  bytes,
  files,
  held,
  type Init,
  mlmodel,
  plan,
  type Source,
  wrong,
} from "./plan.testdata.ts";

test("what is unset is planned as the server was started with", () => {
  const planned = plan({ ...base, requestId: "6F8A1C1E-3B0A-4D3C-9A54-0C6C2F1D7E11" });
  expect(planned.requestId).toBe("6f8a1c1e-3b0a-4d3c-9a54-0c6c2f1d7e11");
  expect(planned.plan).toEqual({
    modelType: "classification",
    modelName: "modelwire_classification_baseline",
    tags: {},
    description: undefined,
    source: {
      kind: "package",
      files: [
        { path: "MLmodel", sizeBytes: 31, sha256: sha256("flavors:\n  python_function: {}\n") },
      ],
      signature: undefined,
      metadata: undefined,
      params: {},
      metrics: {},
      experimentName: "Default",
      runId: undefined,
    },
  });
  expect(planned.content?.files).toHaveLength(1);
  expect(plan({ ...base, modelName: "mine" }).plan.modelName).toBe("mine");
  expect(plan(held)).toMatchObject({ requestId: undefined, content: undefined });
});

const bundleText = JSON.stringify(bundleOf(newSigner(), statementOf([signedFile("other")])));

test("a signature bundle is planned by its digest, and kept with the package as it was sent", () => {
  const inputExample = create(ExampleSchema, { kind: { case: "json", value: "[1]" } });
  const source = files({ path: "input_example.json", content: bytes("mine") });
  const planned = plan({ ...base, source, inputExample, signatureBundle: bundleText });
  expect(planned.plan.source).toMatchObject({
    packageSignature: { bundleSha256: sha256(bundleText) },
  });
  expect(planned.bundle?.text).toBe(bundleText);
  expect(planned.sent).toContainEqual({
    path: "input_example.json",
    sizeBytes: 4,
    sha256: sha256("mine"),
  });
  const stored = JSON.parse(JSON.stringify(planned.plan));
  expect(stored.source.packageSignature).toEqual({ bundleSha256: sha256(bundleText) });
  expect(plan(base).bundle).toBeUndefined();
});

test("what is no signature bundle is a wrong field", () => {
  const [[field, description] = []] = wrong({ ...base, signatureBundle: "" });
  expect(field).toBe("signature_bundle");
  expect(description).toContain("not JSON");
});

describe("the fingerprint", () => {
  const full: Init = {
    ...base,
    modelName: "name",
    tags: { a: "1", b: "2" },
    params: { c: "3" },
    metrics: { d: 4 },
    metadata: { e: [5, { f: null }], g: "h" },
    description: "why",
    experimentName: "e",
    runId: "0".repeat(32),
    source: files({ path: "a", content: bytes("x") }, { path: "b", content: bytes("y") }),
  };

  test("is the same for the same request, with another request id and its defaults said", () => {
    const { fingerprint } = plan(base);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const requestId = "6f8a1c1e-3b0a-4d3c-9a54-0c6c2f1d7e11";
    expect(plan({ ...base, requestId }).fingerprint).toBe(fingerprint);
    expect(plan({ ...base, description: "" }).fingerprint).toBe(fingerprint);
    const digest = sha256(mlmodel.content ?? "");
    const source: Source = {
      case: "package",
      value: { files: [{ ...mlmodel, sha256: digest.toUpperCase() }] },
    };
    expect(plan({ ...base, source }).fingerprint).toBe(fingerprint);
  });

  const entry = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 8 }));
  const entries = fc.uniqueArray(entry, { selector: ([key]) => key, maxLength: 6 });
  const inOrder = (list: [string, string][], isReversed: boolean) =>
    isReversed ? list.toReversed() : list;

  test("does not know in which order files and members came", () => {
    fc.assert(
      fc.property(entries, entries, entries, (contents, tags, metadata) => {
        const made = (isReversed: boolean): Init => {
          const parts = inOrder(contents, isReversed).map(([path, content]) => ({
            path,
            content: bytes(content),
          }));
          return {
            ...base,
            source: {
              case: "package",
              value: { files: isReversed ? [...parts, mlmodel] : [mlmodel, ...parts] },
            },
            tags: Object.fromEntries(inOrder(tags, isReversed)),
            params: Object.fromEntries(inOrder(tags, !isReversed)),
            metadata: { a: Object.fromEntries(inOrder(metadata, isReversed)) },
          };
        };
        expect(plan(made(true)).fingerprint).toBe(plan(made(false)).fingerprint);
      }),
    );
  });

  test.each<[string, Init]>([
    ["model_type", { ...full, modelType: "other" }],
    ["model_name", { ...full, modelName: "other" }],
    ["description", { ...full, description: "other" }],
    ["experiment_name", { ...full, experimentName: "other" }],
    ["run_id", { ...full, runId: "1".repeat(32) }],
    ["no run_id", { ...base, modelName: "name" }],
    ["a tag's value", { ...full, tags: { a: "1", b: "3" } }],
    ["a tag's key", { ...full, tags: { a: "1", c: "2" } }],
    ["a tag more", { ...full, tags: { a: "1", b: "2", c: "" } }],
    ["a param", { ...full, params: { c: "4" } }],
    ["a metric", { ...full, metrics: { d: 4.000000000000001 } }],
    ["metadata", { ...full, metadata: { e: [5, { f: false }], g: "h" } }],
    ["the order of a list", { ...full, metadata: { e: [{ f: null }, 5], g: "h" } }],
    [
      "a signature",
      { ...full, signature: { mlflowJson: { inputs: '[{"type":"long","required":true}]' } } },
    ],
    ["a signature bundle", { ...full, signatureBundle: bundleText }],
    [
      "a file's content",
      {
        ...full,
        source: files({ path: "a", content: bytes("z") }, { path: "b", content: bytes("y") }),
      },
    ],
    [
      "a file's path",
      {
        ...full,
        source: files({ path: "a", content: bytes("x") }, { path: "c", content: bytes("y") }),
      },
    ],
    [
      "contents exchanged",
      {
        ...full,
        source: files({ path: "b", content: bytes("x") }, { path: "a", content: bytes("y") }),
      },
    ],
    ["a file less", { ...full, source: files({ path: "a", content: bytes("x") }) }],
    ["another source", { ...held, modelName: "name" }],
  ])("is another one for another %s", (_, init) => {
    expect(wrong(init)).toEqual([]);
    expect(plan(init).fingerprint).not.toBe(plan(full).fingerprint);
  });

  test("is another one for any other tag, param or content", () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const made = (list: [string, string][]): string =>
          plan({ ...base, tags: Object.fromEntries(list) }).fingerprint;
        const isSame = JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
        expect(made(one) === made(other)).toBe(isSame);
      }),
    );
  });
});
