import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Command } from "commander";
import { type Contribution, ContributionSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import type { ContributorSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { type ConsistencyChoice, consistencyOf, consistencyOption } from "./consistency.ts";
import { directionText, signedText } from "./improvement-text.ts";
import { parseContributor } from "./list-options.ts";
import { parseCount } from "./option-values.ts";
import { commandName, note, print, printJson, table } from "./output.ts";
import { readPages } from "./pages.ts";

interface ContributionsOptions extends ServerOptions {
  contributor?: MessageInitShape<typeof ContributorSchema>;
  metric?: string;
  limit: number;
  consistency?: ConsistencyChoice;
}

/** Adds `contributions`, which lists what each contributor added to each metric. */
export function addContributions(program: Command): void {
  program
    .command("contributions")
    .description("List what each contributor added to each metric.")
    .option(
      "--contributor <id>",
      "only of this Ethereum address (0x…) or account",
      parseContributor,
    )
    .option("--metric <metric>", "only to this metric")
    .option("--limit <n>", "how many to list at the most", parseCount, 100)
    .addOption(consistencyOption("local"))
    .option("--json", "print a contribution a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} contributions --metric accuracy
  ${commandName} contributions --contributor alice --json

UNKNOWN counts the versions whose change is not known: they are not in CHANGE.`,
    )
    .action(async (_: unknown, command: Command) => {
      await listContributions(command.optsWithGlobals<ContributionsOptions>());
    });
}

async function listContributions(options: ContributionsOptions): Promise<void> {
  const { registry } = createClients(options);
  const { items, more } = await readPages(options.limit, async (pageToken, wanted) => {
    const page = await registry.listContributions({
      pageSize: Math.min(wanted, 1000),
      pageToken,
      // What the first page has made fresh is fresh for the others.
      consistency: pageToken === "" ? consistencyOf(options.consistency) : undefined,
      contributor: options.contributor,
      metric: options.metric,
    });
    return { items: page.contributions, nextPageToken: page.nextPageToken };
  });
  if (options.json) for (const one of items) printJson(ContributionSchema, one);
  else print(items.length > 0 ? contributionTable(items) : "no contributions");
  if (more) note(`there are more than ${options.limit}: --limit <n> lists further ones`);
}

/** Lays contributions out in a table, one a row. */
export function contributionTable(contributions: readonly Contribution[]): string {
  const headings = [
    ...["CONTRIBUTOR", "METRIC", "UNIT", "DIRECTION", "VERSIONS", "CHANGE", "UNKNOWN"],
  ];
  const rows = contributions.map((one) => [
    one.contributor?.id ?? "",
    one.metric,
    one.unit ?? "",
    directionText(one.direction),
    String(one.versionCount),
    one.unknownChangeCount < one.versionCount ? signedText(one.absoluteChange) : "?",
    String(one.unknownChangeCount),
  ]);
  return table(headings, rows);
}
