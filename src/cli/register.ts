import { randomUUID } from "node:crypto";
import { create, type MessageInitShape } from "@bufbuild/protobuf";
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
import { SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";
import { reasonOf } from "../../clients/typescript/src/errors.ts";
import type { LocalFile } from "../../clients/typescript/src/package-files.ts";
import { callUntilAvailable } from "../../clients/typescript/src/retry.ts";
import { type Clients, createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodeOf, exitCodes, HintedError, invalid } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";
import { type ModelSource, readSource, type SourceOptions } from "./register-source.ts";
import { briefFields } from "./registration-text.ts";
import { clearWait, repeatCommand, showWait } from "./repeat.ts";
import {
  collectMetric,
  collectPair,
  collectWord,
  readExample,
  readMetadata,
  readSignature,
  readSiteBinding,
  readText,
} from "./request-input.ts";
import { stopSignal } from "./stop-signal.ts";
import { type UploadOptions, uploadFiles } from "./upload.ts";

interface RegisterOptions extends ServerOptions, SourceOptions {
  type?: string;
  name?: string;
  requestId?: string;
  tag?: Record<string, string>;
  param?: Record<string, string>;
  metric?: Record<string, number>;
  metadata?: string;
  signature?: string;
  signatureBundle?: string;
  description?: string;
  inputExample?: string;
  outputExample?: string;
  paramsExample?: string;
  compatibleWith?: string;
  improves?: string;
  contributor?: string;
  delta?: Record<string, number>;
  lowerIsBetter?: string[];
  siteToken?: string;
  siteMetric?: string;
  site?: string;
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
    .option("--upload", "upload the directory first; a large one is in any case")
    .option("--upload-id <uuid>", "an upload that is there already, in place of a directory")
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
    .option("--site-token <token>", "tell the site of it, under this token")
    .option("--site-metric <metric>", "the metric that the site is told; with --site-token")
    .option("--site <json>", "what else the site is told: SiteBinding, or a file with one")
    .option("--json", "print the registration as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} register ./model --type lead_scoring --metric auc=0.91 --tag team=sales
  ${commandName} register ./files --type lead_scoring --flavor '{"onnx": {"path": "model.onnx", "onnxVersion": "1.19.1"}}'
  ${commandName} register --uri models:/m-0123456789abcdef0123456789abcdef --type ranking
  ${commandName} register ./better --improves leads_baseline/1 --contributor alice --metric auc=0.93
  ${commandName} register ./model --type lead_scoring --metric auc=0.91 --site-token msg-ai --site-metric auc

While the server is unavailable and says when to try again, the call is repeated, within
--timeout and under one request id, so that exactly one version is made.`,
    )
    .action(async (directory: string | undefined, _: unknown, command: Command) => {
      await register(directory, command.optsWithGlobals<RegisterOptions>());
    });
}

async function register(directory: string | undefined, options: RegisterOptions): Promise<void> {
  const requestId = options.requestId ?? randomUUID();
  const { source, toUpload } = await readSource(directory, requestId, options);
  const request = await requestOf(source, requestId, options);
  const { registry } = createClients(options);
  const call = callOf(registry, request, options);
  const signal = stopSignal();
  try {
    if (toUpload)
      await uploadFirst(registry, toUpload, { ...options, uploadId: requestId, signal });
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
    if (source.case === "package" && reasonOf(error) === "MESSAGE_TOO_LARGE") {
      throw new HintedError(error, "--upload sends the directory in parts");
    }
    // What was refused stays refused; anything else may have happened or not.
    const code = exitCodeOf(error);
    const open = code === exitCodes.failed || code === exitCodes.unavailable;
    if (!open) throw error;
    const again = repeatCommand("--request-id", requestId);
    throw new HintedError(error, `to repeat it without making a second version:\n  ${again}`);
  }
}

async function uploadFirst(
  registry: Clients["registry"],
  files: readonly LocalFile[],
  options: UploadOptions,
): Promise<void> {
  try {
    await uploadFiles(registry, files, options);
  } catch (error) {
    // Registered under this request id before: registering again gives the first answer.
    if (reasonOf(error) !== "UPLOAD_NOT_OPEN") throw error;
  }
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
  source: ModelSource["source"],
  requestId: string,
  options: RegisterOptions,
): Promise<Request> {
  return {
    requestId,
    modelName: options.name,
    source,
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
    ...(await siteOf(options)),
    ...(options.compatibleWith !== undefined && {
      requireCompatibleWith: parseModelRef(options.compatibleWith),
    }),
    tags: options.tag ?? {},
    params: options.param ?? {},
    metrics: options.metric ?? {},
    description: options.description,
    // An upload has a run of its own.
    ...(source.case !== "uploadedPackage" && {
      experimentName: options.experiment,
      runId: options.runId,
    }),
  };
}

/** Reads what the site is told; nothing where it is told nothing. */
async function siteOf({ site, siteToken: tokenSymbol, siteMetric: metricName }: RegisterOptions) {
  if (site === undefined && tokenSymbol === undefined && metricName === undefined) return {};
  const siteBinding = site === undefined ? create(SiteBindingSchema) : await readSiteBinding(site);
  if (tokenSymbol !== undefined) siteBinding.tokenSymbol = tokenSymbol;
  if (metricName !== undefined) siteBinding.metricName = metricName;
  return { siteBinding };
}
