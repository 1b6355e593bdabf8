import type { MessageInitShape } from "@bufbuild/protobuf";
import { type Command, Option } from "commander";
import { ModelOrder, type TagFilterSchema } from "#gen/modelwire/registry/v1/reads_pb.js";
import {
  type RegisteredModel,
  RegisteredModelSchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { type ConsistencyChoice, consistencyOf, consistencyOption } from "./consistency.ts";
import { collectTagFilter } from "./list-options.ts";
import { parseCount } from "./option-values.ts";
import { commandName, note, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

const orders = { name: ModelOrder.NAME, newest: ModelOrder.NEWEST_FIRST };

interface ListModelsOptions extends ServerOptions {
  prefix?: string;
  alias?: string;
  tag?: MessageInitShape<typeof TagFilterSchema>[];
  order?: keyof typeof orders;
  limit: number;
  consistency?: ConsistencyChoice;
}

/** Adds `list models`, which is what `list` alone does, too. */
export function addListModels(list: Command): void {
  list
    .command("models", { isDefault: true })
    .description("List registered models.")
    .option("--prefix <text>", "only those whose name begins with this")
    .option("--alias <alias>", "only those that have this alias")
    .option("--tag <key[=value]>", "only those that have this tag; repeatable", collectTagFilter)
    .addOption(
      new Option("--order <order>", "in which order (default: name)").choices(Object.keys(orders)),
    )
    .option("--limit <n>", "how many to list at the most", parseCount, 100)
    .addOption(consistencyOption("local"))
    .option("--json", "print a model a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} list models --prefix lead_ --alias production
  ${commandName} list models --tag team=sales --tag reviewed --order newest --json`,
    )
    .action(async (_: unknown, command: Command) => {
      await listModels(command.optsWithGlobals<ListModelsOptions>());
    });
}

async function listModels(options: ListModelsOptions): Promise<void> {
  const { registry } = createClients(options);
  const { items, more } = await readPages(options.limit, async (pageToken, wanted) => {
    const page = await registry.listModels({
      pageSize: Math.min(wanted, 1000),
      pageToken,
      // What the first page has made fresh is fresh for the others.
      consistency: pageToken === "" ? consistencyOf(options.consistency) : undefined,
      namePrefix: options.prefix,
      alias: options.alias,
      tags: options.tag ?? [],
      order: options.order ? orders[options.order] : ModelOrder.UNSPECIFIED,
    });
    return { items: page.models, nextPageToken: page.nextPageToken };
  });
  if (options.json) for (const model of items) printJson(RegisteredModelSchema, model);
  else print(items.length > 0 ? modelTable(items) : "no registered models");
  if (more) note(`there are more than ${options.limit}: --limit <n> lists further ones`);
}

/** Lays registered models out in a table, one a row. */
export function modelTable(models: readonly RegisteredModel[]): string {
  const headings = ["NAME", "VERSIONS", "LATEST", "CREATED", "ALIASES"];
  const rows = models.map(({ name, versionCount, latestVersion, creationTime, aliases }) => [
    name,
    String(versionCount),
    latestVersion ?? "",
    time(creationTime),
    Object.keys(aliases)
      .sort()
      .map((alias) => `${alias}=${aliases[alias]}`)
      .join(", "),
  ]);
  return table(headings, rows);
}
