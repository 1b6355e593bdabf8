import type { Command } from "commander";
import {
  PauseEndpointResponseSchema,
  ResumeEndpointResponseSchema,
  UpdateEndpointResponseSchema,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { endpointText } from "./endpoint-text.ts";
import { commandName, print, printJson } from "./output.ts";

const example = "ep_0123456789abcdef0123456789abcdef";

/** Adds `endpoints update`, `pause` and `resume`. */
export function addChanges(endpoints: Command): void {
  addUpdate(endpoints);
  addPause(endpoints);
  addResume(endpoints);
}

interface UpdateOptions extends ServerOptions {
  to?: string;
  description?: string;
  filter?: string;
  ordered?: boolean;
  payloadVersion?: string;
}

function addUpdate(endpoints: Command): void {
  endpoints
    .command("update")
    .description("Change an endpoint; what is not given stays as it is.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--to <url>", "URL that events are posted to")
    .option("--description <text>", 'what people should know of it; "" for nothing')
    .option(
      "--filter <expression>",
      'only events for which this CEL expression is true; "" for all',
    )
    .option("--ordered", "send the events of each model in their order")
    .option("--no-ordered", "let no event wait for another")
    .option("--payload-version <version>", "version of the payload")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} endpoints update ${example} --to https://example.com/hooks/2
  ${commandName} endpoints update ${example} --filter 'event.sequence == 1u' --no-ordered`,
    )
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<UpdateOptions>();
      const { to: url, description, filter, ordered, payloadVersion } = options;
      const request = { endpointId, url, description, filter, ordered, payloadVersion };
      const answer = await createClients(options).webhooks.updateEndpoint(request);
      if (options.json) printJson(UpdateEndpointResponseSchema, answer);
      else print(endpointText(answer.endpoint));
    });
}

function addPause(endpoints: Command): void {
  endpoints
    .command("pause")
    .description("Let the events to an endpoint wait; none is dropped.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} endpoints pause ${example}`)
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.pauseEndpoint({ endpointId });
      if (options.json) printJson(PauseEndpointResponseSchema, answer);
      else print(endpointText(answer.endpoint));
    });
}

function addResume(endpoints: Command): void {
  endpoints
    .command("resume")
    .description("Send to a paused or disabled endpoint again: first what has waited.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} endpoints resume ${example}`)
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.resumeEndpoint({ endpointId });
      if (options.json) printJson(ResumeEndpointResponseSchema, answer);
      else print(endpointText(answer.endpoint));
    });
}
