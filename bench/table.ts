import type { BenchTable } from "./result.ts";
import type { Summary } from "./statistics.ts";

/** A table as it is printed and shown. */
export interface TextTable {
  head: string[];
  /** Of each column, whether it holds numbers. */
  numeric: boolean[];
  rows: string[][];
}

/** Makes the cells of a table: of what was measured the median with the quartiles. */
export function textTable({ rows }: BenchTable): TextTable {
  const cells = rows.map(({ case: what, measured, counted }) => [
    ...Object.entries(what).map(([head, text]) => ({ head, text, numeric: false })),
    ...Object.entries(measured).map(([head, value]) => ({
      head,
      text: writeSummary(value, head.endsWith("%")),
      numeric: true,
    })),
    ...Object.entries(counted).map(([head, count]) => ({
      head,
      text: writeNumber(count),
      numeric: true,
    })),
  ]);
  const [first = []] = cells;
  return {
    head: first.map(({ head }) => head),
    numeric: first.map(({ numeric }) => numeric),
    rows: cells.map((row) => row.map(({ text }) => text)),
  };
}

/** Writes the median with the quartiles around it; of a change with its sign. */
export function writeSummary({ median, low, high, count }: Summary, signed = false): string {
  const write = signed ? writeChange : writeNumber;
  return count === 1 ? write(median) : `${write(median)} (${write(low)} to ${write(high)})`;
}

/** Writes a number with as many digits as one reads. */
export function writeNumber(value: number): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Writes a change in percent: `+1.2`, `−12.3`. */
export function writeChange(percent: number): string {
  const text = Math.abs(percent).toFixed(1);
  if (Number(text) === 0) return "0.0";
  return `${percent < 0 ? "−" : "+"}${text}`;
}

/** Writes a table as Markdown. */
export function markdownTable({ head, numeric, rows }: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(numeric.map((right) => (right ? "---:" : "---")));
  return [line(head), rule, ...rows.map(line)].join("\n");
}
