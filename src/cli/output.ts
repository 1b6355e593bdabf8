import { styleText } from "node:util";
import { type DescMessage, type MessageShape, toJson } from "@bufbuild/protobuf";
import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";

/**
 * Names the command as people type it here: a clone has the launcher in its root, an installed
 * package has the command on the path.
 */
export const commandName = import.meta.filename.endsWith(".ts") ? "./modelwire" : "modelwire";

/** Writes lines to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a message as ProtoJSON on one line of standard output. */
export function printJson<Desc extends DescMessage>(
  schema: Desc,
  message: MessageShape<Desc>,
): void {
  print(JSON.stringify(toJson(schema, message)));
}

/** Writes lines for people to standard error, where they are in no program's way. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** How text may look on a terminal. */
export type Style = "dim" | "bold" | "green" | "red";

/** Gives text a look, where standard output is a terminal that takes colour. */
export function styled(style: Style, text: string): string {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Makes text quieter, where standard output is a terminal that takes colour. */
export function dim(text: string): string {
  return styled("dim", text);
}

/**
 * Escapes control characters, so that a name or a tag that somebody chose cannot steer the
 * terminal it is printed on.
 */
export function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, "0");
    return `\\x${hex}`;
  });
}

/** Labels a value. A value may have several lines; an unset or empty one is left out. */
export type Field = readonly [label: string, value: string | undefined];

/** Lays labelled values out under each other, values aligned. */
export function fields(all: readonly Field[]): string {
  const shown = all.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  const width = Math.max(...shown.map(([label]) => label.length));
  return shown
    .flatMap(([label, value]) =>
      value.split("\n").map((line, index) => {
        const head = (index === 0 ? label : "").padEnd(width);
        return `${dim(head)}  ${plain(line)}`.trimEnd();
      }),
    )
    .join("\n");
}

/** Lays rows out in columns under a line of headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => plain(cell) || "-"));
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [dim(line(headings)), ...cells.map(line)].join("\n");
}

/** Prints a time in UTC to the second, such as `2026-03-01 12:00:00Z`; empty where it is unset. */
export function time(timestamp: Timestamp | undefined): string {
  if (!timestamp) return "";
  return timestampDate(timestamp).toISOString().replace("T", " ").replace(/\.\d+/, "");
}
