import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defaultOf } from "../../src/config/in-force.ts";
import { fileVariable } from "../../src/config/secret-files.ts";
import { settings } from "../../src/config/settings.ts";
import { DAY_MS, type Setting } from "../../src/config/values.ts";

/** The page with the table, from the root. */
export const settingsPage = "docs/configuration.md";

const begin = "<!-- The table is made of src/config/settings.ts: npm run docs -->";
const end = "<!-- The table ends here. -->";

/** Gives the page of settings as it is, and as it is with the table that the settings make. */
export async function readSettingsPage(root: string): Promise<{ is: string; shouldBe: string }> {
  const is = await readFile(join(root, settingsPage), "utf8");
  const [before, rest] = is.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${settingsPage}: expected a line "${begin}" and further down "${end}"`);
  }
  return { is, shouldBe: `${before}${begin}\n\n${settingsTable()}\n\n${end}${after}` };
}

/** Writes the table of settings anew, and gives the path of its page. */
export async function writeSettingsTable(root: string): Promise<string> {
  await writeFile(join(root, settingsPage), (await readSettingsPage(root)).shouldBe);
  return settingsPage;
}

function settingsTable(): string {
  const head = ["variable", "default", "says"];
  const rows = Object.entries<Setting>(settings).map(([name, setting]) => [
    setting.secret ? `\`${name}\` or \`${fileVariable(name)}\`` : `\`${name}\``,
    defaultText(setting),
    setting.says,
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function defaultText(setting: Setting): string {
  const value = defaultOf(setting);
  if (value === undefined) return setting.byDefault ?? "";
  const days = Number(value) / DAY_MS;
  return Number.isInteger(days) && days > 0
    ? `${value} (${days} ${days === 1 ? "day" : "days"})`
    : `\`${value}\``;
}
