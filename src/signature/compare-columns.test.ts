import { describe, expect, it } from "vitest";
import { compareSignatures } from "./compare.ts";
import type { Side } from "./compare-difference.ts";
import { parseSignature } from "./parse.ts";

function compare(old: object[], next: object[], side: Side = "inputs") {
  const signature = (columns: object[]) => parseSignature({ [side]: JSON.stringify(columns) });
  return compareSignatures(signature(old), signature(next));
}

const column = (name: string | number, type = "long", required = true) => ({
  type,
  name,
  required,
});
const unnamed = (type: string) => ({ type, required: true });

describe("columns with names", () => {
  const old = [column("age"), column("user id", "string", false)];

  it("match in any order", () => {
    for (const side of ["inputs", "outputs"] as const) {
      expect(compare(old, old.toReversed(), side).differences).toEqual([
        {
          path: side,
          kind: "reordered",
          old: "['age', 'user id']",
          next: "['user id', 'age']",
          compatible: true,
          reason: "nothing changes for those who go by name, as MLflow does",
        },
      ]);
    }
  });

  it.each([
    [true, false],
    [false, true],
  ])("break callers where a new one is required (%s)", (required, compatible) => {
    expect(compare(old, [...old, column("new", "double", required)]).differences).toEqual([
      expect.objectContaining({
        path: "inputs.new",
        kind: "added",
        next: `double (${required ? "required" : "optional"})`,
        compatible,
      }),
    ]);
  });

  it("break no reader of outputs by a new one", () => {
    expect(compare(old, [...old, column("new")], "outputs").outputs).toBe("compatible");
  });

  it("break no caller where one goes, since MLflow ignores what it does not know", () => {
    expect(compare(old, old.slice(1)).differences).toEqual([
      expect.objectContaining({
        path: "inputs.age",
        kind: "removed",
        old: "long (required)",
        compatible: true,
      }),
    ]);
  });

  it("break readers where one goes that was always there", () => {
    expect(compare(old, old.slice(1), "outputs").outputs).toBe("incompatible");
    expect(compare(old, old.slice(0, 1), "outputs").outputs).toBe("compatible");
  });

  it("break callers where one has another name, and say which names", () => {
    const { differences } = compare(old, [column("years"), column("user id", "string", false)]);
    expect(differences).toEqual([
      expect.objectContaining({ path: "inputs.age", kind: "removed", compatible: true }),
      expect.objectContaining({ path: "inputs.years", kind: "added", compatible: false }),
    ]);
  });

  it("break callers where one becomes required, readers where one becomes optional", () => {
    const next = [column("age"), column("user id", "string", true)];
    const path = 'inputs["user id"].required';
    expect(compare(old, next).differences).toEqual([
      expect.objectContaining({ path, kind: "became_required", compatible: false }),
    ]);
    expect(compare(next, old).differences).toEqual([
      expect.objectContaining({ path, kind: "became_optional", compatible: true }),
    ]);
    expect(compare(old, next, "outputs").outputs).toBe("compatible");
    expect(compare(next, old, "outputs").outputs).toBe("incompatible");
  });

  it("of numbers are not those of the numbers' text", () => {
    const { differences } = compare([column(0)], [column("0")]);
    expect(differences).toEqual([
      expect.objectContaining({ path: "inputs[0]", kind: "removed", compatible: true }),
      expect.objectContaining({ path: 'inputs["0"]', kind: "added", compatible: false }),
    ]);
  });

  it("are checked against the last one where two have one name", () => {
    const twice = [column("a", "string"), column("a", "integer", false)];
    expect(compare(twice, [column("a", "long")]).differences).toEqual([
      expect.objectContaining({ path: "inputs.a.type", old: "integer", compatible: true }),
    ]);
  });
});

describe("columns without names", () => {
  const old = [unnamed("integer"), unnamed("string")];

  it("match by place", () => {
    expect(compare(old, [unnamed("double"), unnamed("long")]).differences).toEqual([
      expect.objectContaining({ path: "inputs[0].type", compatible: true }),
      expect.objectContaining({ path: "inputs[1].type", compatible: false }),
    ]);
  });

  it("break callers where there are more, and readers where the number changes at all", () => {
    const fewer = old.slice(0, 1);
    expect(compare(fewer, old).differences).toEqual([
      expect.objectContaining({ path: "inputs[1]", kind: "added", compatible: false }),
    ]);
    expect(compare(old, fewer).differences).toEqual([
      expect.objectContaining({ path: "inputs[1]", kind: "removed", compatible: true }),
    ]);
    expect(compare(fewer, old, "outputs").outputs).toBe("incompatible");
    expect(compare(old, fewer, "outputs").outputs).toBe("incompatible");
  });

  it("that get names, or had some, break both callers and readers", () => {
    for (const side of ["inputs", "outputs"] as const) {
      for (const [from, to] of [
        [[unnamed("long")], [column("a")]],
        [[column("a")], [unnamed("long")]],
      ] as const) {
        expect(compare([...from], [...to], side).differences).toEqual([
          expect.objectContaining({ path: side, kind: "naming_changed", compatible: false }),
        ]);
      }
    }
  });

  it("take the place of named ones where anything goes and enough must be there", () => {
    const any = unnamed("any");
    expect(compare([column("a"), column("b", "long", false)], [any]).compatible).toBe(true);
    expect(compare([column("a"), column("b", "long", false)], [any, any]).compatible).toBe(false);
    expect(compare([column("a")], [any], "outputs").compatible).toBe(false);
  });
});
