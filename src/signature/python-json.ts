import { refuse } from "./error.ts";
import { finiteFloatText } from "./python-text.ts";

/**
 * What Python's json module makes of a JSON text: an int is a bigint and a float a number, so that
 * `1` and `1.0` stay apart and no digit is lost; a dict is a Map, in the order of the text. Plain
 * objects stand for dicts whose keys this code knows.
 */
export type PythonValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | { readonly [key: string]: PythonValue };

/**
 * How deep lists and dicts may nest. Protobuf readers stop at messages nested 100 deep, and a dict
 * in a default is three of them: Value, Struct and the entry of its map.
 */
const maxDepth = 30;
/** Python refuses to read longer integers (sys.int_info.default_max_str_digits). */
const maxDigits = 4300;

const constants = new Map<string, PythonValue>([
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/**
 * Reads a JSON text as Python's `json.loads` does: NaN and infinities are values, the last of two
 * equal keys counts. Stricter only where a protobuf message could not hold the answer: text that is
 * not well-formed Unicode, and nesting deeper than 30 levels.
 *
 * @throws SignatureError with the path given and the place in the text.
 */
export function parsePythonJson(text: string, path: string): PythonValue {
  const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
  const constant = /null|true|false|NaN|-?Infinity/y;
  const space = /[ \t\n\r]*/y;
  let at = 0;

  const fail = (expected: string) =>
    refuse(path, `not JSON: expected ${expected} at character ${at}`);
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  /** Steps over the character where it comes next, spaces before it aside. */
  const next = (character: string) => {
    match(space);
    const found = text[at] === character;
    if (found) at += 1;
    return found;
  };

  function readString(): string {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    let value: string;
    try {
      value = JSON.parse(text.slice(at, end + 1));
    } catch {
      return fail("a string");
    }
    if (!value.isWellFormed()) fail("a string of well-formed Unicode");
    at = end + 1;
    return value;
  }

  function readNumber(): PythonValue {
    const [digits, fraction, exponent] = match(number) ?? fail("a value");
    if (fraction !== undefined || exponent !== undefined) return Number(digits);
    if (digits.length > maxDigits) fail(`an integer of at most ${maxDigits} digits`);
    return BigInt(digits);
  }

  function readValue(depth: number): PythonValue {
    match(space);
    if (depth > maxDepth && (text[at] === "[" || text[at] === "{")) {
      refuse(path, `nested deeper than ${maxDepth} levels`);
    }
    if (text[at] === '"') return readString();
    if (next("[")) {
      const items: PythonValue[] = [];
      if (next("]")) return items;
      do items.push(readValue(depth + 1));
      while (next(","));
      return next("]") ? items : fail("`,` or `]`");
    }
    if (next("{")) {
      const members = new Map<string, PythonValue>();
      if (next("}")) return members;
      do {
        match(space);
        const key = text[at] === '"' ? readString() : fail("a key");
        if (!next(":")) fail("`:`");
        members.set(key, readValue(depth + 1));
      } while (next(","));
      return next("}") ? members : fail("`,` or `}`");
    }
    const word = match(constant)?.[0];
    return word === undefined ? readNumber() : (constants.get(word) ?? null);
  }

  const value = readValue(1);
  match(space);
  return at === text.length ? value : fail("the end");
}

/** Prints a value as Python's `json.dumps` does: `, ` and `: `, all but ASCII escaped. */
export function printPythonJson(value: PythonValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return `${value}`;
  if (typeof value === "number")
    return Number.isFinite(value) ? finiteFloatText(value) : `${value}`;
  if (typeof value === "string") return quote(value);
  if (isList(value)) return `[${value.map(printPythonJson).join(", ")}]`;
  const entries = isDict(value) ? [...value] : Object.entries(value);
  return `{${entries.map(([key, member]) => `${quote(key)}: ${printPythonJson(member)}`).join(", ")}}`;
}

/** Says whether a value is a list of Python's. */
export function isList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}

/** Says whether a value is a dict that was read from JSON. */
export function isDict(value: PythonValue): value is ReadonlyMap<string, PythonValue> {
  return value instanceof Map;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
