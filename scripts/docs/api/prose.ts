import type { DescMethod } from "@bufbuild/protobuf";
import type { ApiContract } from "./contract.ts";

/** The page of the reasons of errors. */
export const errorsFile = "errors.md";

/** Writes comments of the protos as Markdown, with links between what they name. */
export interface Prose {
  /** Paragraphs of a comment. */
  paragraphs: (comment: string, options?: ProseOptions) => string[];
  /** A comment as the cell of a table. */
  cell: (comment: string, options?: ProseOptions) => string;
  /** A link to a message or an enum by its full name; the name alone where it has no page. */
  type: (typeName: string) => string;
  /** A link to an RPC. */
  rpc: (method: DescMethod) => string;
}

/** How a comment is written. */
export interface ProseOptions {
  /** Name that is not linked: the thing that is described. */
  self?: string;
  /** Whether words of capitals without `_`, such as INTERNAL, can be reasons of errors. */
  withReasons?: boolean;
}

const wellKnown = "https://protobuf.dev/reference/protobuf/google.protobuf/";
const code = /(`[^`]*`)/;
const named =
  /\bmodelwire\.[a-z]+\.v\d+\.[A-Z]\w*|\b[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\b|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g;

/** Creates the prose of a page: links are from there. */
export function createProse(contract: ApiContract, page: string): Prose {
  const targets = targetsOf(contract);
  const link = (text: string, name: string): string | undefined => {
    const target = targets.get(name);
    if (target === undefined) return undefined;
    const [file, anchor] = target;
    return `[${text}](${file === page ? "" : file}#${anchor})`;
  };
  const linked = (text: string, { self = "", withReasons = false }: ProseOptions) =>
    text.replace(named, (name) => {
      const isReason = withReasons || name.includes("_");
      const canLink = /[a-z]/.test(name) || isReason;
      return (canLink && name !== self && link(name, name)) || name;
    });
  const paragraphs: Prose["paragraphs"] = (comment, options = {}) =>
    comment
      .trim()
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph !== "")
      .map((paragraph) =>
        paragraph
          .replace(/\s+/g, " ")
          .trim()
          .split(code)
          .map((part, i) => (i % 2 === 1 ? part : linked(part.replaceAll("<", "&lt;"), options)))
          .join(""),
      );
  return {
    paragraphs,
    cell: (comment, options) =>
      paragraphs(comment, options).join("<br><br>").replaceAll("|", "\\|"),
    type: (typeName) => {
      const short = typeName.slice(typeName.lastIndexOf(".") + 1);
      const known = /^google\.protobuf\.(\w+)$/.exec(typeName)?.[1];
      if (known) return `[${known}](${wellKnown}#${known.toLowerCase()})`;
      return link(short, typeName) ?? `\`${typeName}\``;
    },
    rpc: ({ name }) => link(name, name) ?? name,
  };
}

/** Gives the anchor that a heading has: names of the contract are headings, and stay. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, "")
    .replaceAll(" ", "-");
}

function targetsOf(contract: ApiContract): Map<string, [file: string, anchor: string]> {
  const targets = new Map<string, [string, string]>();
  const add = (names: string[], file: string, heading: string) => {
    for (const name of names) targets.set(name, [file, anchorOf(heading)]);
  };
  for (const { file, service, types } of contract.pages) {
    if (service) add([service.typeName, service.name], file, service.name);
    for (const { name } of service?.methods ?? []) add([name], file, name);
    for (const type of types) {
      const values = type.kind === "enum" ? type.values.map(({ name }) => name) : [];
      add([type.typeName, type.name, ...values], file, type.name);
    }
  }
  const { reasons } = contract;
  targets.set(reasons.typeName, [errorsFile, "errors"]);
  targets.set(reasons.name, [errorsFile, "errors"]);
  for (const { name } of reasons.values) {
    const short = reasonName(name);
    add([short], errorsFile, short);
  }
  return targets;
}

/** Gives a reason as errors carry it: without the prefix of its enum. */
export function reasonName(value: string): string {
  return value.replace(/^ERROR_REASON_/, "");
}
