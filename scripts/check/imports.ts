import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { impureModules, purePackages, pureRooms, rooms } from "./rooms.ts";
import { filesBelow, lineAt, type Violation, withoutComments } from "./source.ts";

// `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`, on any lines.
const importPattern = /\b(?:from|import)\s*\(?\s*(["'])([^"'\n]+)\1/g;

/**
 * Checks that imports in `src/` run down only, as the table of rooms says, and that pure
 * rooms import nothing that does input or output. Tests beside the source keep to the rooms,
 * but may read files and what lies outside `src/`.
 */
export async function checkImports(root: string): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const file of await filesBelow(root, "src")) {
    if (!file.endsWith(".ts")) continue;
    const room = roomOf(file);
    if (rooms[room] === undefined) {
      const names = Object.keys(rooms).join(", ");
      const rule = `src/${room} is no room of the house (${names})`;
      violations.push({ file, rule, mend: "move it into the room it belongs to" });
      continue;
    }
    const text = withoutComments(await readFile(join(root, file), "utf8"));
    for (const match of text.matchAll(importPattern)) {
      const broken = judge(file, room, match[2] ?? "");
      if (broken !== undefined)
        violations.push({ file, line: lineAt(text, match.index), ...broken });
    }
  }
  return violations;
}

function judge(
  file: string,
  room: string,
  specifier: string,
): Pick<Violation, "rule" | "mend"> | undefined {
  const isTest = file.endsWith(".test.ts");
  const target = targetOf(file, specifier);
  if (target === "package.json") return undefined;
  if (target === undefined) {
    return isTest || !pureRooms.includes(room) ? undefined : judgePurity(room, specifier);
  }
  if (!target.startsWith("src/") && !isGenerated(target) && !isClient(target)) {
    if (isTest) return undefined;
    const rule = `src imports ${specifier}, which lies outside src`;
    return {
      rule,
      mend: "move what is needed into src: only src, and the TypeScript client, are published",
    };
  }
  if (isGenerated(target) && !specifier.startsWith("#gen/")) {
    const rule = `generated code is imported as ${specifier}`;
    return { rule, mend: "import it as #gen/…, which resolves in the published package too" };
  }
  const to = isGenerated(target) ? "gen" : isClient(target) ? "client" : roomOf(target);
  const allowed = rooms[room] ?? [];
  if (to === room || allowed.includes(to)) return undefined;
  const rule = `${room} must not import ${to} (${specifier}): imports run down only, and ${room} may import ${allowed.join(", ")}`;
  const below = rooms[to]?.includes(room);
  const mend = below
    ? `let ${to}, which stands above, hand it in as an argument`
    : "let the room above both hand it in as an argument, or move what both need into a room below";
  return { rule, mend };
}

function judgePurity(
  room: string,
  specifier: string,
): Pick<Violation, "rule" | "mend"> | undefined {
  const pure = specifier.startsWith("node:")
    ? !impureModules.test(specifier)
    : purePackages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (pure) return undefined;
  const rule = `${room} is pure and must not import ${specifier}`;
  return { rule, mend: "let the caller do input and output, and take bytes, text or a callback" };
}

/** Finds the file that a specifier names, from the root. Undefined for packages and Node. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#gen/"))
    return `clients/typescript/gen/${specifier.slice("#gen/".length)}`;
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(file), specifier);
}

function isGenerated(target: string): boolean {
  return target.startsWith("clients/typescript/gen/");
}

function isClient(target: string): boolean {
  return target.startsWith("clients/typescript/src/");
}

/** Names the room of a file: its folder below `src/`, or its own name without endings. */
function roomOf(file: string): string {
  const [first = "", second] = file.split("/").slice(1);
  return second === undefined ? first.replace(/(\.test)?\.[^.]+$/, "") : first;
}
