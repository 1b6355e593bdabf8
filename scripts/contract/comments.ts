import type { Element, Release } from "./elements.ts";
import type { Finding } from "./finding.ts";

/**
 * Demands a comment on everything the contract declares, and that no promise of a released
 * comment vanishes: a sentence that begins with "Never", as in "Never empty.", says what a
 * consumer may rely on, and no descriptor holds it.
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

function checkPromises(element: Element, releases: Release[], where: string): Finding[] {
  const kept = promisesOf(element);
  const lost = new Map<string, string>();
  for (const { version, elements } of releases) {
    for (const promise of promisesOf(elements.get(element.name))) {
      if (!kept.includes(promise)) lost.set(promise, version);
    }
  }
  return [...lost].map(([promise, version]) => ({
    where,
    broke: `the comment of ${element.kind} ${element.name} lost the promise "${promise}", which ${version} made`,
    noticed: "consumers that rely on it would meet what they do not handle",
    mend: "put the sentence back and keep the promise, or add a new field that does not make it",
  }));
}

function promisesOf(element: Element | undefined): string[] {
  return element?.comment.match(/\bNever [^.]*\./g) ?? [];
}
