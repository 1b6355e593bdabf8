import { execFile } from "node:child_process";
import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { readChecksums, sha256, writeChecksums } from "../../scripts/contract/checksums.ts";
import type { BreakingEdit, Edit } from "../support/contract-edits.ts";

const execute = promisify(execFile);
const image = "contract/released/modelwire-1.0.0.binpb";
const golden = "contract/golden/1.0.0/stage-changed/standard.json";

/** Edits of what was released that no checksum tells of: only git's history does. */
export const breakingHistory: BreakingEdit[] = [
  {
    what: "image: changed with its checksum",
    changes: [commit, changeImage],
    says: [[`${image} is not what was first committed`, "bring it back with `git checkout "]],
  },
  {
    what: "image: changed with its checksum, and committed",
    changes: [commit, changeImage, commit],
    says: [[`${image} is not what was first committed`, "bring it back with `git checkout "]],
  },
  {
    what: "image: replaced under its name, in two commits",
    changes: [commit, hideImage, commit, bringImage, changeImage, commit],
    says: [[`${image} is not what was first committed`, "bring it back with `git checkout "]],
  },
  {
    what: "golden payload: changed with its checksum, so that its release reads it",
    changes: [commit, changeGolden, commit],
    says: [[`${golden} is not what was first committed`, "bring it back with `git checkout "]],
  },
  {
    what: "release: removed with its payloads, checksums and heading",
    changes: [commit, (root) => rm(join(root, "contract"), { recursive: true }), removeHeading],
    says: [
      [
        `${image} is gone, and its heading in the changelog too`,
        "bring it back with `git checkout ",
      ],
    ],
  },
];

/** What was released is as it was. */
export const harmlessHistory: Edit[] = [
  { what: "release: committed", changes: [commit] },
  {
    what: "release: an edit that was committed, and taken back",
    changes: [
      commit,
      changeImage,
      commit,
      (root) => git(root, "checkout", "--quiet", "HEAD~1", "--", "contract"),
      commit,
    ],
  },
  {
    what: "release: not committed yet",
    changes: [(root) => git(root, "init", "--quiet")],
  },
];

async function commit(root: string): Promise<void> {
  await git(root, "init", "--quiet");
  await git(root, "add", "contract", "CHANGELOG.md");
  const who = ["-c", "user.name=Modelwire", "-c", "user.email=modelwire@example.com"];
  await git(root, ...who, "commit", "--quiet", "--message", "Release");
}

async function git(root: string, ...args: string[]): Promise<void> {
  const none = "/dev/null";
  const own = { GIT_CONFIG_GLOBAL: none, GIT_CONFIG_SYSTEM: none, GIT_INDEX_FILE: undefined };
  const env = { ...process.env, ...own, GIT_DIR: undefined, GIT_WORK_TREE: undefined };
  await execute("git", args, { cwd: root, env });
}

async function changeImage(root: string): Promise<void> {
  // A field that nobody knows, so that the image still reads as it did.
  await appendFile(join(root, image), Buffer.from([0xc0, 0x3e, 0]));
  await sign(root, "contract/released", "modelwire-1.0.0.binpb");
}

async function hideImage(root: string): Promise<void> {
  await cp(join(root, image), join(root, "kept"));
  await rm(join(root, image));
}

async function bringImage(root: string): Promise<void> {
  await cp(join(root, "kept"), join(root, image));
}

async function changeGolden(root: string): Promise<void> {
  const text = await readFile(join(root, golden), "utf8");
  const type = '"type":"modelwire.stage.changed"';
  if (text.split(type).length !== 2) throw new Error(`${golden} has ${type} not once`);
  await writeFile(join(root, golden), text.replace(type, '"type":"modelwire.stage.moved"'));
  await sign(root, "contract/golden", "1.0.0/stage-changed/standard.json");
}

async function sign(root: string, folder: string, name: string): Promise<void> {
  const path = join(root, folder, "checksums.txt");
  const checksums = await readChecksums(path);
  checksums.set(name, sha256(await readFile(join(root, folder, name))));
  await writeChecksums(path, checksums);
}

async function removeHeading(root: string): Promise<void> {
  await writeFile(join(root, "CHANGELOG.md"), "# Changelog\n");
}
