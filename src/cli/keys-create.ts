import { randomUUID } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { type Timestamp, timestampMs } from "@bufbuild/protobuf/wkt";
import { type Command, Option } from "commander";
import {
  type CreateApiKeyResponse,
  CreateApiKeyResponseSchema,
} from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { maskedUrl } from "../config/masked.ts";
import { messageOf } from "../error.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { parseTimeToCome } from "./durations.ts";
import { invalid } from "./error.ts";
import { collectPrefix, keyText, noteKey, scopes } from "./key-text.ts";
import { commandName, note, print, printJson } from "./output.ts";

interface CreateOptions extends ServerOptions {
  scope: string;
  prefix?: string[];
  expires?: Timestamp;
  local?: boolean;
}

/** Adds `keys create`. */
export function addCreate(keys: Command): void {
  keys
    .command("create")
    .description("Create an API key, and print the key itself, once.")
    .argument("<name>", "what people are to call it")
    .addOption(
      new Option("--scope <scope>", "what its caller may do")
        .choices(Object.keys(scopes))
        .makeOptionMandatory(),
    )
    .option(
      "--prefix <beginning>",
      "only register and change models whose names begin so; may be repeated",
      collectPrefix,
    )
    .option("--expires <time>", "from when on it is refused, such as 90d", parseTimeToCome)
    .option("--local", "write it into the database itself, as for the first one")
    .option("--json", "print the API key and the key itself as ProtoJSON")
    .addHelpText(
      "after",
      `
With --local no server is called: the settings of the server say which database it is
(DATABASE_URL, MODELWIRE_DATA_DIR).

Examples:
  ${commandName} keys create first --scope admin --local
  ${commandName} keys create nightly --scope register --prefix leads_ --expires 90d`,
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const answer = await (options.local ? createLocally : createThere)(name, options);
      if (options.json) return printJson(CreateApiKeyResponseSchema, answer);
      print(keyText(answer.apiKey, answer.key));
      noteKey();
    });
}

function createThere(displayName: string, options: CreateOptions): Promise<CreateApiKeyResponse> {
  const { scope, prefix: modelPrefixes = [], expires: expiryTime } = options;
  return createClients(options).access.createApiKey({
    requestId: randomUUID(),
    displayName,
    scope: scopes[scope] ?? Scope.UNSPECIFIED,
    modelPrefixes,
    ...(expiryTime && { expiryTime }),
  });
}

async function createLocally(
  displayName: string,
  { scope, prefix: modelPrefixes = [], expires }: CreateOptions,
): Promise<CreateApiKeyResponse> {
  // Imported here, so that the commands that only call a server start fast.
  const [{ readConfig }, { ConfigError }, { openStore }, { createApiKey }, { apiKeyMessage }] =
    await Promise.all([
      import("../config/config.ts"),
      import("../config/read-values.ts"),
      import("../store/store.ts"),
      import("../identity/create-api-key.ts"),
      import("../rpc/api-key-message.ts"),
    ]);
  try {
    const { databaseUrl } = readConfig(process.env);
    const store = await openStore(databaseUrl).catch((error) => {
      throw new Error(`DATABASE_URL: the database cannot be opened: ${messageOf(error)}`, {
        cause: error,
      });
    });
    try {
      const { row, key } = await createApiKey(store.db, {
        requestId: undefined,
        displayName,
        scope: scopes[scope] ?? Scope.UNSPECIFIED,
        modelPrefixes,
        expiresAt: expires && timestampMs(expires),
        createdBy: undefined,
      });
      note(`written into ${databaseName(databaseUrl)}\n`);
      return create(CreateApiKeyResponseSchema, { apiKey: apiKeyMessage(row), key });
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof ConfigError ? invalid(error.message) : error;
  }
}

/** Names a database without what opens it. */
function databaseName(url: string): string {
  if (url.startsWith("sqlite:")) return url.slice("sqlite:".length);
  return maskedUrl(url);
}
