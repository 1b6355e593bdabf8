import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";
import type { Release } from "./read-contract.ts";

/**
 * Refuses new fields in a oneof that was released without them, which buf takes for harmless. A
 * member that some release has already is history. What moves in or out of one, buf tells.
 */
export function checkOneofs(current: Map<string, Element>, releases: Release[]): Finding[] {
  const findings: Finding[] = [];
  for (const { name, oneof, file, line } of current.values()) {
    if (oneof === undefined) continue;
    const before = releases.findLast(({ elements }) => elements.has(oneof));
    if (before === undefined || releases.some(({ elements }) => elements.has(name))) continue;
    findings.push({
      where: `proto/${file}:${line}`,
      broke: `field ${name} joined the oneof ${oneof}, which ${before.version} has without it`,
      noticed:
        "readers that were generated before would find the oneof unset, and code that handles each of its members no longer compiles",
      mend: "put it beside the oneof, and say in both comments which counts where it is set",
    });
  }
  return findings;
}
