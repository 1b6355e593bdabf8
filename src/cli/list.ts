import type { Command } from "commander";
import { addListModels } from "./list-models.ts";
import { addListVersions } from "./list-versions.ts";
import { commandName } from "./output.ts";

/** Adds `list`, which lists registered models and their versions. */
export function addList(program: Command): void {
  const list = program
    .command("list")
    .description("List registered models, or model versions.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} list --alias production
  ${commandName} list versions lead_scoring_baseline

Without either word it lists models, and takes the options of ${commandName} list models.`,
    );
  addListModels(list);
  addListVersions(list);
}
