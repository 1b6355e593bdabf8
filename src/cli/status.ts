import type { Command } from "commander";
import {
  type GetIndexStatusResponse,
  GetIndexStatusResponseSchema,
  IndexState,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import { timeWithAge } from "./age.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { numberText } from "./improvement-text.ts";
import { commandName, type Field, fields, print, printJson } from "./output.ts";

/** Adds `status`, which shows how far Modelwire knows what MLflow has. */
export function addStatus(program: Command): void {
  program
    .command("status")
    .description("Show how far Modelwire's index knows what MLflow has.")
    .option("--json", "print the status as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} status`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const status = await createClients(options).registry.getIndexStatus({});
      if (options.json) printJson(GetIndexStatusResponseSchema, status);
      else print(fields(statusFields(status, Date.now())));
    });
}

/** Lists what people want to know of the index. */
export function statusFields(status: GetIndexStatusResponse, nowMs: number): Field[] {
  return [
    ["state", stateText(status.state)],
    ["models", numberText(status.modelCount, 10)],
    ["versions", numberText(status.versionCount, 10)],
    ["unread", numberText(status.unreadVersionCount, 10)],
    ["as of", timeWithAge(status.asOf, nowMs)],
    ["last error", status.lastError],
  ];
}

function stateText(state: IndexState): string {
  switch (state) {
    case IndexState.BUILDING:
      return "first look at MLflow under way";
    case IndexState.COMPLETE:
      return "complete";
    case IndexState.UNSPECIFIED:
      return "not said";
  }
}
