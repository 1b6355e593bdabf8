import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { type Command, Option } from "commander";
import {
  type Delivery,
  DeliverySchema,
  DeliveryState,
} from "#gen/modelwire/webhook/v1/delivery_pb.js";
import {
  RecoverEndpointResponseSchema,
  RedeliverResponseSchema,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { addShow } from "./deliveries-show.ts";
import { parseTimeOrAge } from "./durations.ts";
import { parseCount } from "./option-values.ts";
import { commandName, note, plain, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

const states = {
  pending: DeliveryState.PENDING,
  delivered: DeliveryState.DELIVERED,
  failed: DeliveryState.FAILED,
  skipped: DeliveryState.SKIPPED,
};

const endpointExample = "ep_0123456789abcdef0123456789abcdef";
const deliveryExample = "dlv_0123456789abcdef0123456789abcdef";

/** Adds `deliveries`, which shows what became of events, and sends them again. */
export function addDeliveries(program: Command): void {
  const deliveries = program
    .command("deliveries")
    .description("Show what became of events, and send them again.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} deliveries list --state failed
  ${commandName} deliveries show ${deliveryExample}
  ${commandName} deliveries recover ${endpointExample} --since 2h`,
    );
  addList(deliveries);
  addShow(deliveries);
  addRedeliver(deliveries);
  addRecover(deliveries);
}

interface ListOptions extends ServerOptions {
  endpoint?: string;
  event?: string;
  model?: string;
  state?: keyof typeof states;
  limit: number;
}

function addList(deliveries: Command): void {
  deliveries
    .command("list")
    .description("List deliveries with their attempts, newest first.")
    .option("--endpoint <id>", "only to this endpoint: ep_…")
    .option("--event <id>", "only of this event: evt_…")
    .option("--model <name>", "only of events of this registered model")
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
      modelName: options.model,
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

const headings = [
  ...["CREATED", "STATE", "ATTEMPTS", "LAST", "NEXT", "MODEL"],
  ...["DELIVERY", "EVENT", "ENDPOINT"],
];

function row(delivery: Delivery): string[] {
  const last = delivery.attempts.at(-1);
  return [
    time(delivery.creationTime),
    DeliveryState[delivery.state]?.toLowerCase() ?? "",
    String(delivery.attempts.length),
    last?.status === undefined ? (last?.error ?? "") : `HTTP ${last.status}`,
    time(delivery.nextAttemptTime),
    delivery.modelName,
    delivery.deliveryId,
    delivery.eventId,
    delivery.endpointId,
  ];
}

function addRedeliver(deliveries: Command): void {
  deliveries
    .command("redeliver")
    .description("Send a delivery again, whatever became of it: the same id, the same bytes.")
    .argument("<delivery>", "id of the delivery: dlv_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} deliveries redeliver ${deliveryExample}`)
    .action(async (deliveryId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.redeliver({ deliveryId });
      if (options.json) return printJson(RedeliverResponseSchema, answer);
      print(`${plain(deliveryId)} will be sent`);
      note(`see what becomes of it with: ${commandName} deliveries show ${plain(deliveryId)}`);
    });
}

interface RecoverOptions extends ServerOptions {
  since: Timestamp;
  until?: Timestamp;
  includeMissing?: boolean;
}

function addRecover(deliveries: Command): void {
  deliveries
    .command("recover")
    .description("Send an endpoint again what has failed for good, in the order of the events.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .requiredOption(
      "--since <time>",
      "of events since then: a time, or how long ago, such as 2h",
      parseTimeOrAge,
    )
    .option("--until <time>", "of events before then (default: now)", parseTimeOrAge)
    .option("--include-missing", "also events that it has no delivery of, if its filter takes them")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} deliveries recover ${endpointExample} --since 2h
  ${commandName} deliveries recover ${endpointExample} --since 2026-03-01 --include-missing`,
    )
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RecoverOptions>();
      const { since: sinceTime, until: untilTime, includeMissing = false } = options;
      const answer = await createClients(options).webhooks.recoverEndpoint({
        ...{ endpointId, sinceTime, includeMissing },
        ...(untilTime && { untilTime }),
      });
      if (options.json) return printJson(RecoverEndpointResponseSchema, answer);
      const { recoveredCount: count } = answer;
      print(count === 1 ? "1 delivery will be sent" : `${count} deliveries will be sent`);
    });
}
