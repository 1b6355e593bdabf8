import type { Command } from "commander";
import {
  DeleteTagResponseSchema,
  SetTagsResponseSchema,
} from "#gen/modelwire/registry/v1/changes_pb.js";
import { type ChangeOptions, change, changedFields, etagOption } from "./change.ts";
import { createClients } from "./client.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";
import { collectPair } from "./request-input.ts";

/** Adds `tag`, which sets and deletes tags of model versions. */
export function addTag(program: Command): void {
  const tag = program
    .command("tag")
    .description("Set tags of a model version, or delete one.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} tag set lead_scoring_baseline/3 team=sales reviewed=yes
  ${commandName} tag delete lead_scoring_baseline/3 reviewed`,
    );
  addSet(tag);
  addDelete(tag);
}

function addSet(tag: Command): void {
  tag
    .command("set")
    .description("Set tags of a model version. Tags that it has besides stay.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .argument("<key=value...>", "tags", collectPair)
    .addOption(etagOption())
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} tag set lead_scoring_baseline/3 team=sales reviewed=yes`,
    )
    .action(async (model: string, tags: Record<string, string>, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      const { registry } = createClients(options);
      const request = { ref: parseModelRef(model), tags, etag: options.etag };
      const answer = await change(options, (call) => registry.setTags(request, call));
      if (options.json) printJson(SetTagsResponseSchema, answer);
      else print(fields(changedFields(answer.version)));
    });
}

function addDelete(tag: Command): void {
  tag
    .command("delete")
    .description("Delete a tag of a model version.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .argument("<key>", "key of the tag")
    .addOption(etagOption())
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} tag delete lead_scoring_baseline/3 reviewed`,
    )
    .action(async (model: string, key: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      const { registry } = createClients(options);
      const request = { ref: parseModelRef(model), key, etag: options.etag };
      const answer = await change(options, (call) => registry.deleteTag(request, call));
      if (options.json) printJson(DeleteTagResponseSchema, answer);
      else print(fields(changedFields(answer.version)));
    });
}
