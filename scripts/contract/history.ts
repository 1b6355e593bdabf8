import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ChangelogEntry } from "./changelog.ts";
import { checksumsName } from "./checksums.ts";
import type { Finding } from "./finding.ts";
import { goldenFolder } from "./golden/files.ts";
import { releasedFolder, versionOf } from "./released.ts";

const execute = promisify(execFile);

/** Is a file as git's history first has it. */
interface First {
  /** Path from the root. */
  path: string;
  commit: string;
  /** What git names the content by. */
  blob: string;
}

/**
 * Compares the released images and golden payloads with what git's history first has under their
 * names: who edits one and its checksum with it deceives the checksum, but not the history. Finds
 * nothing where there is no history, as in an archive of the source.
 */
export async function checkHistory(root: string, told: ChangelogEntry[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const versions = told.map(({ version }) => version);
  for (const { path, commit, blob } of await firstOf(root)) {
    if (basename(path) === checksumsName) continue;
    const mend = `bring it back with \`git checkout ${commit} -- ${path}\`, and its checksum`;
    if (existsSync(join(root, path))) {
      if (blobOf(await readFile(join(root, path)), blob) === blob) continue;
      findings.push(finding(path, `${path} is not what was first committed`, mend));
    } else if (dirname(path) === releasedFolder && !versions.includes(versionOf(basename(path)))) {
      // Of what the changelog still tells, checkChangelog misses the image.
      const broke = `${path} is gone, and its heading in the changelog too`;
      findings.push(finding(path, broke, `${mend} and heading`));
    }
  }
  return findings;
}

function finding(path: string, broke: string, mend: string): Finding {
  const noticed = "what later versions are compared with would no longer be what is in use";
  return { where: path, broke, noticed, mend };
}

async function firstOf(root: string): Promise<First[]> {
  const command = "log --topo-order --reverse --diff-filter=A --no-renames --relative";
  const form = ["--raw", "--no-abbrev", "--format=%h", "--", releasedFolder, goldenFolder];
  // A hook of git names its own repository, whatever the folder is.
  const env = { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined };
  const options = { cwd: root, env, maxBuffer: 2 ** 26 };
  const { stdout } = await execute("git", [...command.split(" "), ...form], options).catch(() => {
    return { stdout: "" };
  });
  const first = new Map<string, First>();
  let commit = "";
  for (const line of stdout.split("\n")) {
    const [, blob = "", name = ""] = /^:\d+ \d+ 0+ ([0-9a-f]+) A\t(.+)$/.exec(line) ?? [];
    if (name === "" && line !== "") commit = line;
    const path = join(name);
    if (name !== "" && !first.has(path)) first.set(path, { path, commit, blob });
  }
  return [...first.values()];
}

/** Computes what git names a content by, in the way that another name was made. */
function blobOf(content: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}
