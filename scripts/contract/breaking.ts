import { type BufFinding, buf } from "./buf.ts";
import { consequences, movedFile, movedName, renumbered } from "./consequences.ts";
import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";
import type { Release } from "./read-contract.ts";

// Stated here and not taken from buf.yaml, so that an exception there loosens nothing.
const config = JSON.stringify({ version: "v2", breaking: { use: ["FILE"] } });

/**
 * Compares the image of the contract as it is now with each released one, by the rules of
 * buf's category FILE: names, numbers, types, JSON names, presence, oneofs, enum values,
 * reserved ranges, RPCs with their types, streaming kinds and idempotency levels.
 */
export async function checkBreaking(
  root: string,
  currentImage: string,
  current: Map<string, Element>,
  releases: Release[],
): Promise<Finding[]> {
  const broken = new Map<string, { finding: Finding; versions: string[] }>();
  for (const release of releases) {
    const against = ["--against", release.path, "--exclude-imports"];
    const options = ["--config", config, "--error-format", "json"];
    const found = await buf(root, ["breaking", currentImage, ...against, ...options]);
    for (const one of found) {
      if (repeatsRename(one, found)) continue;
      const finding = explain(one, current, release.elements);
      const key = `${finding.where} ${finding.broke}`;
      const entry = broken.get(key) ?? { finding, versions: [] };
      entry.versions.push(release.version);
      broken.set(key, entry);
    }
  }
  return [...broken.values()].map(({ finding, versions }) => {
    return { ...finding, broke: `${finding.broke} (released in ${versions.join(", ")})` };
  });
}

// A renamed field breaks its JSON name too: one finding tells both.
function repeatsRename(finding: BufFinding, all: BufFinding[]): boolean {
  return (
    finding.type === "FIELD_SAME_JSON_NAME" &&
    all.some(
      ({ type, path, start_line }) =>
        type === "FIELD_SAME_NAME" && path === finding.path && start_line === finding.start_line,
    )
  );
}

function explain(
  found: BufFinding,
  current: Map<string, Element>,
  released: Map<string, Element>,
): Finding {
  const consequence = consequences.find(({ rules }) => rules.test(found.type));
  const { noticed = "", mend = "" } = consequence ?? {};
  const where = found.path === undefined ? "proto" : `proto/${found.path}:${found.start_line}`;
  const sentence = inFull(found, released);
  const gone = /^(field|enum value) (\d+) of (\S+)(?: \(\w+\))? was removed/.exec(sentence);
  if (gone === null) {
    return movedElsewhere(sentence, current, released) ?? { where, broke: sentence, noticed, mend };
  }
  const [, kind, number, parent = ""] = gone;
  const old = [...released.values()].find((element) => {
    return element.number === Number(number) && parentOf(element.name) === parent;
  });
  const subject = `${kind} ${number} of ${parent} (${old?.name.slice(parent.length + 1)})`;
  const now = current.get(old?.name ?? "");
  if (now === undefined) return { where, broke: `${subject} was removed`, noticed, mend };
  const broke = `${subject} changed its number from ${number} to ${now.number}`;
  return { where: `proto/${now.file}:${now.line}`, broke, ...renumbered };
}

/** Tells of what is declared in another place now, where that is to be seen. */
function movedElsewhere(
  sentence: string,
  current: Map<string, Element>,
  released: Map<string, Element>,
): Finding | undefined {
  const [, name = ""] = /^(?:message|enum|service) (\S+) was removed/.exec(sentence) ?? [];
  const old = released.get(name);
  if (old === undefined) return undefined;
  const now = current.get(name) ?? namesake(old, current, released);
  if (now === undefined) return undefined;
  const where = `proto/${now.file}:${now.line}`;
  return now.name === name
    ? { where, broke: `${old.kind} ${name} moved here from proto/${old.file}`, ...movedFile }
    : { where, broke: `${old.kind} ${name} was removed, and is ${now.name} here`, ...movedName };
}

/** Finds what is new and has the same last name. */
function namesake(
  old: Element,
  current: Map<string, Element>,
  released: Map<string, Element>,
): Element | undefined {
  const last = old.name.slice(parentOf(old.name).length);
  return [...current.values()].find(({ kind, name }) => {
    return kind === old.kind && name.endsWith(last) && !released.has(name);
  });
}

function parentOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

/** Puts buf's sentence into our form: full names, no quotes around them, no full stop. */
function inFull({ path, message }: BufFinding, released: Map<string, Element>): string {
  // buf names messages, enums and services without their package.
  const full = (short: string) => {
    const named = [...released.values()].find(({ file, name }) => {
      return file === path && name.endsWith(`.${short}`);
    });
    return named?.name ?? short;
  };
  return (
    message
      // The q is a slip of buf's, where it tells of a oneof.
      .replace(
        / (?:on|in) (?:message|enum|service) "([^"]+)"q?/,
        (_, short) => ` of ${full(short)}`,
      )
      .replace(/^Previously present /, "")
      .replace(/^(message|enum|service) "([^"]+)"/, (_, kind, short) => `${kind} ${full(short)}`)
      .replace(/^(RPC|field|Field|enum value|Enum value|oneof|file) "([^"]+)"/, "$1 $2")
      .replace(/^(field|Field) (\d+) with name "([^"]+)" of (\S+)/, "$1 $2 of $4 ($3)")
      .replace(/ was deleted( from file)?/, " was removed")
      .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
      .replace(/\.$/, "")
  );
}
