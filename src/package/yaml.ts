import type { JsonObject } from "@bufbuild/protobuf";
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  visit,
  type YAMLMap,
} from "yaml";
import { stringTag } from "yaml/util";

// An MLmodel file is read and written by PyYAML, whose YAML 1.1 differs from everybody else's:
// `1e5` is a string there and `1.0e+5` a float, `yes` is true and `0777` is octal. These tags
// are PyYAML's own (its resolver.py). A value that was read keeps the text it was read from.

function plain<T>(
  tag: string,
  test: RegExp,
  resolve: (text: string) => T,
  print: (value: T) => string = String,
): ScalarTag {
  return {
    tag: `tag:yaml.org,2002:${tag}`,
    default: true,
    test,
    resolve,
    identify: () => false,
    stringify: (item) => item.source ?? print(item.value as T),
  };
}

const pyyamlTags: ScalarTag[] = [
  {
    ...plain(
      "null",
      /^(?:~|null|Null|NULL|)$/,
      () => null,
      () => "null",
    ),
    identify: (value) => value === null || value === undefined,
    createNode: () => new Scalar(null),
  },
  {
    ...plain<boolean>(
      "bool",
      /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
      (text) => /^(?:y|t|on)/i.test(text),
    ),
    identify: (value) => typeof value === "boolean",
  },
  plain<number>(
    "int",
    /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    // Python has no integer -0.
    (text) => readInt(text) + 0,
  ),
  {
    ...plain<number>(
      "float",
      /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
      readFloat,
      printNumber,
    ),
    identify: (value) => typeof value === "number",
  },
  {
    // Kept as text: what it says is never needed as a point in time.
    ...plain<string>(
      "timestamp",
      /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d{2})?))?)$/,
      (text) => text,
    ),
    identify: (value) => typeof value === "string",
    format: "TIME",
  },
];

function readInt(text: string): number {
  const digits = text.replaceAll("_", "").replace(/^\+/, "");
  const sign = digits.startsWith("-") ? -1 : 1;
  const bare = digits.replace(/^-/, "");
  if (bare.includes(":")) return sign * sexagesimal(bare);
  if (/^0b/.test(bare) || /^0x/.test(bare)) return sign * Number(bare);
  if (/^0./.test(bare)) return sign * Number.parseInt(bare, 8);
  return sign * Number(bare);
}

function readFloat(text: string): number {
  const bare = text.replaceAll("_", "").toLowerCase();
  if (bare.endsWith(".nan")) return Number.NaN;
  if (bare.endsWith(".inf")) return bare.startsWith("-") ? -Infinity : Infinity;
  if (bare.includes(":"))
    return (bare.startsWith("-") ? -1 : 1) * sexagesimal(bare.replace(/^[-+]/, ""));
  return Number(bare);
}

function sexagesimal(text: string): number {
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Prints a number so that PyYAML reads the same one; a float's exponent needs a point there. */
function printNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}

// MLflow writes ASCII alone, and reads a file in whatever encoding its platform has. Others can be
// escaped inside double quotes, and only there.
export const NOT_ASCII: RegExp = /[^\0-\x7e]/gu;

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code < 0x100) return `\\x${digits}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

const text: ScalarTag = {
  ...stringTag,
  // Never true: the library asks tags that have one before it tells a text from a time.
  test: /(?!)/,
  stringify(item, context, onComment, onChompKeep) {
    const value = String(item.value);
    const isQuoted = item.type === Scalar.QUOTE_DOUBLE || value.search(NOT_ASCII) >= 0;
    if (!isQuoted) return stringTag.stringify?.(item, context, onComment, onChompKeep) ?? value;
    // On one line, as a key has to be; every escape of JSON is one of YAML.
    return JSON.stringify(value).replace(NOT_ASCII, escaped);
  },
};

// The library's own would write the text `<<` as a merge, too.
const merge: ScalarTag = {
  tag: "tag:yaml.org,2002:merge",
  default: "key",
  test: /^<<$/,
  identify: (value) => typeof value === "symbol",
  resolve: () => new Scalar(Symbol("<<")),
  stringify: () => "<<",
};

/** Characters that all aliases of a file may stand for. */
const LARGEST_COPIES = 512 * 1024;
/** Characters that a value counts for, beside its own. */
const VALUE_SIZE = 8;

/** How deep maps and lists may nest: writing one indents it anew for each that it is within. */
const DEEPEST = 40;

const options = {
  schema: "failsafe",
  customTags: (tags: Tags) => [
    ...tags.filter((tag) => tag !== stringTag),
    text,
    merge,
    ...pyyamlTags,
  ],
  keepSourceTokens: false,
  // The library compares each key with all before it, and words each error with its surroundings.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/**
 * Reads a YAML file as PyYAML would, with what stands in the place of every alias.
 * @throws Error naming the place where it is not YAML
 */
export function readYaml(source: string): Document {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { ...options, lineCounter });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new Error(`${error.message} at line ${line}, column ${col}`);
  }
  replaceAliases(document);
  return document;
}

function refuseRepeatedKeys({ items }: YAMLMap): void {
  const keys = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    if (keys.has(key.value)) throw new Error(`expected unique keys, not ${key.value} twice`);
    keys.add(key.value);
  }
}

// PyYAML writes an alias where one Python object stands twice. What it stands for could be
// replaced, and a small file could stand for a huge one, so each gets a copy, up to a limit.
function replaceAliases(document: Document): void {
  const anchors = new Map<string, Node>();
  let size = 0;
  visit(document, {
    Alias(_, { source }, path) {
      const target = anchors.get(source);
      if (!target) throw new Error(`no anchor before the alias *${source}`);
      if (path.includes(target)) throw new Error(`the alias *${source} stands within itself`);
      visit(target, {
        Node(_, node) {
          size += VALUE_SIZE + (isScalar(node) ? (node.source?.length ?? 0) : 0);
          if (size > LARGEST_COPIES) throw new Error("aliases that stand for too much");
        },
      });
      return target.clone() as Node;
    },
    Node(place, node, path) {
      if (isCollection(node)) {
        // Python has no such keys.
        if (place === "key") throw new Error("expected no map or list as a key");
        if (path.filter(isCollection).length >= DEEPEST) {
          throw new Error(`expected maps and lists that nest at most ${DEEPEST} deep`);
        }
      }
      if (isMap(node)) refuseRepeatedKeys(node);
      if (node.anchor === undefined) return;
      anchors.set(node.anchor, node);
      delete node.anchor;
    },
  });
}

/**
 * Makes a node of a JSON value for a document of {@link readYaml}: every string in double
 * quotes, so that no reader takes `3.10`, `yes` or a uuid of digits for something else.
 */
export function quotedNode(document: Document, value: unknown): ReturnType<Document["createNode"]> {
  const node = document.createNode(value, { aliasDuplicateObjects: false });
  const quote = (scalar: Scalar) => {
    if (typeof scalar.value === "string") scalar.type = Scalar.QUOTE_DOUBLE;
  };
  if (isScalar(node)) quote(node);
  else visit(node, { Scalar: (_, scalar) => quote(scalar) });
  return node;
}

/** Writes a document so that PyYAML reads the values that it holds. */
export function writeYaml(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

// What no reader takes for anything but a text. Of these, the library quotes `yes`, `null` and
// the like by itself.
const HARMLESS = /^[A-Za-z_][\w./=<>-]*$/;

/**
 * Prints a JSON value as a YAML file as PyYAML's `safe_dump` lays it out, with the keys of every
 * map sorted, so that PyYAML reads that value.
 */
export function printYaml(value: JsonObject): string {
  const document = readYaml("");
  const node = quotedNode(document, value);
  visit(node, {
    Map(_, map) {
      const key = ({ key }: (typeof map.items)[number]) => String((key as Scalar).value);
      map.items.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    },
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string" || !HARMLESS.test(scalar.value)) return;
      scalar.type = Scalar.PLAIN;
    },
  });
  document.contents = node;
  return document.toString({ lineWidth: 0, indentSeq: false });
}
