import type { Command } from "commander";
import { Agent, request } from "undici";
import { z } from "zod";
import { withoutPassword } from "../config/masked.ts";
import { messageOf } from "../error.ts";
import type { ServerOptions } from "./client.ts";
import { CliError, exitCodes } from "./error.ts";
import { commandName, type Field, fields, print } from "./output.ts";
import { readTlsOptions } from "./tls-options.ts";

/** What `/readyz` answers, as far as it is shown. */
const readiness = z.object({
  ready: z.boolean(),
  reasons: z.array(z.string()),
  checks: z
    .array(z.object({ name: z.string(), ok: z.boolean(), reason: z.string().optional() }))
    .default([]),
});

type Readiness = z.output<typeof readiness>;

/** Adds `health`, which asks a server whether it is ready, as a container's health check does. */
export function addHealth(program: Command): void {
  program
    .command("health")
    .description(
      `Ask the server whether it is ready, and why not. Ends with ${exitCodes.unavailable} where it is not.`,
    )
    .option("--json", "print what the server answers")
    .addHelpText("after", `\nExample:\n  ${commandName} health --timeout 5`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const answer = await ask(options);
      if (options.json) print(JSON.stringify(answer));
      else print(fields(healthFields(answer)));
      if (!answer.ready) {
        throw new CliError(`not ready: ${answer.reasons.join("; ")}`, exitCodes.unavailable);
      }
    });
}

async function ask(options: ServerOptions): Promise<Readiness> {
  const { url, timeout } = options;
  const shownUrl = withoutPassword(url);
  const dispatcher = new Agent({ connect: readTlsOptions(options) });
  let answer: unknown;
  try {
    const response = await request(`${url}/readyz`, {
      signal: AbortSignal.timeout(timeout * 1000),
      dispatcher,
    });
    answer = await response.body.json();
  } catch (error) {
    const why = messageOf(error instanceof Error && error.cause ? error.cause : error);
    throw new CliError(`no Modelwire answers at ${shownUrl}: ${why}`, exitCodes.unavailable);
  } finally {
    await dispatcher.destroy();
  }
  const { data } = readiness.safeParse(answer);
  if (!data) throw new CliError(`${shownUrl} does not answer as Modelwire does`, exitCodes.failed);
  return data;
}

function healthFields({ ready, checks }: Readiness): Field[] {
  return [
    ["ready", ready ? "yes" : "no"],
    ...checks.map(({ name, ok, reason }): Field => [name, ok ? "ok" : (reason ?? "not ok")]),
  ];
}
