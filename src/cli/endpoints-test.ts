import type { Command } from "commander";
import { TestEndpointResponseSchema } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { attemptText } from "./attempt-text.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodes } from "./error.ts";
import { commandName, fields, print, printJson } from "./output.ts";

/** Adds `endpoints test`. */
export function addTest(endpoints: Command): void {
  endpoints
    .command("test")
    .description("Send an endpoint a signed request now, and say how it took it.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `\nExample:\n  ${commandName} endpoints test ep_0123456789abcdef0123456789abcdef`,
    )
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.testEndpoint({ endpointId });
      if (options.json) {
        printJson(TestEndpointResponseSchema, answer);
      } else {
        const { attempt } = answer;
        print(
          fields([
            ["event", answer.eventId],
            ["attempt", attempt && attemptText(attempt)],
            ["answer", attempt?.responseExcerpt],
          ]),
        );
      }
      if (!answer.delivered) {
        const why = answer.attempt?.error ?? "there was no answer";
        throw new CliError(`it was not delivered: ${why}`, exitCodes.failed);
      }
    });
}
