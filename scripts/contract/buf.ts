import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fromBinary } from "@bufbuild/protobuf";
import { type FileDescriptorSet, FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";

/** Is what `buf lint` and `buf breaking` print about one place, with `--error-format json`. */
export interface BufFinding {
  /** Unset where the file is gone. */
  path?: string;
  /** Counts from 1. */
  start_line: number;
  /** Name of the rule, or `COMPILE`. */
  type: string;
  message: string;
}

const exitFindings = 100;

/**
 * Runs the pinned buf in a folder and gives what it found, nothing where all is well.
 * Throws with buf's own words where buf could not do it at all.
 */
export async function buf(root: string, args: string[]): Promise<BufFinding[]> {
  const bin = join(root, "node_modules", ".bin");
  // buf looks for protoc-gen-es on the PATH, and protoc-gen-es for node.
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(join(bin, "buf"), args, {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code === 0) return [];
  if (code !== exitFindings) {
    throw new Error(`buf ${args[0]} failed: ${(stderr || stdout).trim()}`);
  }
  // `buf build` prints what it found where others print their own errors.
  return (stdout || stderr)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as BufFinding);
}

/**
 * Builds the image of our own module (`proto/`, with what it imports and with source info,
 * which holds the comments) into a file. Gives what does not compile; then there is no file.
 */
export async function buildImage(root: string, path: string): Promise<BufFinding[]> {
  const findings = await buf(root, ["build", "proto", "-o", path, "--error-format", "json"]);
  if (findings.length > 0) await rm(path, { force: true });
  return findings;
}

/** Reads an image. buf's own additions to it stay unknown fields. */
export async function readImage(path: string): Promise<FileDescriptorSet> {
  return fromBinary(FileDescriptorSetSchema, await readFile(path));
}
