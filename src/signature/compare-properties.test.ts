import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSignatures } from "./compare.ts";
import { parseSignature } from "./parse.ts";
import type { SignatureTexts } from "./read-signature.ts";

type Json = { [member: string]: unknown };
type Column = Json & { type: string; required: boolean };

const name = fc.constantFrom("a", "b", "user id", "日本", "0");
const scalar = fc
  .constantFrom("boolean", "integer", "long", "float", "double", "string", "binary", "datetime")
  .map((type): Json => ({ type }));

const { type } = fc.letrec<{ type: Json }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.constant({ type: "any" }),
    tie("type").map((items) => ({ type: "array", items })),
    tie("type").map((values) => ({ type: "map", values })),
    fc
      .dictionary(name, fc.tuple(tie("type"), fc.boolean()), { minKeys: 1, maxKeys: 3 })
      .map((entries) => ({
        type: "object",
        properties: Object.fromEntries(
          Object.entries(entries).map(([key, [of, required]]) => [key, { ...of, required }]),
        ),
      })),
  ),
}));

const named = fc.uniqueArray(
  fc.tuple(type, name, fc.boolean()).map(([of, columnName, required]): Column => {
    return { type: "any", ...of, name: columnName, required };
  }),
  { minLength: 1, maxLength: 4, selector: (column) => column.name },
);
const placed = fc.array(
  type.map((of): Column => ({ type: "any", ...of, required: true })),
  { minLength: 1, maxLength: 3 },
);
const tensor = fc
  .tuple(
    fc.constantFrom("float64", "float32", "object", "str"),
    fc.array(fc.constantFrom(-1, 1, 3), { maxLength: 3 }),
  )
  .map(([dtype, shape]): Json => ({ type: "tensor", "tensor-spec": { dtype, shape } }));
const tensors = fc.oneof(
  tensor.map((only) => [only]),
  fc.uniqueArray(
    fc.tuple(tensor, name).map(([of, tensorName]): Json => ({ ...of, name: tensorName })),
    { minLength: 1, maxLength: 3, selector: (of) => of.name },
  ),
);
const params = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom("boolean", "integer", "long", "float", "double", "string"),
      name,
      fc.boolean(),
    )
    .map(([of, paramName, list]): Json => {
      const shape = list ? { default: [], shape: [-1] } : { default: null, shape: null };
      return { name: paramName, type: of, ...shape };
    }),
  { maxLength: 3, selector: (param) => param.name },
);

const schema = fc.oneof(named, placed, tensors);
const texts = fc
  .record({ inputs: fc.option(schema), outputs: fc.option(schema), params: fc.option(params) })
  .filter((parts) => Object.values(parts).some((part) => part !== null))
  .map((parts): SignatureTexts => {
    const printed = Object.entries(parts).map(([part, value]) => [
      part,
      value && JSON.stringify(value),
    ]);
    return Object.fromEntries(printed);
  });

/** Makes one change to columns that breaks no caller; `fresh` is a name that none of them had. */
type Edit = (columns: Column[], at: number, fresh: string) => Column[];

const edits: Edit[] = [
  (columns) => columns.toReversed(),
  (columns, at) => (columns.length > 1 ? columns.toSpliced(at, 1) : columns),
  (columns, _, fresh) => [...columns, { type: "long", name: fresh, required: false }],
  (columns, at) => change(columns, at, () => ({ required: false })),
  (columns, at) => change(columns, at, () => ({ type: "any" })),
  (columns, at) =>
    change(columns, at, (column) => (column.type === "integer" ? { type: "double" } : {})),
  (columns, at) =>
    change(columns, at, (column) => (column.type === "array" ? { items: { type: "any" } } : {})),
];

function change(columns: Column[], at: number, of: (column: Column) => Partial<Column>): Column[] {
  return columns.map((column, index) => (index === at ? { ...column, ...of(column) } : column));
}

const signature = (columns: Column[]) => parseSignature({ inputs: JSON.stringify(columns) });

describe("for any signatures", () => {
  it("a signature is unchanged against itself", () => {
    fc.assert(
      fc.property(texts, (json) => {
        expect(compareSignatures(parseSignature(json), parseSignature(json))).toEqual({
          compatible: true,
          inputs: "unchanged",
          outputs: "unchanged",
          params: "unchanged",
          differences: [],
        });
      }),
    );
  });

  it("the verdicts follow from the differences, each of which says what it means", () => {
    fc.assert(
      fc.property(texts, texts, (old, next) => {
        const comparison = compareSignatures(parseSignature(old), parseSignature(next));
        const { differences } = comparison;
        expect(comparison.compatible).toBe(differences.every(({ compatible }) => compatible));
        for (const part of ["inputs", "outputs", "params"] as const) {
          const own = differences.filter(({ path }) => path.startsWith(part));
          const breaking = own.some(({ compatible }) => !compatible);
          const otherwise = own.length > 0 ? "compatible" : "unchanged";
          expect(comparison[part]).toBe(breaking ? "incompatible" : otherwise);
        }
        for (const { reason, old, next } of differences) {
          expect(reason).toMatch(/^(?:[a-z]|MLflow ).*[^.]$/);
          expect(old).not.toBe(next);
        }
      }),
    );
  });

  it("a difference one way is a difference the other way", () => {
    fc.assert(
      fc.property(texts, texts, (old, next) => {
        const [before, after] = [parseSignature(old), parseSignature(next)];
        const paths = (differences: { path: string }[]) => differences.map(({ path }) => path);
        expect(paths(compareSignatures(before, after).differences).sort()).toEqual(
          paths(compareSignatures(after, before).differences).sort(),
        );
      }),
    );
  });

  it("what callers can bear one after another they can bear at once", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat(3)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(named, steps, (first, chain) => {
        let columns = first;
        for (const [step, [edit, at]] of chain.entries()) {
          const next = edit(columns, at % columns.length, `fresh ${step}`);
          expect(compareSignatures(signature(columns), signature(next)).compatible).toBe(true);
          columns = next;
        }
        expect(compareSignatures(signature(first), signature(columns)).compatible).toBe(true);
      }),
    );
  });
});
