import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { goldenFolder } from "../contract/golden/files.ts";
import { compareVersions, versionPattern } from "../contract/version.ts";

/** The page with an example of every payload of webhooks, from the root. */
export const payloadsPath = "docs/webhook-payloads.md";

/** Makes the page of the payloads from the golden files of the newest release. */
export async function makePayloadsPage(root: string): Promise<string> {
  const names = await readdir(join(root, goldenFolder));
  const version = names
    .filter((name) => versionPattern.test(name))
    .sort(compareVersions)
    .at(-1);
  if (version === undefined) throw new Error(`${goldenFolder} has no release`);
  const types = (await readdir(join(root, goldenFolder, version))).sort(byImportance);
  const parts: string[] = [];
  for (const type of types) {
    parts.push(`## ${type}`);
    const folder = join(root, goldenFolder, version, type);
    const files = (await readdir(folder)).sort(byFormat);
    for (const file of files.filter((file) => file.endsWith(".json"))) {
      const body: unknown = JSON.parse(await readFile(join(folder, file), "utf8"));
      const link = `[${file}](../${goldenFolder}/${version}/${type}/${file})`;
      parts.push(`### ${type}: ${formatOf(file)}`, `${link}, with line breaks for readers:`);
      parts.push(`\`\`\`json\n${JSON.stringify(body, null, 2)}\n\`\`\``);
    }
    const binary = files.filter((file) => file.endsWith(".binpb"));
    for (const file of binary) {
      const { length } = await readFile(join(folder, file));
      const link = `[${file}](../${goldenFolder}/${version}/${type}/${file})`;
      parts.push(
        `\`BODY_FORMAT_PROTOBUF\`: ${link}, ${length} bytes, the event of \`data\` in binary.`,
      );
    }
  }
  return [`# Payloads of webhooks`, intro(version), ...parts].join("\n\n");
}

const intro = (
  version: string,
) => `A payload of every type of event, in every format that it has: the
golden payloads of release ${version}, kept [for good](../contract/README.md#golden-payloads), which
today's code writes and every released client reads. Every field that the type can have is set, to a
value of its own, so that it is seen where it goes; real events have fewer, and values that make
sense. [Webhooks](webhooks.md) says what is promised of them and how they are sent, and
[the reference](api/event-types.md#event) what each field means.`;

/** What consumers look for first, and then by name. */
function byImportance(a: string, b: string): number {
  const rank = (type: string) => (type === "model-registered" ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function byFormat(a: string, b: string): number {
  const rank = (file: string) => (file.startsWith("standard") ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function formatOf(file: string): string {
  const [format = "", version] = file.replace(/\.json$/, "").split(".");
  const name = `BODY_FORMAT_${format.replaceAll("-", "_").toUpperCase()}`;
  return version === undefined ? `\`${name}\`` : `\`${name}\` ${version}`;
}
