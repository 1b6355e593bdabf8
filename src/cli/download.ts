import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Command } from "commander";
import { type DownloadStart, DownloadStartSchema } from "#gen/modelwire/registry/v1/download_pb.js";
import { messageOf } from "../error.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodes, invalid } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";
import { fileCount, type Progress, startProgress } from "./progress.ts";
import { type Received, receivePackage, type StagedFile } from "./receive-package.ts";
import { clearWait, showWait } from "./repeat.ts";
import { collectWord } from "./request-input.ts";
import { stopSignal } from "./stop-signal.ts";

interface DownloadOptions extends ServerOptions {
  path?: string[];
  force?: boolean;
  signatureBundle?: string;
}

/** Adds `download`, which brings the files of a model version. */
export function addDownload(program: Command): void {
  program
    .command("download")
    .description("Download the files of a model version, each checked against its digest.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .argument("<directory>", "where they go; made where it does not exist")
    .option("--path <path>", "only this file of the package; repeatable", collectWord)
    .option("--signature-bundle <file>", "write the signature bundle of the package to this file")
    .option("--force", "replace files in a directory that is not empty")
    .option("--json", "print what was downloaded as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} download lead_scoring_baseline@production ./model
  ${commandName} download lead_scoring_baseline/1 ./model --path MLmodel --path conda.yaml

Nothing is in the directory before all files are there whole. A download that breaks off goes
on by itself once the server is there again; --timeout is how long it may stand still.`,
    )
    .action(async (model: string, directory: string, _: unknown, command: Command) => {
      await download(model, directory, command.optsWithGlobals<DownloadOptions>());
    });
}

async function download(model: string, directory: string, options: DownloadOptions): Promise<void> {
  const ref = parseModelRef(model);
  const { registry } = createClients(options);
  const signal = stopSignal();
  const target = await openTarget(directory, options.force === true);
  let progress: Progress | undefined;
  let waits = false;
  try {
    const stagingDir = await mkdtemp(join(target.root, ".modelwire-download-"));
    try {
      const received = await receivePackage(registry, {
        ref,
        paths: options.path ?? [],
        stagingDir,
        signal,
        stallMs: options.timeout * 1000,
        onReached(bytes, totalBytes) {
          if (waits) clearWait();
          waits = false;
          progress ??= startProgress(totalBytes, options.json === true);
          progress.reached(bytes);
        },
        onWait(error, delayMs) {
          waits = true;
          progress?.hide();
          showWait(error, delayMs);
        },
      });
      if (options.signatureBundle !== undefined) {
        await writeBundle(received.start, options.signatureBundle);
      }
      for (const file of received.files) await place(file, target.root);
      progress?.finish(`downloaded ${fileCount(received.files.length)}`);
      show(received, directory, options.json === true);
    } finally {
      progress?.hide();
      await rm(stagingDir, { recursive: true, force: true });
    }
  } catch (error) {
    // Only where nothing has come into it.
    if (target.made) await rm(target.made, { recursive: true, force: true });
    throw error;
  }
}

interface Target {
  /** Real path of the directory. */
  root: string;
  /** The topmost directory that was made for it; undefined where it was there. */
  made: string | undefined;
}

async function openTarget(directory: string, force: boolean): Promise<Target> {
  const made = await mkdir(directory, { recursive: true }).catch((error) => {
    const taken = error.code === "EEXIST" || error.code === "ENOTDIR";
    throw taken ? invalid(`${directory}: must be a directory`) : error;
  });
  const root = await realpath(directory);
  if (!force && (await readdir(root)).length > 0) {
    throw new CliError(
      `${directory}: is not empty; --force replaces files in it`,
      exitCodes.conflict,
    );
  }
  return { root, made };
}

/** Moves a file to its place, and refuses one that a link in the directory would lead out of it. */
async function place({ path, staged }: StagedFile, root: string): Promise<void> {
  const file = join(root, path);
  const folder = dirname(file);
  const made = await realpath(await existing(folder));
  if (made !== root && !made.startsWith(root + sep)) {
    throw new CliError(`${file}: a link there leaves the directory`, exitCodes.conflict);
  }
  await mkdir(folder, { recursive: true });
  await rename(staged, file);
}

/** Gives the deepest folder of a path that exists. */
async function existing(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await realpath(at).catch(() => undefined);
    if (found !== undefined) return found;
  }
}

async function writeBundle(
  { modelId, signatureBundle }: DownloadStart,
  file: string,
): Promise<void> {
  if (signatureBundle === undefined) {
    const text = `${modelId} was registered without a signature bundle; leave --signature-bundle out`;
    throw new CliError(text, exitCodes.notFound);
  }
  await writeFile(file, signatureBundle).catch((error: unknown) => {
    throw invalid(`${file}: cannot be written: ${messageOf(error)}`);
  });
}

function show({ start, files }: Received, directory: string, json: boolean): void {
  if (json) {
    printJson(DownloadStartSchema, start);
    return;
  }
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  print(
    fields([
      ["model_id", start.modelId],
      ["model_uuid", start.modelUuid],
      ["directory", directory],
      ["files", `${fileCount(files.length)}, ${sizeBytes.toLocaleString("en")} bytes`],
      ["digest", start.packageDigest && `sha256:${start.packageDigest}`],
    ]),
  );
}
