/** A part of code that is written on one line where it fits, and else a line for each item. */
export type Literal = string | List;

/** Items between an opening and a closing text. */
export interface List {
  open: string;
  close: string;
  items: Item[];
  /** What stands between two lines of items. Unset: a comma, which ends the last one too. */
  between?: string;
}

/** One item of a list, with what stands before it, such as its name. */
export interface Item {
  label: string;
  value: Literal;
}

const lineWidth = 88;

/**
 * Writes a literal.
 *
 * @param indent of the line that it begins on
 * @param step how much further its items are indented
 * @param used how many characters of that line there are already
 */
export function writeLiteral(literal: Literal, indent: number, step: number, used = 0): string {
  const short = onOneLine(literal);
  if (typeof literal === "string" || used + short.length <= lineWidth) return short;
  const { open, close, items, between } = literal;
  const inner = " ".repeat(indent + step);
  const lines = items.map(({ label, value }, i) => {
    const before = inner + label;
    const text = writeLiteral(value, indent + step, step, before.length + 1);
    return before + text + (between === undefined ? "," : i < items.length - 1 ? between : "");
  });
  return [open.trimEnd(), ...lines, " ".repeat(indent) + close.trimStart()].join("\n");
}

function onOneLine(literal: Literal): string {
  if (typeof literal === "string") return literal;
  const { open, close, items, between = "," } = literal;
  if (items.length === 0) return open.trimEnd() + close.trimStart();
  const written = items.map(({ label, value }) => label + onOneLine(value));
  return open + written.join(`${between} `) + close;
}

/** Writes a text as both Python and TypeScript read it, with the quotes that it does not have. */
export function quoted(text: string): string {
  const written = JSON.stringify(text);
  if (!text.includes('"') || text.includes("'")) return written;
  return `'${written.slice(1, -1).replaceAll('\\"', '"')}'`;
}
