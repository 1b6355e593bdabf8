import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { type Upload, UploadSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import { digestFiles, type LocalFile } from "../../clients/typescript/src/package-files.ts";
import { sendPackage } from "../../clients/typescript/src/upload.ts";
import { type Clients, createClients, type ServerOptions } from "./client.ts";
import { exitCodeOf, exitCodes, HintedError, invalid } from "./error.ts";
import { commandName, fields, print, printJson, time } from "./output.ts";
import { listPackage } from "./package-files.ts";
import { fileCount, startProgress } from "./progress.ts";
import { clearWait, repeatCommand, showWait } from "./repeat.ts";
import { collectWord } from "./request-input.ts";
import { stopSignal } from "./stop-signal.ts";

interface UploadCommandOptions extends ServerOptions {
  uploadId?: string;
  name?: string;
  experiment?: string;
  runId?: string;
  mlmodel: boolean;
  codePath?: string[];
}

/** Adds `upload`, which uploads a package of any size for a registration that follows. */
export function addUpload(program: Command): void {
  program
    .command("upload")
    .description("Upload a model directory of any size, to register it afterwards.")
    .argument("<directory>", "model directory, with an MLmodel file at its root")
    .option("--upload-id <uuid>", "goes on with an upload (default: a new one)")
    .option("--name <name>", "name of the logged model in MLflow")
    .option("--experiment <name>", "experiment of the run that is made")
    .option("--run-id <id>", "run that is there already")
    .option(
      "--no-mlmodel",
      "for a directory without an MLmodel file, which --flavor describes then",
    )
    .option("--code-path <path>", "Python that such a model imports; repeatable", collectWord)
    .option("--json", "print the upload as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} upload ./model

An upload that breaks off goes on by itself once the server is there again, and later with
--upload-id. --timeout is how long it may stand still.`,
    )
    .action(async (directory: string, _: unknown, command: Command) => {
      await upload(directory, command.optsWithGlobals<UploadCommandOptions>());
    });
}

async function upload(directory: string, options: UploadCommandOptions): Promise<void> {
  const uploadId = options.uploadId ?? randomUUID();
  const { mlmodel, codePath: codePaths = [] } = options;
  if (mlmodel && codePaths.length > 0) {
    throw invalid("--code-path is for --no-mlmodel: an MLmodel file says itself where the code is");
  }
  const files = await listPackage(directory, mlmodel ? undefined : codePaths);
  const { registry } = createClients(options);
  const signal = stopSignal();
  try {
    const done = await uploadFiles(registry, files, { ...options, uploadId, signal });
    if (options.json) return printJson(UploadSchema, done);
    print(fields(uploadFields(done)));
    print(
      `\nnext: ${commandName} register --upload-id ${done.uploadId} --type <type>${mlmodel ? "" : " --flavor <json>"}`,
    );
  } catch (error) {
    const code = exitCodeOf(error);
    const open = code === exitCodes.failed || code === exitCodes.unavailable;
    if (!open) throw error;
    throw new HintedError(error, `to go on with it:\n  ${repeatCommand("--upload-id", uploadId)}`);
  }
}

/** What {@link uploadFiles} needs to know. */
export interface UploadOptions {
  uploadId: string;
  /** Name of the logged model. */
  name?: string | undefined;
  experiment?: string | undefined;
  runId?: string | undefined;
  /** Seconds that it may stand still. */
  timeout: number;
  /** Whether to show nothing. */
  json?: boolean | undefined;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * Uploads files, and shows on standard error how far it is. Where there is such an upload, it is
 * gone on with.
 *
 * @throws ConnectError as the server says, CliError where a file changes meanwhile
 */
export async function uploadFiles(
  registry: Clients["registry"],
  files: readonly LocalFile[],
  { uploadId, name, experiment, runId, signal, timeout, json }: UploadOptions,
): Promise<Upload> {
  const digested = await digestFiles(files);
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const progress = startProgress(totalBytes, json === true);
  let waits = false;
  try {
    const start = { uploadId, name, experimentName: experiment, runId };
    const done = await sendPackage(registry, start, digested, {
      signal,
      stallMs: timeout * 1000,
      onReached(bytes) {
        if (waits) clearWait();
        waits = false;
        progress.reached(bytes);
      },
      onWait(error, delayMs) {
        waits = true;
        progress.hide();
        showWait(error, delayMs);
      },
    });
    progress.finish(`uploaded ${fileCount(files.length)}`);
    return done;
  } catch (error) {
    progress.hide();
    throw error;
  }
}

function uploadFields({ uploadId, modelUuid, runId, files, expireTime }: Upload) {
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  return [
    ["upload_id", uploadId],
    ["model_uuid", modelUuid],
    ["run", runId],
    ["files", `${fileCount(files.length)}, ${sizeBytes.toLocaleString("en")} bytes`],
    ["expires", time(expireTime)],
  ] as const;
}
