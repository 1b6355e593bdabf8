import type { Command } from "commander";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodes } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";
import { fullFields } from "./registration-text.ts";

/** Adds `get`, which looks a model version up. */
export function addGet(program: Command): void {
  program
    .command("get")
    .description("Look a model version up, as MLflow has it now.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .option("--json", "print the registration as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} get m-0123456789abcdef0123456789abcdef
  ${commandName} get lead_scoring_baseline/1
  ${commandName} get lead_scoring_baseline@production --json`,
    )
    .action(async (model: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const ref = parseModelRef(model);
      const { registry } = createClients(options);
      const { registration } =
        ref.ref.case === "modelUuid"
          ? await registry.getModelByUuid({ modelUuid: ref.ref.value })
          : await registry.getModelVersion({ ref });
      if (!registration) throw new CliError("the server answered nothing", exitCodes.failed);
      if (options.json) printJson(RegistrationSchema, registration);
      else print(fields(fullFields(registration)));
    });
}
