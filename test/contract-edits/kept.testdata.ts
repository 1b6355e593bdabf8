import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readChecksums, sha256, writeChecksums } from "../../scripts/contract/checksums.ts";
import type { BreakingEdit } from "../support/contract-edits.ts";

const image = "contract/released/modelwire-1.0.0.binpb";
const golden = "contract/golden/1.0.0";
const imageSums = "contract/released/checksums.txt";
const goldenSums = "contract/golden/checksums.txt";

/** Edits of what was released, of which nothing may ever change. */
export const breakingKept: BreakingEdit[] = [
  {
    what: "image: its bytes changed",
    changes: [(root) => appendFile(join(root, image), Buffer.from([8, 0]))],
    says: [
      [
        "the image modelwire-1.0.0.binpb is not the one that was released: its sha256 changed",
        `bring it back with \`git checkout -- ${image}\``,
      ],
    ],
  },
  {
    what: "image: removed",
    changes: [(root) => rm(join(root, image))],
    says: [
      [
        "the released image modelwire-1.0.0.binpb is gone",
        `bring it back with \`git checkout -- ${image}\`; a candidate is retired with`,
      ],
    ],
  },
  {
    what: "image: removed with its checksum",
    changes: [(root) => rm(join(root, image)), (root) => writeFile(join(root, imageSums), "")],
    says: [
      ["contract 1.0.0 has no image", "bring modelwire-1.0.0.binpb and its checksum back from git"],
      [
        "contract/golden/1.0.0 belongs to no release",
        "only `npm run contract:release -- <version>` adds them: delete it, and its lines in checksums.txt",
      ],
    ],
  },
  {
    what: "image: another put beside it by hand",
    changes: [
      (root) => cp(join(root, image), join(root, "contract/released/modelwire-2.0.0.binpb")),
    ],
    says: [
      [
        "the image modelwire-2.0.0.binpb is not listed in checksums.txt",
        "only `npm run contract:release -- <version>` adds images",
      ],
    ],
  },
  {
    what: "image: something else put beside it",
    changes: [(root) => writeFile(join(root, "contract/released/notes.txt"), "a note")],
    says: [["notes.txt is neither a released image nor checksums.txt", "move it elsewhere"]],
  },
  {
    what: "image: its checksum changed",
    changes: [{ file: imageSums, from: /^[0-9a-f]{8}/, to: "00000000" }],
    says: [
      [
        "the image modelwire-1.0.0.binpb is not the one that was released: its sha256 changed",
        `bring it back with \`git checkout -- ${image}\``,
      ],
    ],
  },
  {
    what: "changelog: a heading that is gone",
    changes: [{ file: "CHANGELOG.md", from: "### 1.0.0", to: "### Something" }],
    says: [
      [
        "modelwire-1.0.0.binpb has no heading",
        'bring its heading in the section "Contract" back from git',
      ],
    ],
  },
  {
    what: "changelog: a release that was none",
    changes: [
      { file: "CHANGELOG.md", from: "### 1.0.0", to: "### 1.1.0 (2027-01-01)\n\n### 1.0.0" },
    ],
    says: [
      ["contract 1.1.0 has no image", "bring modelwire-1.1.0.binpb and its checksum back from git"],
    ],
  },
  {
    what: "golden payload: its JSON changed",
    changes: [
      { file: `${golden}/alias-changed/standard.json`, from: '"sequence":', to: '"sequence": ' },
    ],
    says: [
      [
        "the golden payload 1.0.0/alias-changed/standard.json is not the one that was released: its sha256 changed",
        `bring it back with \`git checkout -- ${golden}/alias-changed/standard.json\``,
      ],
    ],
  },
  {
    what: "golden payload: its bytes changed",
    changes: [
      (root) => appendFile(join(root, golden, "tags-changed/protobuf.binpb"), Buffer.from([8, 0])),
    ],
    says: [
      [
        "the golden payload 1.0.0/tags-changed/protobuf.binpb is not the one that was released: its sha256 changed",
        `bring it back with \`git checkout -- ${golden}/tags-changed/protobuf.binpb\``,
      ],
    ],
  },
  {
    what: "golden payload: removed",
    changes: [(root) => rm(join(root, golden, "model-registered/site-nested.json"))],
    says: [
      [
        "the golden payload 1.0.0/model-registered/site-nested.json is gone",
        "bring it back from git",
      ],
    ],
  },
  {
    what: "golden payload: a payload version of the site removed with its checksum",
    changes: [(root) => removeGolden(root, "model-registered/site-flat.2026-04-07.json")],
    says: [
      [
        "the golden payload 1.0.0/model-registered/site-flat.2026-04-07.json is gone",
        "bring it back from git",
      ],
    ],
  },
  {
    what: "golden payload: its checksum removed",
    changes: [{ file: goldenSums, from: /^.*model-deleted\/standard\.json\n/m, to: "" }],
    says: [
      [
        "the checksum of the golden payload 1.0.0/model-deleted/standard.json is gone",
        "bring it back from git",
      ],
    ],
  },
  {
    what: "golden payload: all of a release removed with their checksums",
    changes: [(root) => rm(join(root, "contract/golden"), { recursive: true })],
    says: [["the golden payloads of 1.0.0 are gone", "bring them back from git"]],
  },
  {
    what: "golden payload: one more put beside it by hand",
    changes: [(root) => writeFile(join(root, golden, "alias-changed/site-flat.json"), "{}")],
    says: [
      [
        "contract/golden/1.0.0/alias-changed/site-flat.json belongs to no release",
        "only `npm run contract:release -- <version>` adds them",
      ],
    ],
  },
  {
    what: "golden payload: those of another release put beside them by hand",
    changes: [
      (root) => cp(join(root, golden), join(root, "contract/golden/1.1.0"), { recursive: true }),
    ],
    says: [
      [
        "contract/golden/1.1.0 belongs to no release",
        "only `npm run contract:release -- <version>` adds them",
      ],
    ],
  },
  {
    what: "golden payload: changed with its checksum, so that its release cannot read it",
    changes: [
      (root) =>
        changeGolden(root, "stage-changed/standard.json", '"previousStage"', '"formerStage"'),
    ],
    says: [
      [
        'the golden payload does not fit the contract 1.0.0 that it is of: cannot decode message modelwire.event.v1.StageChanged from JSON: key "formerStage" is unknown',
        "bring it and its checksum back from git",
      ],
    ],
  },
  {
    what: "golden payload: changed with its checksum, so that its two forms differ",
    changes: [
      (root) =>
        changeGolden(root, "model-renamed/standard.json", "new_model_name ", "another name "),
    ],
    says: [
      [
        "the golden payload does not fit the contract 1.0.0 that it is of: modelwire.event.v1.ModelRenamed.new_model_name is not what the standard body beside it has",
        "bring it and its checksum back from git",
      ],
    ],
  },
];

async function removeGolden(root: string, name: string): Promise<void> {
  await rm(join(root, golden, name));
  const checksums = await readChecksums(join(root, goldenSums));
  checksums.delete(`1.0.0/${name}`);
  await writeChecksums(join(root, goldenSums), checksums);
}

async function changeGolden(root: string, name: string, from: string, to: string): Promise<void> {
  const path = join(root, golden, name);
  const text = await readFile(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${name} has ${from} not once: ${text}`);
  await writeFile(path, text.replace(from, to));
  const checksums = await readChecksums(join(root, goldenSums));
  checksums.set(`1.0.0/${name}`, sha256(await readFile(path)));
  await writeChecksums(join(root, goldenSums), checksums);
}
