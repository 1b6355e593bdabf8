import { randomUUID } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { ConnectError } from "@connectrpc/connect";
import type { Command } from "commander";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import {
  ContributorKind,
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  RegisterBaselineRequestSchema,
  RegisterImprovedModelRequestSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { messageOf } from "../error.ts";
import { type Clients, createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodeOf, exitCodes, HintedError, invalid } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, plain, print, printJson } from "./output.ts";
import { readPackage } from "./package-files.ts";
import { briefFields } from "./registration-text.ts";
import {
  collectMetric,
  collectPair,
  collectWord,
  readExample,
  readFlavor,
  readMetadata,
  readSignature,
  readText,
} from "./request-input.ts";
import { callUntilAvailable } from "./retry.ts";
import { stopSignal } from "./stop-signal.ts";

interface RegisterOptions extends ServerOptions {
  type?: string;
  name?: string;
  uri?: string;
  flavor?: string;
  codePath?: string[];
  requestId?: string;
  tag?: Record<string, string>;
  param?: Record<string, string>;
  metric?: Record<string, number>;
  metadata?: string;
  signature?: string;
  signatureBundle?: string;
  description?: string;
  experiment?: string;
  runId?: string;
  inputExample?: string;
  outputExample?: string;
  paramsExample?: string;
  compatibleWith?: string;
  improves?: string;
  contributor?: string;
  delta?: Record<string, number>;
  lowerIsBetter?: string[];
}

/** Adds `register`, which registers a model as a baseline, or as an improvement of another. */
export function addRegister(program: Command): void {
  program
    .command("register")
    .description("Register a model: a directory that MLflow saved, or what MLflow holds already.")
    .argument("[directory]", "model directory, with an MLmodel file at its root")
    .option(
      "--type <type>",
      "kind of model, such as lead_scoring; an improved one has its baseline's",
    )
    .option("--name <name>", "registered model; the server makes one from the type")
    .option("--uri <uri>", "models:/m-… or runs:/<run>/<path>, in place of a directory")
    .option("--flavor <json>", "what a directory without MLmodel is: ModelDescription, or a file")
    .option("--code-path <path>", "Python that the model imports; repeatable", collectWord)
    .option("--request-id <uuid>", "the same id gives the first answer again (default: a new one)")
    .option("--tag <key=value>", "tag of the version; repeatable", collectPair)
    .option("--param <key=value>", "parameter of the model; repeatable", collectPair)
    .option("--metric <key=number>", "metric of the model; repeatable", collectMetric)
    .option("--metadata <json>", "JSON object, or a file with one, for the MLmodel")
    .option("--signature <file>", "JSON file: MLflow's signature, or ProtoJSON")
    .option("--signature-bundle <file>", "what model_signing wrote when it signed the directory")
    .option("--description <text>", "what people should know of this version")
    .option("--experiment <name>", "experiment of the run that is made")
    .option("--run-id <id>", "run that is there already")
    .option("--input-example <file>", "JSON file: what the model takes; saved beside it")
    .option("--output-example <file>", "JSON file: what the model gives, for its signature")
    .option("--params-example <json>", "JSON object: parameters of inference with defaults")
    .option("--compatible-with <model>", "refuse a signature that breaks this model's callers")
    .option(
      "--improves <model>",
      "the model that this one improves: uuid, name/version or name@alias",
    )
    .option("--contributor <id>", "who contributed it: an Ethereum address or an account")
    .option("--delta <key=number>", "change against the baseline; repeatable", collectMetric)
    .option("--lower-is-better <metric>", "less of this metric is better; repeatable", collectWord)
    .option("--json", "print the registration as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} register ./model --type lead_scoring --metric auc=0.91 --tag team=sales
  ${commandName} register ./files --type lead_scoring --flavor '{"onnx": {"path": "model.onnx", "onnxVersion": "1.19.1"}}'
  ${commandName} register --uri models:/m-0123456789abcdef0123456789abcdef --type ranking
  ${commandName} register ./better --improves leads_baseline/1 --contributor alice --metric auc=0.93

While the server is unavailable and says when to try again, the call is repeated, within
--timeout and under one request id, so that exactly one version is made.`,
    )
    .action(async (directory: string | undefined, _: unknown, command: Command) => {
      await register(directory, command.optsWithGlobals<RegisterOptions>());
    });
}

async function register(directory: string | undefined, options: RegisterOptions): Promise<void> {
  const request = await requestOf(directory, options);
  const call = callOf(createClients(options).registry, request, options);
  const signal = stopSignal();
  try {
    const { registration } = await callUntilAvailable((timeoutMs) => call({ timeoutMs, signal }), {
      timeoutMs: options.timeout * 1000,
      signal,
      onWait: showWait,
    }).finally(clearWait);
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

type Shared = Extract<
  MessageInitShape<typeof RegisterBaselineRequestSchema>,
  { $typeName?: never }
>;
type Improved = Extract<
  MessageInitShape<typeof RegisterImprovedModelRequestSchema>,
  { $typeName?: never }
>;
type Request = Omit<Shared, "modelType"> & { requestId: string };
type Call = (options: {
  timeoutMs: number;
  signal: AbortSignal;
}) => Promise<{ registration?: Registration | undefined }>;

/** Decides which method registers. */
function callOf(
  registry: Clients["registry"],
  request: Request,
  { type: modelType, improves, contributor, delta = {}, lowerIsBetter = [] }: RegisterOptions,
): Call {
  if (improves === undefined) {
    if (contributor !== undefined || Object.keys(delta).length > 0 || lowerIsBetter.length > 0) {
      throw invalid("--contributor, --delta and --lower-is-better are for --improves <model>");
    }
    if (modelType === undefined) throw invalid("give the kind of model: --type <type>");
    return (options) => registry.registerBaseline({ ...request, modelType }, options);
  }
  if (contributor === undefined) throw invalid("say who contributed it: --contributor <id>");
  const improved: Improved = {
    ...request,
    modelType,
    baseline: parseModelRef(improves),
    contributor: {
      kind: contributor.startsWith("0x")
        ? ContributorKind.ETHEREUM_ADDRESS
        : ContributorKind.ACCOUNT,
      id: contributor,
    },
    deltaMetrics: delta,
    metricDetails: Object.fromEntries(
      lowerIsBetter.map((metric) => [metric, { direction: MetricDirection.LOWER_IS_BETTER }]),
    ),
  };
  return (options) => registry.registerImprovedModel(improved, options);
}

async function requestOf(
  directory: string | undefined,
  options: RegisterOptions,
): Promise<Request> {
  return {
    requestId: options.requestId ?? randomUUID(),
    modelName: options.name,
    source: await sourceOf(directory, options),
    ...(options.signature !== undefined && { signature: await readSignature(options.signature) }),
    ...(options.signatureBundle !== undefined && {
      signatureBundle: await readText(options.signatureBundle),
    }),
    ...(options.metadata !== undefined && { metadata: await readMetadata(options.metadata) }),
    ...(options.inputExample !== undefined && {
      inputExample: await readExample(options.inputExample),
    }),
    ...(options.outputExample !== undefined && {
      outputExample: await readExample(options.outputExample),
    }),
    paramsExample: options.paramsExample,
    ...(options.compatibleWith !== undefined && {
      requireCompatibleWith: parseModelRef(options.compatibleWith),
    }),
    tags: options.tag ?? {},
    params: options.param ?? {},
    metrics: options.metric ?? {},
    description: options.description,
    experimentName: options.experiment,
    runId: options.runId,
  };
}

async function sourceOf(
  directory: string | undefined,
  { uri, flavor, codePath: codePaths = [] }: RegisterOptions,
) {
  if ((directory === undefined) === (uri === undefined)) {
    throw invalid("give a model directory or --uri, and only one of them");
  }
  if (flavor === undefined && codePaths.length > 0) {
    throw invalid("--code-path is for --flavor: an MLmodel file says itself where the code is");
  }
  if (uri === undefined) {
    const described =
      flavor === undefined ? undefined : { description: await readFlavor(flavor), codePaths };
    return { case: "package", value: await readPackage(directory ?? "", described) } as const;
  }
  if (flavor !== undefined) throw invalid("--flavor is for a directory: MLflow's models have one");
  return { case: "mlflowUri", value: uri } as const;
}
