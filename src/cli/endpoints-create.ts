import { type Command, Option } from "commander";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { CreateEndpointResponseSchema } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { endpointText, formats } from "./endpoint-text.ts";
import { commandName, note, print, printJson } from "./output.ts";

interface CreateOptions extends ServerOptions {
  format?: string;
  description?: string;
  secret?: string;
  filter?: string;
  ordered?: boolean;
  payloadVersion?: string;
}

/** Adds `endpoints create`. */
export function addCreate(endpoints: Command): void {
  endpoints
    .command("create")
    .alias("add")
    .description("Send the events from now on to a URL as well.")
    .argument("<url>", "https URL, or http on a loopback address")
    .addOption(
      new Option("--format <format>", "how requests are made").choices(Object.keys(formats)),
    )
    .option("--description <text>", "what people should know of it")
    .option("--filter <expression>", "only events for which this CEL expression is true")
    .option("--ordered", "send the events of each model in their order")
    .option("--payload-version <version>", "version of the payload (default: the newest)")
    .option(
      "--secret <secret>",
      "secret to sign with: whsec_…, or any text for the site's formats (default: the server makes one)",
    )
    .option("--json", "print the endpoint and its secret as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} endpoints create https://example.com/hooks/models --description "the site"
  ${commandName} endpoints create https://example.com/hooks --filter 'event.model_name.startsWith("leads_")'
  ${commandName} endpoints create https://example.com/hooks --format site-nested`,
    )
    .action(async (url: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const { description, secret, filter, ordered = false, payloadVersion } = options;
      const answer = await createClients(options).webhooks.createEndpoint({
        ...{ url, description, secret, filter, ordered, payloadVersion },
        format: formats[options.format ?? ""] ?? BodyFormat.UNSPECIFIED,
      });
      if (options.json) return printJson(CreateEndpointResponseSchema, answer);
      print(endpointText(answer.endpoint, answer.secret));
      note("\nkeep the secret: it is not shown again, and receivers verify with it");
    });
}
