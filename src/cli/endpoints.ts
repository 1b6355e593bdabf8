import type { Command } from "commander";
import {
  type Endpoint,
  EndpointSchema,
  EndpointState,
} from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import {
  CreateEndpointResponseSchema,
  DeleteEndpointResponseSchema,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { commandName, fields, plain, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

interface AddOptions extends ServerOptions {
  description?: string;
  secret?: string;
}

/** Adds `endpoints`, which says where events are sent. */
export function addEndpoints(program: Command): void {
  const endpoints = program
    .command("endpoints")
    .description("Say where events are sent.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} endpoints add https://example.com/hooks/models --description "the site"
  ${commandName} endpoints list
  ${commandName} endpoints delete ep_0123456789abcdef0123456789abcdef`,
    );
  addAdd(endpoints);
  addList(endpoints);
  addDelete(endpoints);
}

function addAdd(endpoints: Command): void {
  endpoints
    .command("add")
    .description("Send the events from now on to a URL as well.")
    .argument("<url>", "https URL, or http on a loopback address")
    .option("--description <text>", "what people should know of it")
    .option("--secret <secret>", "secret to sign with: whsec_… (default: the server makes one)")
    .option("--json", "print the endpoint and its secret as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} endpoints add https://example.com/hooks/models --description "the site"`,
    )
    .action(async (target: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const answer = await createClients(options).webhooks.createEndpoint({
        url: target,
        description: options.description,
        secret: options.secret,
      });
      if (options.json) return printJson(CreateEndpointResponseSchema, answer);
      print(
        fields([
          ["endpoint", answer.endpoint?.endpointId],
          ["url", answer.endpoint?.url],
          ["secret", answer.secret],
        ]),
      );
      print("\nkeep the secret: it is not shown again, and receivers verify with it");
    });
}

function addList(endpoints: Command): void {
  endpoints
    .command("list")
    .description("List the endpoints, oldest first.")
    .option("--json", "print an endpoint a line as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} endpoints list`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const { webhooks } = createClients(options);
      const { items } = await readPages(Number.POSITIVE_INFINITY, async (pageToken) => {
        const page = await webhooks.listEndpoints({ pageSize: 1000, pageToken });
        return { items: page.endpoints, nextPageToken: page.nextPageToken };
      });
      if (options.json) {
        for (const endpoint of items) printJson(EndpointSchema, endpoint);
      } else if (items.length === 0) {
        print(`no endpoints; add one with: ${commandName} endpoints add <url>`);
      } else {
        print(table(["ENDPOINT", "CREATED", "STATE", "URL", "DESCRIPTION"], items.map(row)));
      }
    });
}

function row(endpoint: Endpoint): string[] {
  const state = EndpointState[endpoint.state]?.toLowerCase() ?? "";
  return [
    endpoint.endpointId,
    time(endpoint.creationTime),
    endpoint.disabledReason ? `${state}: ${endpoint.disabledReason}` : state,
    endpoint.url,
    endpoint.description ?? "",
  ];
}

function addDelete(endpoints: Command): void {
  endpoints
    .command("delete")
    .description("Send no more events to an endpoint, and forget its deliveries.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `\nExample:\n  ${commandName} endpoints delete ep_0123456789abcdef0123456789abcdef`,
    )
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.deleteEndpoint({ endpointId });
      if (options.json) printJson(DeleteEndpointResponseSchema, answer);
      else print(`deleted ${plain(endpointId)}`);
    });
}
