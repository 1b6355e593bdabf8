import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { type Command, Option } from "commander";
import { type TagFilterSchema, VersionOrder } from "#gen/modelwire/registry/v1/reads_pb.js";
import { VersionSummarySchema } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { ContributorSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { type ConsistencyChoice, consistencyOf, consistencyOption } from "./consistency.ts";
import { collectTagFilter, parseContributor, parseTime } from "./list-options.ts";
import { parseCount } from "./option-values.ts";
import { commandName, note, print, printJson } from "./output.ts";
import { readPages } from "./pages.ts";
import { versionTable } from "./version-table.ts";

const orders = {
  newest: VersionOrder.NEWEST_FIRST,
  oldest: VersionOrder.OLDEST_FIRST,
  name: VersionOrder.NAME,
};

interface ListVersionsOptions extends ServerOptions {
  prefix?: string;
  type?: string;
  baseline?: boolean;
  improved?: boolean;
  contributor?: MessageInitShape<typeof ContributorSchema>;
  tag?: MessageInitShape<typeof TagFilterSchema>[];
  alias?: string;
  from?: Timestamp;
  before?: Timestamp;
  order?: keyof typeof orders;
  limit: number;
  consistency?: ConsistencyChoice;
}

/** Adds `list versions`, which lists the versions of one registered model or of all. */
export function addListVersions(list: Command): void {
  list
    .command("versions")
    .description("List model versions: those that all of the options allow.")
    .argument("[model]", "only of the registered model with this name")
    .option("--prefix <text>", "only of registered models whose name begins with this")
    .option("--type <type>", "only this kind of model, such as lead_scoring")
    .addOption(new Option("--baseline", "only baselines").conflicts("improved"))
    .option("--improved", "only improved models")
    .option(
      "--contributor <id>",
      "only by this Ethereum address (0x…) or account",
      parseContributor,
    )
    .option("--tag <key[=value]>", "only those that have this tag; repeatable", collectTagFilter)
    .option("--alias <alias>", "only those that this alias points to")
    .option(
      "--from <time>",
      "only those created then or later: ISO 8601, UTC without an offset",
      parseTime,
    )
    .option("--before <time>", "only those created before: ISO 8601, likewise", parseTime)
    .addOption(
      new Option("--order <order>", "in which order (default: newest)").choices(
        Object.keys(orders),
      ),
    )
    .option("--limit <n>", "how many to list at the most", parseCount, 100)
    .addOption(consistencyOption("local"))
    .option("--json", "print a version a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} list versions lead_scoring_baseline --order oldest
  ${commandName} list versions --improved --contributor alice --from 2026-03-01
  ${commandName} list versions --type ranking --tag team=search --alias production --json`,
    )
    .action(async (model: string | undefined, _: unknown, command: Command) => {
      await listVersions(model, command.optsWithGlobals<ListVersionsOptions>());
    });
}

async function listVersions(
  modelName: string | undefined,
  options: ListVersionsOptions,
): Promise<void> {
  const { registry } = createClients(options);
  const { items, more } = await readPages(options.limit, async (pageToken, wanted) => {
    const page = await registry.listModelVersions({
      pageSize: Math.min(wanted, 1000),
      pageToken,
      // What the first page has made fresh is fresh for the others.
      consistency: pageToken === "" ? consistencyOf(options.consistency) : undefined,
      modelName,
      modelNamePrefix: options.prefix,
      modelType: options.type,
      isBaseline: options.baseline ? true : options.improved ? false : undefined,
      contributor: options.contributor,
      tags: options.tag ?? [],
      alias: options.alias,
      createdFrom: options.from,
      createdBefore: options.before,
      order: options.order ? orders[options.order] : VersionOrder.UNSPECIFIED,
    });
    return { items: page.versions, nextPageToken: page.nextPageToken };
  });
  if (options.json) for (const version of items) printJson(VersionSummarySchema, version);
  else print(items.length > 0 ? versionTable(items) : "no model versions");
  if (more) note(`there are more than ${options.limit}: --limit <n> lists further ones`);
}
