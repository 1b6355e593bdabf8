import { expect, test } from "vitest";
import { printYaml, quotedNode, readYaml, writeYaml } from "./yaml.ts";

const read = (text: string): unknown => (readYaml(`a: ${text}\n`).toJS() as { a: unknown }).a;

// PyYAML's resolver.py, where it differs from YAML 1.2 and from the library's own YAML 1.1.
test.each([
  ["yes", true],
  ["Off", false],
  ["y", "y"],
  ["~", null],
  ["", null],
  ["0777", 511],
  ["0o7", "0o7"],
  ["08", "08"],
  ["0x1F", 31],
  ["-0b11", -3],
  ["1_000", 1000],
  ["1:30", 90],
  ["-1:30:00", -5400],
  ["1e5", "1e5"],
  ["1.0e5", "1.0e5"],
  ["1.0e+5", 100_000],
  ["1.5e-7", 1.5e-7],
  [".5", 0.5],
  ["-.5", "-.5"],
  ["1.", 1],
  ["1:30.5", 90.5],
  [".inf", Number.POSITIVE_INFINITY],
  ["-.INF", Number.NEGATIVE_INFINITY],
  [".NaN", Number.NaN],
  ["2024-01-01", "2024-01-01"],
  ["2024-01-01 10:00:00.123456", "2024-01-01 10:00:00.123456"],
  ["3.10", 3.1],
  ["'3.10'", "3.10"],
  ["=", "="],
])("a plain %s is read as PyYAML reads it", (text, value) => {
  expect(read(text)).toEqual(value);
});

test("what was read is written in the words it was read in", () => {
  const text = "a: 0x1F\nb: 1_000\nc: yes\nd: 1.50\ne: '3.10'\nf: ~\ng: 1e5\nh: 2024-01-01\n";
  expect(writeYaml(readYaml(text))).toBe(text);
});

test("numbers are written so that PyYAML takes them for numbers", () => {
  const document = readYaml("a: 1\n");
  const print = (value: number) => {
    document.set("a", quotedNode(document, value));
    return writeYaml(document).slice(3, -1);
  };
  expect([1e21, 1e-7, -1.5e-9, -0, 2 ** 53, 0.1].map(print)).toEqual([
    "1.0e+21",
    "1.0e-7",
    "-1.5e-9",
    "-0.0",
    "9007199254740992",
    "0.1",
  ]);
  expect([Number.NaN, Infinity, -Infinity].map(print)).toEqual([".nan", ".inf", "-.inf"]);
});

test("every new text stands in double quotes, keys too", () => {
  const document = readYaml("a: 1\n");
  document.set("a", quotedNode(document, { yes: "no", "<<": ["3.10", "="], "": null }));
  expect(writeYaml(document)).toBe(
    'a:\n  "yes": "no"\n  "<<":\n    - "3.10"\n    - "="\n  "": null\n',
  );
});

test("all but ASCII is escaped by its code point, as MLflow does, wherever it stood", () => {
  const document = readYaml("a: x\nb: 'q\u2028r'\nc: |\n  \ufeffline\nd: p\u0085q\n");
  document.set("a", quotedNode(document, "\0\x07\x7f\x9f\u2029\ufffe\uffff\n\ttab"));
  const lines = writeYaml(document).split("\n");
  expect(lines).toEqual([
    String.raw`a: "\u0000\u0007\x7F\x9F\u2029\uFFFE\uFFFF\n\ttab"`,
    String.raw`b: "q\u2028r"`,
    String.raw`c: "\uFEFFline\n"`,
    String.raw`d: "p\x85q"`,
    "",
  ]);
  const text = "J\u0101nis \u{1f600} \xfc, lone \ud800 and \udc00";
  document.set("a", quotedNode(document, { [text]: text }));
  const written = String.raw`"J\u0101nis \U0001F600 \xFC, lone \ud800 and \udc00"`;
  expect(writeYaml(document)).toContain(`a:\n  ${written}: ${written}\n`);
  expect(readYaml(writeYaml(document)).toJS()).toMatchObject({ a: { [text]: text } });
  expect(readYaml("ü: {é: ö}\n").toString()).toBe('"\\xFC": { "\\xE9": "\\xF6" }\n');
  expect(printYaml({ ü: "ß" })).toBe('"\\xFC": "\\xDF"\n');
});

test("aliases are copies of what they stand for", () => {
  const document = readYaml("a: &x [1, &y {b: yes}]\nc: *x\nd: *y\ne: &x new\nf: *x\n");
  expect(writeYaml(document)).toBe(
    "a: [ 1, { b: yes } ]\nc: [ 1, { b: yes } ]\nd: { b: yes }\ne: new\nf: new\n",
  );
});

test("merged maps are members, and stay merges when they are written", () => {
  const document = readYaml("base: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3\n");
  expect(document.toJS()).toMatchObject({ a: { x: 1, y: 3 } });
  expect(writeYaml(document)).toContain("a:\n  <<: { x: 1, y: 2 }\n  y: 3\n");
  expect(readYaml('a: {"<<": 1}\n').toJS()).toEqual({ a: { "<<": 1 } });
});

test.each([
  ["a: [1\n", /flow/i],
  ["a: 1\nb: {c: 2, 'c': 3}\n", "expected unique keys, not c twice"],
  ["? [a]\n: 1\n", "expected no map or list as a key"],
  ["a: &x {b: 1}\n? *x\n: 1\n", "expected no map or list as a key"],
  ["a: [1, !x!y 2]\n", "Could not resolve tag: !x!y at line 1, column 8"],
  [`a: ${"[".repeat(40)}${"]".repeat(40)}\n`, "expected maps and lists that nest at most 40 deep"],
  [`a:\n  ${"- ".repeat(40)}1\n`, "expected maps and lists that nest at most 40 deep"],
  ["a: 1\n---\nb: 2\n", /multiple documents/],
  ["a: *none\n", "no anchor before the alias *none"],
  ["a: &x [*x]\n", "the alias *x stands within itself"],
  ["\ta: 1\n", /tab/i],
])("%j is refused", (text, why) => {
  expect(() => readYaml(text)).toThrow(why);
});

test("a small file that stands for a huge one is refused", () => {
  const lines = ["x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"];
  for (let i = 1; i < 15; i++) {
    lines.push(`x${i}: &x${i} [${Array.from({ length: 10 }, () => `*x${i - 1}`).join(", ")}]`);
  }
  expect(() => readYaml(lines.join("\n"))).toThrow("aliases that stand for too much");
  const long = `a: &a ${"x".repeat(100_000)}\nb: [${"*a, ".repeat(100)}]\n`;
  expect(() => readYaml(long)).toThrow("aliases that stand for too much");
  const wide = `a: &a [${"1, ".repeat(1000)}]\nb: [${"*a, ".repeat(100)}]\n`;
  expect(() => readYaml(wide)).toThrow("aliases that stand for too much");
});

test("a value is printed in PyYAML's block style, with quotes where a reader needs them", () => {
  const value = {
    a: { b: ["python=3.11", "yes", "1.7.2", "=", "null"], c: null, d: 1.5 },
    yes: [],
  };
  expect(printYaml(value)).toBe(`a:
  b:
  - python=3.11
  - "yes"
  - "1.7.2"
  - "="
  - "null"
  c: null
  d: 1.5
"yes": []
`);
});
