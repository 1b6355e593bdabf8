import { createRequire } from "node:module";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { addAlias } from "./alias.ts";
import { addBackup } from "./backup.ts";
import { defaultUrl } from "./client.ts";
import { addConfig } from "./config.ts";
import { addContributions } from "./contributions.ts";
import { addDelete } from "./delete.ts";
import { addDeliveries } from "./deliveries.ts";
import { addDescribe } from "./describe.ts";
import { addDownload } from "./download.ts";
import { addEndpoints } from "./endpoints.ts";
import { exitCodeOf, exitCodes, renderError } from "./error.ts";
import { addEvents } from "./events.ts";
import { addGet } from "./get.ts";
import { addHealth } from "./health.ts";
import { addKeys } from "./keys.ts";
import { addLineage } from "./lineage.ts";
import { addList } from "./list.ts";
import { addListen } from "./listen.ts";
import { commandName, note } from "./output.ts";
import { addRegister } from "./register.ts";
import { addServe } from "./serve-command.ts";
import { addSignature } from "./signature.ts";
import { addStatus } from "./status.ts";
import { addTag } from "./tag.ts";
import { addUpload } from "./upload.ts";
import { withoutSecrets } from "./usage-error.ts";
import { addWhoami } from "./whoami.ts";

const { version } = createRequire(import.meta.url)("#package.json") as { version: string };

/**
 * Runs the command with the arguments after its name, and gives its exit code. Everything that
 * it throws is told on standard error.
 */
export async function run(argv: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure of ours.
    if (error.code !== "EPIPE") process.exit(exitCodes.failed);
  });
  try {
    await createProgram().parseAsync(argv, { from: "user" });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has told it already; 0 is help or the version.
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.invalid;
    }
    note(renderError(error));
    return exitCodeOf(error);
  }
}

/** Creates the program with all its commands. */
export function createProgram(): Command {
  const program = new Command("modelwire")
    .description("Register models in MLflow, look them up, change them, and receive their events.")
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .addOption(
      new Option("--url <url>", "where the server is")
        .env("MODELWIRE_URL")
        .default(defaultUrl)
        .argParser(parseUrl),
    )
    .addOption(
      new Option(
        "--ca-file <file>",
        "PEM file with the authorities to trust, for https (default: those that Node trusts)",
      ).env("MODELWIRE_CA_FILE"),
    )
    .addOption(
      new Option(
        "--client-certificate <file>",
        "PEM file with the certificate to show to a server that asks for one",
      ).env("MODELWIRE_CLIENT_CERTIFICATE_FILE"),
    )
    .addOption(
      new Option("--client-key <file>", "PEM file with the key of that certificate").env(
        "MODELWIRE_CLIENT_KEY_FILE",
      ),
    )
    .addOption(
      new Option("--timeout <seconds>", "how long to wait for an answer")
        .default(60)
        .argParser(parseTimeout),
    )
    .option(
      "--api-key-file <path>",
      "file with the API key (default: MODELWIRE_API_KEY has it, or MODELWIRE_API_KEY_FILE names it)",
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(withoutSecrets(text)) })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", help);
  addServe(program);
  addConfig(program);
  addBackup(program);
  addRegister(program);
  addUpload(program);
  addGet(program);
  addList(program);
  addLineage(program);
  addContributions(program);
  addDownload(program);
  addAlias(program);
  addTag(program);
  addDescribe(program);
  addDelete(program);
  addSignature(program);
  addEndpoints(program);
  addDeliveries(program);
  addEvents(program);
  addListen(program);
  addStatus(program);
  addKeys(program);
  addWhoami(program);
  addHealth(program);
  return program;
}

const help = `
Examples:
  ${commandName} serve --local-mlflow
  ${commandName} register ./model --type lead_scoring
  ${commandName} get lead_scoring_baseline/1
  ${commandName} list --alias production
  ${commandName} lineage lead_scoring_improved@production
  ${commandName} alias set lead_scoring_baseline production 1
  ${commandName} listen

Exit codes:
  ${exitCodes.ok}  done
  ${exitCodes.failed}  failed
  ${exitCodes.invalid}  wrong usage or an invalid request
  ${exitCodes.notFound}  not found
  ${exitCodes.conflict}  conflicts with what is there
  ${exitCodes.unavailable}  unavailable or out of time: try again

Colour is left out where NO_COLOR is set.`;

function parseUrl(text: string): string {
  // An empty variable is how shells and compose files say "not set".
  if (text === "") return defaultUrl;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new InvalidArgumentError(`It must be a URL such as ${defaultUrl}.`);
  }
  return text.replace(/\/+$/, "");
}

function parseTimeout(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new InvalidArgumentError("It must be a number of seconds, up to 86400.");
  }
  return seconds;
}
