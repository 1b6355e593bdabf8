import type { Command } from "commander";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { type Delivery, DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { GetDeliveryResponseSchema } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { attemptText } from "./attempt-text.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { commandName, fields, print, printJson, time } from "./output.ts";

/** Adds `deliveries show`. */
export function addShow(deliveries: Command): void {
  deliveries
    .command("show")
    .description("Show a delivery with every attempt and what was answered.")
    .argument("<delivery>", "id of the delivery: dlv_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `\nExample:\n  ${commandName} deliveries show dlv_0123456789abcdef0123456789abcdef`,
    )
    .action(async (deliveryId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).webhooks.getDelivery({ deliveryId });
      if (options.json) printJson(GetDeliveryResponseSchema, answer);
      else if (answer.delivery) print(deliveryText(answer.delivery));
    });
}

function deliveryText(delivery: Delivery): string {
  const state = DeliveryState[delivery.state]?.toLowerCase() ?? "";
  const { skippedReason } = delivery;
  const type = EventType[delivery.eventType]?.toLowerCase() ?? "";
  return fields([
    ["delivery", delivery.deliveryId],
    ["state", skippedReason ? `${state}: ${skippedReason}` : state],
    ["model", delivery.modelName],
    ["event", `${delivery.eventId}, ${type}, sequence ${delivery.sequence}`],
    ["endpoint", delivery.endpointId],
    ["created", time(delivery.creationTime)],
    ["next attempt", time(delivery.nextAttemptTime)],
    ["completed", time(delivery.completionTime)],
    ...delivery.attempts.flatMap((attempt) => [
      [`attempt ${attempt.number}`, attemptText(attempt)] as const,
      ["", attempt.responseExcerpt] as const,
    ]),
  ]);
}
