import {
  type Document,
  isScalar,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  visit,
} from "yaml";

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
    readInt,
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
  // Kept as text: what it says is never needed as a point in time.
  plain<string>(
    "timestamp",
    /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d{2})?))?)$/,
    (text) => text,
  ),
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

const options = {
  schema: "failsafe",
  customTags: (tags: Tags) => [...tags, ...pyyamlTags],
  // PyYAML folds nothing that it reads back, but a long line of its own is no trouble either.
  lineWidth: 0,
} as const;

/** Reads a YAML file as PyYAML would. @throws Error naming the place where it is not YAML */
export function readYaml(text: string): Document {
  const document = parseDocument(text, { ...options, keepSourceTokens: false });
  const [error] = document.errors;
  if (error) throw error;
  return document;
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

// Not printable, or a line break to YAML 1.1: inside double quotes they must be escaped, and
// nowhere else does the writer leave any.
const UNPRINTABLE =
  /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Writes a document so that PyYAML reads the values that it holds. */
export function writeYaml(document: Document): string {
  const text = document.toString({ lineWidth: 0 });
  return text.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
