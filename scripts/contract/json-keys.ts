import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";
import type { Release } from "./read-contract.ts";

/**
 * Refuses a field whose key in JSON is what a reader takes for another field. ProtoJSON parsers
 * take the name in the proto as well as the JSON name, and the compiler compares only JSON names.
 */
export function checkJsonKeys(current: Map<string, Element>, releases: Release[]): Finding[] {
  const known = new Map<string, { element: Element; version?: string }>();
  for (const { version, elements } of releases) {
    for (const element of elements.values()) {
      for (const key of keysOf(element)) known.set(key, { element, version });
    }
  }
  const findings: Finding[] = [];
  for (const element of current.values()) {
    for (const key of keysOf(element)) {
      const other = known.get(key) ?? { element };
      known.set(key, other);
      const { name, number, file, line } = element;
      // A field that only changed its number is told as that.
      if (other.element.number === number || other.element.name === name) continue;
      const since = other.version === undefined ? "" : `, which ${other.version} has`;
      findings.push({
        where: `proto/${file}:${line}`,
        broke: `field ${number} ${name} has the JSON key "${key.split(" ")[1]}" of field ${other.element.number} ${other.element.name}${since}`,
        noticed: "consumers that read JSON would take the one for the other",
        mend: "give it a name and a `json_name` that no other field has or had",
      });
      break;
    }
  }
  return findings;
}

/** Gives what JSON readers take for a field, each with the message that it is a key in. */
function keysOf({ field, name, synthetic }: Element): string[] {
  if (field === undefined || synthetic) return [];
  const message = name.slice(0, name.lastIndexOf("."));
  return [...new Set([field.name, field.jsonName])].map((key) => `${message} ${key}`);
}
