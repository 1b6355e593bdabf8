import type { Command } from "commander";
import { WhoAmIResponseSchema } from "#gen/modelwire/access/v1/access_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { identityText, scopeText } from "./key-text.ts";
import { commandName, fields, print, printJson } from "./output.ts";

/** Adds `whoami`, which shows as whom the command calls. */
export function addWhoami(program: Command): void {
  program
    .command("whoami")
    .description("Show who you are to the server, and what you may do.")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} whoami`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).access.whoAmI({});
      if (options.json) return printJson(WhoAmIResponseSchema, answer);
      const { identity, scope, modelPrefixes } = answer;
      print(
        fields([
          ["caller", identityText(identity) || "not known: authentication is off"],
          ["scope", scopeText(scope)],
          ["models", modelPrefixes.map((prefix) => `${prefix}…`).join("\n")],
        ]),
      );
    });
}
