import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SignatureError } from "./error.ts";
import type { ArrayExample, Example } from "./example.ts";
import { inferSignature, type SignatureExamples } from "./infer.ts";
import { parseSignature } from "./parse.ts";
import { printSignature } from "./print.ts";
import { type PythonValue, printPythonJson } from "./python-json.ts";

const names = fc.oneof(fc.constantFrom("a", "b", "cls", ""), fc.string({ unit: "binary" }));
const scalars = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.double(),
  fc.string({ unit: "binary", maxLength: 5 }),
  fc.constantFrom("2024-01-02", "2024-01-02T03:04:05.123456789", "1600-01-01", "NaT"),
);
const { value: values } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie("value")), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
}));

const dtypes = fc.oneof(
  fc.constantFrom(
    ...["int8", "uint64", "float16", "float128", "bool", "complex64", "object", "str", "<U3"],
    ...["S2", "V8", "datetime64[ns]", "datetime64[D]", "datetime64[us, UTC]", "timedelta64[s]"],
    ...["Int64", "UInt64", "Float32", "boolean", "string", "category", "period[D]"],
  ),
  fc.string({ maxLength: 4 }),
);
const json = fc
  .oneof(values.map(printPythonJson), fc.json(), fc.string())
  .map((text): Example => ({ kind: "json", text }));
const columns = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.tuple(fc.oneof(names, fc.bigInt(0n, 2n)), dtypes, fc.oneof(values, scalars)), {
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([length, specs, ragged]) =>
    specs.map(([name, dtype, value], index) => ({
      name,
      dtype,
      values: Array(ragged ? length + index : length).fill(value),
    })),
  );
const tables = columns.map((list): Example => ({ kind: "table", columns: list }));
const arrays = fc
  .record({
    dtype: dtypes,
    shape: fc.array(fc.constantFrom(0, 1, 2, -1, 1.5), { maxLength: 3 }),
    value: fc.oneof(scalars, values),
    fits: fc.boolean(),
  })
  .map(({ dtype, shape, value, fits }): ArrayExample => {
    const data = shape.reduceRight<PythonValue>(
      (inner, size) => Array(Math.max(0, Math.floor(size))).fill(inner),
      value,
    );
    return { kind: "array", dtype, shape, data: fits ? data : value };
  });
const named = fc
  .array(fc.tuple(names, arrays), { maxLength: 3 })
  .map((entries): Example => ({ kind: "arrays", arrays: new Map(entries) }));
const examples = fc.oneof(json, tables, arrays, named);
const params = fc.oneof(
  fc.array(fc.tuple(names, values), { maxLength: 3 }).map((list) => printPythonJson(new Map(list))),
  fc.string(),
);

function inferOrRefuse(given: SignatureExamples) {
  try {
    return inferSignature(given);
  } catch (error) {
    expect(error).toBeInstanceOf(SignatureError);
    return undefined;
  }
}

describe("inferring from anything at all", () => {
  it("gives a signature that MLflow's JSON brings back, or a SignatureError", () => {
    let inferred = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ input: examples }),
          fc.record({ paramsJson: params }),
          fc.record(
            { input: examples, output: examples, paramsJson: params },
            { requiredKeys: [] },
          ),
        ),
        (given) => {
          const signature = inferOrRefuse(given)?.signature;
          if (signature === undefined) return;
          inferred += 1;
          expect(parseSignature(printSignature(signature))).toEqual(signature);
        },
      ),
      { numRuns: 2000 },
    );
    expect(inferred).toBeGreaterThan(200);
  });

  it("gives a single column of any wherever it warns", () => {
    fc.assert(
      fc.property(examples, (input) => {
        const found = inferOrRefuse({ input });
        if (found?.warnings.length !== 1) return;
        expect(found.signature.mlflowJson?.inputs).toBe('[{"type": "any", "required": true}]');
      }),
      { numRuns: 500 },
    );
  });
});
