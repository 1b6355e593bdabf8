import { type Command, Option } from "commander";
import {
  type Delivery,
  DeliverySchema,
  DeliveryState,
} from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { parseCount } from "./option-values.ts";
import { commandName, note, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

const states = {
  pending: DeliveryState.PENDING,
  delivered: DeliveryState.DELIVERED,
  failed: DeliveryState.FAILED,
};

interface ListOptions extends ServerOptions {
  endpoint?: string;
  event?: string;
  state?: keyof typeof states;
  limit: number;
}

/** Adds `deliveries`, which shows what became of events. */
export function addDeliveries(program: Command): void {
  const deliveries = program
    .command("deliveries")
    .description("Show what became of events.")
    .addHelpText("after", `\nExample:\n  ${commandName} deliveries list --state pending`);
  deliveries
    .command("list")
    .description("List deliveries with their attempts, newest first.")
    .option("--endpoint <id>", "only to this endpoint: ep_…")
    .option("--event <id>", "only of this event: evt_…")
    .addOption(new Option("--state <state>", "only in this state").choices(Object.keys(states)))
    .option("--limit <n>", "how many to list at the most", parseCount, 100)
    .option("--json", "print a delivery a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} deliveries list --state failed
  ${commandName} deliveries list --event evt_0123456789abcdef0123456789abcdef --json`,
    )
    .action(async (_: unknown, command: Command) => {
      await list(command.optsWithGlobals<ListOptions>());
    });
}

async function list(options: ListOptions): Promise<void> {
  const { webhooks } = createClients(options);
  const { items, more } = await readPages(options.limit, async (pageToken, wanted) => {
    const page = await webhooks.listDeliveries({
      pageSize: Math.min(wanted, 1000),
      pageToken,
      endpointId: options.endpoint,
      eventId: options.event,
      state: options.state ? states[options.state] : DeliveryState.UNSPECIFIED,
    });
    return { items: page.deliveries, nextPageToken: page.nextPageToken };
  });
  if (options.json) {
    for (const delivery of items) printJson(DeliverySchema, delivery);
  } else if (items.length === 0) {
    print("no deliveries");
  } else {
    print(table(headings, items.map(row)));
  }
  if (more) note(`there are more than ${options.limit}: --limit <n> lists further ones`);
}

const headings = ["CREATED", "STATE", "ATTEMPTS", "LAST", "NEXT", "MODEL", "EVENT", "ENDPOINT"];

function row(delivery: Delivery): string[] {
  const last = delivery.attempts.at(-1);
  return [
    time(delivery.creationTime),
    DeliveryState[delivery.state]?.toLowerCase() ?? "",
    String(delivery.attempts.length),
    last?.status === undefined ? (last?.error ?? "") : `HTTP ${last.status}`,
    time(delivery.nextAttemptTime),
    delivery.modelName,
    delivery.eventId,
    delivery.endpointId,
  ];
}
