import type { Command } from "commander";
import { UpdateDescriptionResponseSchema } from "#gen/modelwire/registry/v1/changes_pb.js";
import { type ChangeOptions, change, changedFields, etagOption } from "./change.ts";
import { createClients } from "./client.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";

/** Adds `describe`, which gives a model version another description. */
export function addDescribe(program: Command): void {
  program
    .command("describe")
    .description("Give a model version another description.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .argument("<text>", "what people should know of it; '' for nothing")
    .addOption(etagOption())
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} describe lead_scoring_baseline/3 "trained on the leads of 2025"
  ${commandName} describe lead_scoring_baseline/3 ''`,
    )
    .action(async (model: string, description: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      const { registry } = createClients(options);
      const request = { ref: parseModelRef(model), description, etag: options.etag };
      const answer = await change(options, (call) => registry.updateDescription(request, call));
      if (options.json) printJson(UpdateDescriptionResponseSchema, answer);
      else print(fields(changedFields(answer.version)));
    });
}
