import type { Command } from "commander";
import {
  DeleteAliasResponseSchema,
  SetAliasResponseSchema,
} from "#gen/modelwire/registry/v1/changes_pb.js";
import { type ChangeOptions, change, changedFields, etagOption } from "./change.ts";
import { createClients } from "./client.ts";
import { commandName, fields, plain, print, printJson } from "./output.ts";

/** Adds `alias`, which points aliases to model versions. */
export function addAlias(program: Command): void {
  const alias = program
    .command("alias")
    .description("Point an alias to a model version, or delete it.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} alias set lead_scoring_baseline production 3
  ${commandName} alias delete lead_scoring_baseline production`,
    );
  addSet(alias);
  addDelete(alias);
}

function addSet(alias: Command): void {
  alias
    .command("set")
    .description("Point an alias to a version, from wherever it pointed before.")
    .argument("<model>", "name of the registered model")
    .argument("<alias>", "such as production")
    .argument("<version>", "number of the version")
    .addOption(
      etagOption(
        "only where the version that it points to is as it was read: its etag; '' where it must point nowhere yet",
      ),
    )
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} alias set lead_scoring_baseline production 3
  ${commandName} alias set lead_scoring_baseline staging 4 --etag ''`,
    )
    .action(
      async (modelName: string, name: string, version: string, _: unknown, command: Command) => {
        const options = command.optsWithGlobals<ChangeOptions>();
        const { registry } = createClients(options);
        const request = { modelName, alias: name, version, etag: options.etag };
        const answer = await change(options, (call) => registry.setAlias(request, call));
        if (options.json) printJson(SetAliasResponseSchema, answer);
        else print(fields(changedFields(answer.version)));
      },
    );
}

function addDelete(alias: Command): void {
  alias
    .command("delete")
    .description("Delete an alias. The version that it points to stays.")
    .argument("<model>", "name of the registered model")
    .argument("<alias>", "such as production")
    .addOption(etagOption("only where the version that it points to is as it was read: its etag"))
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} alias delete lead_scoring_baseline production`,
    )
    .action(async (modelName: string, name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      const { registry } = createClients(options);
      const request = { modelName, alias: name, etag: options.etag };
      const answer = await change(options, (call) => registry.deleteAlias(request, call));
      if (options.json) printJson(DeleteAliasResponseSchema, answer);
      else print(`deleted ${plain(`${modelName}@${name}`)}`);
    });
}
