import type { Duration } from "@bufbuild/protobuf/wkt";
import type { Command } from "commander";
import { RotateEndpointSecretResponseSchema } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { parseDuration } from "./durations.ts";
import { endpointText } from "./endpoint-text.ts";
import { commandName, note, print, printJson } from "./output.ts";

const example = "ep_0123456789abcdef0123456789abcdef";

interface RotateOptions extends ServerOptions {
  secret?: string;
  overlap?: Duration;
}

/** Adds `endpoints rotate`. */
export function addRotate(endpoints: Command): void {
  endpoints
    .command("rotate")
    .description("Give an endpoint another secret. For a while the earlier ones sign too.")
    .argument("<endpoint>", "id of the endpoint: ep_…")
    .option(
      "--overlap <span>",
      "how long, such as 2h; 0 for not at all (default: 24h)",
      parseDuration,
    )
    .option(
      "--secret <secret>",
      "secret to sign with: whsec_…, or any text for the site's formats (default: the server makes one)",
    )
    .option("--json", "print the endpoint and its secret as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} endpoints rotate ${example}
  ${commandName} endpoints rotate ${example} --overlap 7d`,
    )
    .action(async (endpointId: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RotateOptions>();
      const { secret, overlap } = options;
      const request = { endpointId, secret, ...(overlap && { overlap }) };
      const answer = await createClients(options).webhooks.rotateEndpointSecret(request);
      if (options.json) return printJson(RotateEndpointSecretResponseSchema, answer);
      print(endpointText(answer.endpoint, answer.secret));
      note("\nkeep the secret: it is not shown again, and receivers verify with it");
    });
}
