import type { Command } from "commander";
import {
  GetApiKeyResponseSchema,
  RevokeApiKeyResponseSchema,
} from "#gen/modelwire/access/v1/access_service_pb.js";
import { ApiKeySchema } from "#gen/modelwire/access/v1/api_key_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { confirm, requireTerminal } from "./confirm.ts";
import { CliError, exitCodes } from "./error.ts";
import { keyState, keyText, scopeText } from "./key-text.ts";
import { addRotate, addUpdate } from "./keys-change.ts";
import { addCreate } from "./keys-create.ts";
import { commandName, print, printJson, table, time } from "./output.ts";
import { readPages } from "./pages.ts";

const example = "key_0123456789abcdef";

/** Adds `keys`, which says who may call, and what. */
export function addKeys(program: Command): void {
  const keys = program
    .command("keys")
    .description("Say who may call, and what: manage API keys.")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} keys create first --scope admin --local
  ${commandName} keys create nightly --scope register --prefix leads_ --expires 90d
  ${commandName} keys list
  ${commandName} keys rotate ${example} --overlap 2h`,
    );
  addCreate(keys);
  addList(keys);
  addShow(keys);
  addUpdate(keys);
  addRotate(keys);
  addRevoke(keys);
}

function addList(keys: Command): void {
  keys
    .command("list")
    .description("List the API keys, oldest first.")
    .option("--json", "print an API key a line as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} keys list`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const { access } = createClients(options);
      const { items } = await readPages(Number.POSITIVE_INFINITY, async (pageToken) => {
        const page = await access.listApiKeys({ pageSize: 1000, pageToken });
        return { items: page.apiKeys, nextPageToken: page.nextPageToken };
      });
      if (options.json) {
        for (const apiKey of items) printJson(ApiKeySchema, apiKey);
      } else if (items.length === 0) {
        print(`no API keys; create one with: ${commandName} keys create <name> --scope <scope>`);
      } else {
        const headings = ["ID", "CREATED", "STATE", "SCOPE", "MODELS", "LAST USED", "NAME"];
        const rows = items.map((one) => [
          one.apiKeyId,
          time(one.creationTime),
          keyState(one),
          scopeText(one.scope),
          one.modelPrefixes.map((prefix) => `${prefix}…`).join(" "),
          time(one.lastUseTime),
          one.displayName,
        ]);
        print(table(headings, rows));
      }
    });
}

function addShow(keys: Command): void {
  keys
    .command("show")
    .description("Show an API key; the key itself is known to nobody but its holders.")
    .argument("<id>", "id of the API key: key_…")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} keys show ${example}`)
    .action(async (apiKeyId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await createClients(options).access.getApiKey({ apiKeyId });
      if (options.json) printJson(GetApiKeyResponseSchema, answer);
      else print(keyText(answer.apiKey));
    });
}

interface RevokeOptions extends ServerOptions {
  yes?: boolean;
}

function addRevoke(keys: Command): void {
  keys
    .command("revoke")
    .description("Refuse an API key for good, from now on.")
    .argument("<id>", "id of the API key: key_…")
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText("after", `\nExample:\n  ${commandName} keys revoke ${example} --yes`)
    .action(async (apiKeyId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RevokeOptions>();
      if (!options.yes) requireTerminal();
      const { access } = createClients(options);
      if (!options.yes) {
        const { apiKey } = await access.getApiKey({ apiKeyId });
        const confirmed = await confirm(
          `Revoke ${apiKeyId} (${apiKey?.displayName})? Whoever calls with it is refused, for good.`,
        );
        if (!confirmed) throw new CliError("nothing was revoked", exitCodes.failed);
      }
      const answer = await access.revokeApiKey({ apiKeyId });
      if (options.json) printJson(RevokeApiKeyResponseSchema, answer);
      else print(keyText(answer.apiKey));
    });
}
