import type { Duration, Timestamp } from "@bufbuild/protobuf/wkt";
import { type Command, Option } from "commander";
import {
  RotateApiKeyResponseSchema,
  UpdateApiKeyResponseSchema,
} from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { parseDuration, parseTimeToCome } from "./durations.ts";
import { invalid } from "./error.ts";
import { collectPrefix, keyText, noteKey, scopes } from "./key-text.ts";
import { commandName, print, printJson } from "./output.ts";

const example = "key_0123456789abcdef";

interface UpdateOptions extends ServerOptions {
  name?: string;
  scope?: string;
  prefix?: string[];
  allModels?: boolean;
  expires?: Timestamp;
  neverExpires?: boolean;
}

/** Adds `keys update`. */
export function addUpdate(keys: Command): void {
  keys
    .command("update")
    .description("Change an API key; what is not given stays as it is.")
    .argument("<id>", "id of the API key: key_…")
    .option("--name <name>", "what people are to call it")
    .addOption(new Option("--scope <scope>", "what its caller may do").choices(Object.keys(scopes)))
    .option(
      "--prefix <beginning>",
      "only register and change models whose names begin so, in place of those before; may be repeated",
      collectPrefix,
    )
    .option("--all-models", "register and change every model")
    .option("--expires <time>", "from when on it is refused, such as 90d", parseTimeToCome)
    .option("--never-expires", "never refuse it for its age")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} keys update ${example} --expires 90d
  ${commandName} keys update ${example} --scope admin --all-models`,
    )
    .action(async (apiKeyId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<UpdateOptions>();
      const { name, scope, prefix, allModels, expires, neverExpires } = options;
      if (prefix && allModels) throw invalid("--prefix and --all-models: give one of them");
      const prefixes = allModels ? [] : prefix;
      const answer = await createClients(options).access.updateApiKey({
        apiKeyId,
        ...(name !== undefined && { displayName: name }),
        scope: scopes[scope ?? ""] ?? Scope.UNSPECIFIED,
        ...(prefixes && { modelPrefixes: { prefixes } }),
        ...(expires && { expiryTime: expires }),
        neverExpires: neverExpires ?? false,
      });
      if (options.json) printJson(UpdateApiKeyResponseSchema, answer);
      else print(keyText(answer.apiKey));
    });
}

interface RotateOptions extends ServerOptions {
  overlap?: Duration;
}

/** Adds `keys rotate`. */
export function addRotate(keys: Command): void {
  keys
    .command("rotate")
    .description("Give an API key another key. For a while the one before is taken too.")
    .argument("<id>", "id of the API key: key_…")
    .option(
      "--overlap <span>",
      "how long, such as 2h; 0 for not at all (default: 24h)",
      parseDuration,
    )
    .option("--json", "print the API key and the key itself as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} keys rotate ${example}
  ${commandName} keys rotate ${example} --overlap 0`,
    )
    .action(async (apiKeyId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RotateOptions>();
      const { overlap } = options;
      const request = { apiKeyId, ...(overlap && { overlap }) };
      const answer = await createClients(options).access.rotateApiKey(request);
      if (options.json) return printJson(RotateApiKeyResponseSchema, answer);
      print(keyText(answer.apiKey, answer.key));
      noteKey();
    });
}
