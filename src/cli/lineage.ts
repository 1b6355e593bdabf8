import type { Command } from "commander";
import { GetLineageResponseSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { type ConsistencyChoice, consistencyOf, consistencyOption } from "./consistency.ts";
import { lineageTree } from "./lineage-tree.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, print, printJson } from "./output.ts";

interface LineageOptions extends ServerOptions {
  consistency?: ConsistencyChoice;
}

/** Adds `lineage`, which shows what a model came from and what came of it. */
export function addLineage(program: Command): void {
  program
    .command("lineage")
    .description("Show what a model improves, back to its baseline, and all that improves those.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .addOption(consistencyOption("local"))
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} lineage lead_scoring_improved@production
  ${commandName} lineage lead_scoring_improved/2 --json

On a terminal, what is for the better is green and what is for the worse is red.`,
    )
    .action(async (model: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LineageOptions>();
      const answer = await createClients(options).registry.getLineage({
        ref: parseModelRef(model),
        consistency: consistencyOf(options.consistency),
      });
      if (options.json) printJson(GetLineageResponseSchema, answer);
      else print(lineageTree(answer));
    });
}
