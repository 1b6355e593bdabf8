import type { Command } from "commander";
import { type Endpoint, EndpointSchema } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import {
  DeleteEndpointResponseSchema,
  GetEndpointResponseSchema,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { confirm, requireTerminal } from "./confirm.ts";
import { endpointText, failingText, stateText } from "./endpoint-text.ts";
import { addChanges } from "./endpoints-change.ts";
import { addCreate } from "./endpoints-create.ts";
import { addRotate } from "./endpoints-rotate.ts";
import { addTest } from "./endpoints-test.ts";
import { CliError, exitCodes } from "./error.ts";
import { commandName, plain, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

const example = "ep_0123456789abcdef0123456789abcdef";

/** Adds `endpoints`, which says where events are sent. */
export function addEndpoints(program: Command): void {
  const endpoints = program
    .command("endpoints")
    .description("Say where events are sent.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} endpoints create https://example.com/hooks/models --description "the site"
  ${commandName} endpoints list
  ${commandName} endpoints test ${example}
  ${commandName} endpoints rotate ${example} --overlap 2h`,
    );
  addCreate(endpoints);
  addList(endpoints);
  addShow(endpoints);
  addChanges(endpoints);
  addRotate(endpoints);
  addTest(endpoints);
  addDelete(endpoints);
}

function addList(endpoints: Command): void {
  endpoints
    .command("list")
    .description("List the endpoints, oldest first, and for how long each has failed.")
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
        print(`no endpoints; create one with: ${commandName} endpoints create <url>`);
      } else {
        print(table(headings, items.map(row)));
      }
    });
}

const headings = ["ENDPOINT", "CREATED", "STATE", "WAITING", "FAILING", "URL", "DESCRIPTION"];

function row(endpoint: Endpoint): string[] {
  return [
    endpoint.endpointId,
    time(endpoint.creationTime),
    stateText(endpoint),
    String(endpoint.health?.pendingCount ?? 0),
    failingText(endpoint),
    endpoint.url,
    endpoint.description ?? "",
  ];
}

function addShow(endpoints: Command): void {
  endpoints
    .command("show")
    .description("Show an endpoint, and how its deliveries have gone lately.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} endpoints show ${example}`)
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.getEndpoint({ endpointId });
      if (options.json) printJson(GetEndpointResponseSchema, answer);
      else print(endpointText(answer.endpoint));
    });
}

interface DeleteOptions extends ServerOptions {
  yes?: boolean;
}

function addDelete(endpoints: Command): void {
  endpoints
    .command("delete")
    .description("Send no more events to an endpoint, and forget its deliveries.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} endpoints delete ${example} --yes`)
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DeleteOptions>();
      if (!options.yes) requireTerminal();
      const { webhooks } = createClients(options);
      if (!options.yes) {
        const { endpoint } = await webhooks.getEndpoint({ endpointId });
        const waiting = endpoint?.health?.pendingCount ?? 0;
        const goes = `Its deliveries go with it, ${waiting} of them not sent yet.`;
        const confirmed = await confirm(`Delete ${endpointId} (${endpoint?.url})? ${goes}`);
        if (!confirmed) throw new CliError("nothing was deleted", exitCodes.failed);
      }
      const answer = await webhooks.deleteEndpoint({ endpointId });
      if (options.json) printJson(DeleteEndpointResponseSchema, answer);
      else print(`deleted ${plain(endpointId)}`);
    });
}
