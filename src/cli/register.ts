import { randomUUID } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { ConnectError } from "@connectrpc/connect";
import type { Command } from "commander";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegisterBaselineRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { messageOf } from "../error.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodeOf, exitCodes, HintedError, invalid } from "./error.ts";
import { commandName, fields, plain, print, printJson } from "./output.ts";
import { readPackage } from "./package-files.ts";
import { briefFields } from "./registration-text.ts";
import { collectMetric, collectPair, readMetadata, readSignature } from "./request-input.ts";
import { callUntilAvailable } from "./retry.ts";
import { stopSignal } from "./stop-signal.ts";

interface RegisterOptions extends ServerOptions {
  type: string;
  name?: string;
  uri?: string;
  requestId?: string;
  tag?: Record<string, string>;
  param?: Record<string, string>;
  metric?: Record<string, number>;
  metadata?: string;
  signature?: string;
  description?: string;
  experiment?: string;
  runId?: string;
}

/** Adds `register`, which registers a model as a baseline. */
export function addRegister(program: Command): void {
  program
    .command("register")
    .description("Register a model: a directory that MLflow saved, or what MLflow holds already.")
    .argument("[directory]", "model directory, with an MLmodel file at its root")
    .requiredOption("--type <type>", "kind of model, such as lead_scoring")
    .option("--name <name>", "registered model; the server makes one from the type")
    .option("--uri <uri>", "models:/m-… or runs:/<run>/<path>, in place of a directory")
    .option("--request-id <uuid>", "the same id gives the first answer again (default: a new one)")
    .option("--tag <key=value>", "tag of the version; repeatable", collectPair)
    .option("--param <key=value>", "parameter of the model; repeatable", collectPair)
    .option("--metric <key=number>", "metric of the model; repeatable", collectMetric)
    .option("--metadata <json>", "JSON object, or a file with one, for the MLmodel")
    .option("--signature <file>", "JSON file: MLflow's signature, or ProtoJSON")
    .option("--description <text>", "what people should know of this version")
    .option("--experiment <name>", "experiment of the run that is made")
    .option("--run-id <id>", "run that is there already")
    .option("--json", "print the registration as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} register ./model --type lead_scoring --metric auc=0.91 --tag team=sales
  ${commandName} register --uri models:/m-0123456789abcdef0123456789abcdef --type ranking

While the server is unavailable and says when to try again, the call is repeated, within
--timeout and under one request id, so that exactly one version is made.`,
    )
    .action(async (directory: string | undefined, _: unknown, command: Command) => {
      await register(directory, command.optsWithGlobals<RegisterOptions>());
    });
}

async function register(directory: string | undefined, options: RegisterOptions): Promise<void> {
  const request = await requestOf(directory, options);
  const { registry } = createClients(options);
  const signal = stopSignal();
  try {
    const { registration } = await callUntilAvailable(
      (timeoutMs) => registry.registerBaseline(request, { timeoutMs, signal }),
      { timeoutMs: options.timeout * 1000, signal, onWait: showWait },
    ).finally(clearWait);
    if (!registration) throw new CliError("the server answered nothing", exitCodes.failed);
    if (options.json) return printJson(RegistrationSchema, registration);
    print(fields(briefFields(registration)));
    print(`\nnext: ${commandName} get ${registration.modelInfo?.modelUuid}`);
  } catch (error) {
    // What was refused stays refused; anything else may have happened or not.
    const code = exitCodeOf(error);
    const open = code === exitCodes.failed || code === exitCodes.unavailable;
    throw open ? new HintedError(error, repeatHint(request.requestId)) : error;
  }
}

/** Says how to repeat this very command without making a second version. */
function repeatHint(requestId: string): string {
  const given = process.argv.slice(2);
  const hasId = given.some((word) => /^--request-id(=|$)/.test(word));
  const words = hasId ? given : [...given, "--request-id", requestId];
  const quoted = words.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return `to repeat it without making a second version:\n  ${commandName} ${quoted.map(plain).join(" ")}`;
}

/** Shows on a terminal that and why it waits; each line takes the place of the one before. */
function showWait(error: unknown, delayMs: number): void {
  if (!process.stderr.isTTY) return;
  const reason = error instanceof ConnectError ? error.rawMessage : messageOf(error);
  const seconds = Math.ceil(delayMs / 1000);
  process.stderr.write(`\r\x1b[K${plain(reason)}; trying again in ${seconds} s`);
}

/** Clears what {@link showWait} showed. */
function clearWait(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}

type Request = MessageInitShape<typeof RegisterBaselineRequestSchema> & { requestId: string };

async function requestOf(
  directory: string | undefined,
  options: RegisterOptions,
): Promise<Request> {
  return {
    requestId: options.requestId ?? randomUUID(),
    modelType: options.type,
    modelName: options.name,
    source: await sourceOf(directory, options.uri),
    ...(options.signature !== undefined && { signature: await readSignature(options.signature) }),
    ...(options.metadata !== undefined && { metadata: await readMetadata(options.metadata) }),
    tags: options.tag ?? {},
    params: options.param ?? {},
    metrics: options.metric ?? {},
    description: options.description,
    experimentName: options.experiment,
    runId: options.runId,
  };
}

async function sourceOf(directory: string | undefined, uri: string | undefined) {
  if ((directory === undefined) === (uri === undefined)) {
    throw invalid("give a model directory or --uri, and only one of them");
  }
  return uri === undefined
    ? ({ case: "package", value: await readPackage(directory ?? "") } as const)
    : ({ case: "mlflowUri", value: uri } as const);
}
