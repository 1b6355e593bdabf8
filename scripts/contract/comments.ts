import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";
import type { Release } from "./read-contract.ts";

/**
 * Demands a comment on everything the contract declares, and that no promise and no unit of a
 * released comment vanishes: "Never empty." says what a consumer may rely on and "in bytes" what a
 * number counts, and no descriptor holds either.
 */
export function checkComments(current: Map<string, Element>, releases: Release[]): Finding[] {
  const findings: Finding[] = [];
  for (const element of current.values()) {
    if (element.synthetic) continue;
    const before = releases.findLast(({ elements }) => elements.get(element.name)?.comment);
    const subject = `${element.kind} ${element.name}`;
    const where = `proto/${element.file}:${element.line}`;
    if (element.comment === "" && before === undefined) {
      findings.push({
        where,
        broke: `${subject} has no comment`,
        noticed: "whoever reads the contract or a generated client must guess what it means",
        mend: "say above it what it is, its unit and when it is unset",
      });
    } else if (element.comment === "") {
      findings.push({
        where,
        broke: `${subject} lost its comment, which ${before?.version} had`,
        noticed: "whoever reads the contract or a generated client no longer learns what it means",
        mend: `put it back: "${before?.elements.get(element.name)?.comment}"`,
      });
    } else {
      findings.push(...checkPromises(element, releases, where));
    }
  }
  return findings;
}

/** What a comment says that no descriptor holds, and what follows where it is gone. */
const said = [
  {
    what: "promise",
    found:
      /\bNever [^.]*\.|\bAt least one(?: is there)?\.|\balways set in an answer\b|\bSet where [^.]*, and only there\./g,
    noticed: "consumers that rely on it would meet what they do not handle",
    mend: "put the sentence back and keep the promise, or add a new field that does not make it",
  },
  {
    what: "unit",
    found:
      /\b(?:in|[Hh]ow many) (?:(?:nano|micro|milli)?seconds|minutes|hours|days|(?:kilo|mega)?bytes)\b|\bin (?:percent|UTC|the metric's unit)\b|\(UTC\)|\b0\.1 is ten per cent\b/g,
    noticed: "consumers would take its values for something else",
    mend: "put the unit back and keep it, or add a new field, with the new unit in its name",
  },
];

function checkPromises(element: Element, releases: Release[], where: string): Finding[] {
  return said.flatMap(({ what, found, noticed, mend }) => {
    const lost = new Map<string, string>();
    for (const { version, elements } of releases) {
      for (const [text] of elements.get(element.name)?.comment.matchAll(found) ?? []) {
        if (!element.comment.includes(text)) lost.set(text, version);
      }
    }
    return [...lost].map(([text, version]) => ({
      where,
      broke: `the comment of ${element.kind} ${element.name} lost the ${what} "${text}", which ${version} has`,
      noticed,
      mend,
    }));
  });
}
