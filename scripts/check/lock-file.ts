import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lineAt, type Violation } from "./source.ts";

const file = "package-lock.json";

interface Lock {
  packages?: Record<string, Record<string, Record<string, string>>>;
}

/**
 * Demands that the lock file serves with any registry and on any platform: that it has no
 * addresses, and an entry for every package that another one names. npm leaves out what the
 * registry of the moment lacks, such as binaries for other platforms, and `npm ci` then
 * refuses the file wherever it is used.
 */
export async function checkLockFile(root: string): Promise<Violation[]> {
  const text = await readFile(join(root, file), "utf8");
  const addresses = [...text.matchAll(/"resolved": "[a-z+]+:\/\/[^"]*"/g)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    rule: `the lock file names no registry, but has ${match[0]}`,
    mend: "install with this repository's .npmrc, which leaves addresses out, and delete the line",
  }));
  return [...addresses, ...missingEntries((JSON.parse(text) as Lock).packages ?? {})];
}

function missingEntries(packages: NonNullable<Lock["packages"]>): Violation[] {
  const violations: Violation[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    const named = {
      ...entry.dependencies,
      ...entry.devDependencies,
      ...entry.optionalDependencies,
    };
    for (const [name, version] of Object.entries(named)) {
      // Node looks beside the package itself, then beside each that it is nested in.
      const places = [path, ...nestedIn(path)].map((at) => `${at}/node_modules/${name}`);
      if (places.some((place) => packages[place.replace(/^\//, "")] !== undefined)) continue;
      const rule = `${path || "the project"} names ${name}@${version}, which has no entry: npm ci refuses the file`;
      const mend = "install with a registry that has it, or add its entry with version, os and cpu";
      violations.push({ file, rule, mend });
    }
  }
  return violations;
}

/** Lists the packages that a path is nested in, innermost first, and last the project: "". */
function nestedIn(path: string): string[] {
  const parts = path.split("/node_modules/");
  const outer = parts.slice(1).map((_, i) => parts.slice(0, parts.length - 1 - i));
  return [...outer.map((names) => names.join("/node_modules/")), ""];
}
