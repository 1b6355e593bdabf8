import { toJson } from "@bufbuild/protobuf";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { type Command, InvalidArgumentError } from "commander";
import {
  type Event,
  EventOrigin,
  EventSchema,
  type EventType,
} from "#gen/modelwire/event/v1/event_pb.js";
import { watchEvents } from "../../clients/typescript/src/watch.ts";
import { withoutPassword } from "../config/masked.ts";
import { subjectOf } from "../event/standard-body.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { eventType, eventTypes, printEvent } from "./event-line.ts";
import { eventDetail } from "./event-text.ts";
import { parseTime } from "./list-options.ts";
import { parseCount } from "./option-values.ts";
import { commandName, fields, note, print, printJson, time } from "./output.ts";
import { stopSignal } from "./stop-signal.ts";
import { toldOnTerminal } from "./watch-text.ts";

interface ReadOptions extends ServerOptions {
  model?: string;
  type?: EventType[];
  filter?: string;
  since?: Timestamp;
  cursor?: string;
  limit: number;
}

/** Adds `events`, which reads the log of events. */
export function addEvents(program: Command): void {
  const events = program
    .command("events")
    .description("Read the log of events, and watch it.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} events tail
  ${commandName} events list --model lead_scoring_baseline --since 2026-03-01
  ${commandName} events show evt_0123456789abcdef0123456789abcdef`,
    );
  addListEvents(events);
  addTail(events);
  addShow(events);
}

function addReadOptions(command: Command): Command {
  const types = Object.keys(eventTypes).join(", ");
  return command
    .option("--model <name>", "only of this registered model")
    .option("--type <type>", `only of this type, repeatable: ${types}`, collectType)
    .option("--filter <expression>", "only those for which this CEL expression is true")
    .option("--since <time>", "from those on that were committed then (UTC)", parseTime)
    .option("--cursor <cursor>", "from those on that come after this place");
}

function addListEvents(events: Command): void {
  addReadOptions(events.command("list"))
    .description("List events, oldest first.")
    .option("--limit <n>", "how many to list at the most", parseCount, 100)
    .option("--json", "print an event a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} events list --since 2026-03-01 --type alias.changed --type stage.changed
  ${commandName} events list --filter 'event.sequence == 1u' --json`,
    )
    .action(async (_: unknown, command: Command) => {
      await list(command.optsWithGlobals<ReadOptions>());
    });
}

async function list(options: ReadOptions): Promise<void> {
  const { events } = createClients(options);
  const { filter, ...start } = requestOf(options);
  let next: Omit<ReturnType<typeof requestOf>, "filter"> = start;
  for (let left = options.limit; ; ) {
    const pageSize = Math.min(left, 1000);
    const page = await events.listEvents({ ...next, filter, pageSize });
    for (const event of page.events) printEvent(event, options.json);
    left -= page.events.length;
    if (page.atEnd) return;
    if (left <= 0) return note(`there are more: --cursor ${page.nextCursor}`);
    next = { cursor: page.nextCursor };
  }
}

function addTail(events: Command): void {
  addReadOptions(events.command("tail"))
    .description("Show events as they are committed, until Ctrl-C.")
    .option("--limit <n>", "end after so many events", parseCount, Number.POSITIVE_INFINITY)
    .option("--json", "print an event a line as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} events tail --model lead_scoring_baseline
  ${commandName} events tail --since 2026-03-01 --json

It goes on by itself where the server is away for a while, and leaves nothing out.`,
    )
    .action(async (_: unknown, command: Command) => {
      await tail(command.optsWithGlobals<ReadOptions>());
    });
}

async function tail(options: ReadOptions): Promise<void> {
  const clients = createClients(options);
  const onWatching = () =>
    note(`watching events of ${withoutPassword(options.url)}; Ctrl-C ends it`);
  let left = options.limit;
  const watching = { ...toldOnTerminal, signal: stopSignal(), onWatching };
  for await (const { event } of watchEvents(clients, requestOf(options), watching)) {
    printEvent(event, options.json);
    left -= 1;
    if (left <= 0) return;
  }
}

function addShow(events: Command): void {
  events
    .command("show")
    .description("Show an event with all that it tells.")
    .argument("<event>", "id of the event: evt_…")
    .option("--json", "print the event as ProtoJSON on a line")
    .addHelpText(
      "after",
      `\nExample:\n  ${commandName} events show evt_0123456789abcdef0123456789abcdef`,
    )
    .action(async (eventId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const { event } = await createClients(options).events.getEvent({ eventId });
      if (!event) throw new Error("an answer without an event");
      if (options.json) printJson(EventSchema, event);
      else show(event);
    });
}

function show(event: Event): void {
  const { eventId, modelName, sequence, origin } = event;
  print(
    fields([
      ["event", eventId],
      ["type", eventType(event)],
      ["time", time(event.time)],
      ["model", modelName],
      ["sequence", String(sequence)],
      ["origin", EventOrigin[origin]?.toLowerCase()],
      ["about", subjectOf(event)],
      ["change", eventDetail({ ...event, origin: EventOrigin.UNSPECIFIED })],
      ["data", JSON.stringify(toJson(EventSchema, event), null, 2)],
    ]),
  );
}

function requestOf({ model, type = [], filter, since, cursor }: ReadOptions) {
  return {
    ...(cursor !== undefined && { cursor }),
    ...(since !== undefined && { startTime: since }),
    filter: {
      types: type,
      ...(model !== undefined && { modelName: model }),
      ...(filter !== undefined && { expression: filter }),
    },
  };
}

function collectType(name: string, before: EventType[] = []): EventType[] {
  const type = eventTypes[name.replace(/^modelwire\./, "")];
  if (type === undefined) {
    throw new InvalidArgumentError(`It must be one of ${Object.keys(eventTypes).join(", ")}.`);
  }
  return [...before, type];
}
