import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lineAt, type Violation } from "./source.ts";

const file = "package-lock.json";

interface Entry {
  /** Only development needs it. */
  dev?: boolean;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

interface Lock {
  packages?: Record<string, Entry>;
}

/**
 * Demands that the lock file serves with any registry and on any platform: that it has no
 * addresses, and an entry for every package that another one names. npm leaves out what the
 * registry of the moment lacks, such as binaries for other platforms, and `npm ci` then
 * refuses the file wherever it is used. The oldest Node that the project names must do for all
 * that it is installed with.
 */
export async function checkLockFile(root: string): Promise<Violation[]> {
  const text = await readFile(join(root, file), "utf8");
  const addresses = [...text.matchAll(/"resolved": "[a-z+]+:\/\/[^"]*"/g)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    rule: `the lock file names no registry, but has ${match[0]}`,
    mend: "install with this repository's .npmrc, which leaves addresses out, and delete the line",
  }));
  const { packages = {} } = JSON.parse(text) as Lock;
  return [...addresses, ...missingEntries(packages), ...newerNodes(packages)];
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

function newerNodes(packages: NonNullable<Lock["packages"]>): Violation[] {
  const least = packages[""]?.engines?.node;
  if (least === undefined) return [];
  const violations: Violation[] = [];
  for (const [path, { dev, engines }] of Object.entries(packages)) {
    if (dev || engines?.node === undefined || serves(engines.node, least)) continue;
    const rule = `the project names Node ${least}, and ${path} needs ${engines.node}`;
    const mend = "raise engines.node in package.json and in the lock file's first entry";
    violations.push({ file, rule, mend });
  }
  return violations;
}

/** Tells whether the oldest Node of a range is in another, of which upper ends do not count. */
function serves(range: string, oldest: string): boolean {
  const least = numbersOf(oldest);
  return range.split("||").some((part) => {
    const from = numbersOf(part);
    // `*` and `>=22` are open above; `^20.19.0`, `20.x` and `20` end with their major version.
    const reaches = /^\s*(\*|>=)/.test(part) || least[0] === from[0];
    const different = from.findIndex((number, i) => number !== (least[i] ?? 0));
    return reaches && (from[different] ?? 0) <= (least[different] ?? 0);
  });
}

function numbersOf(version: string): number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/** Lists the packages that a path is nested in, innermost first, and last the project: "". */
function nestedIn(path: string): string[] {
  const parts = path.split("/node_modules/");
  const outer = parts.slice(1).map((_, i) => parts.slice(0, parts.length - 1 - i));
  return [...outer.map((names) => names.join("/node_modules/")), ""];
}
