import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { isInstalled, type Language, pluginFolder } from "./languages.ts";
import { rustGenerator } from "./plugins.ts";
import { writePackages } from "./python-packages.ts";
import { run } from "./run.ts";

/**
 * Generates the code of one language, with its plugins, which are installed before where they are
 * not there yet.
 *
 * @param target in place of the root, for what is generated: its folders there are made anew
 */
export async function generate(root: string, language: Language, target: string): Promise<void> {
  await installPlugins(root, language);
  // Beside the target first: what fails leaves the code that was there.
  const made = await mkdtemp(join(target, ".generated-"));
  try {
    await make(root, language, made);
    for (const folder of language.folders) {
      await rm(join(target, folder), { recursive: true, force: true });
      await mkdir(dirname(join(target, folder)), { recursive: true });
      await rename(join(made, folder), join(target, folder));
    }
  } finally {
    await rm(made, { recursive: true });
  }
}

function make(root: string, language: Language, target: string): Promise<void> {
  if (language.name === "python") return generatePython(root, language, target);
  if (language.name === "rust") return generateRust(root, language, target);
  return generateByBuf(root, language, target);
}

async function installPlugins(root: string, language: Language): Promise<void> {
  if (!language.install || isInstalled(root, language)) return;
  console.log(`installing what generates ${language.name} (once)`);
  const folder = pluginFolder(root, language);
  await mkdir(dirname(folder), { recursive: true });
  // A virtual environment cannot be moved; the others are there only when they are whole.
  if (language.name === "python") {
    await language.install(root, folder).catch(async (error) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    return;
  }
  const unfinished = await mkdtemp(`${folder}.`);
  try {
    await language.install(root, unfinished);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function generateByBuf(root: string, language: Language, target: string): Promise<void> {
  const bin = join(root, "node_modules", ".bin");
  const path = [pluginFolder(root, language), bin, process.env.PATH ?? ""].join(delimiter);
  const template = join("clients", language.name, "buf.gen.yaml");
  const args = ["generate", "--template", template, "-o", target];
  await run(join(bin, "buf"), args, { cwd: root, env: { ...process.env, PATH: path } });
}

/** By a program of its own, which is given what buf makes of the protos. */
async function generateRust(root: string, language: Language, target: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "modelwire-descriptors-"));
  try {
    const descriptors = join(scratch, "contract.binpb");
    const build = ["build", "proto", "--as-file-descriptor-set", "-o", descriptors];
    await run(join(root, "node_modules", ".bin", "buf"), build, { cwd: root });
    const program = join(pluginFolder(root, language), rustGenerator);
    for (const folder of language.folders) await run(program, [descriptors, join(target, folder)]);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Not by buf: protoc has the plugin for gRPC built in, which buf cannot call. */
async function generatePython(root: string, language: Language, target: string): Promise<void> {
  const python = join(pluginFolder(root, language), "bin", "python");
  const protos = (await readdir(join(root, "proto"), { recursive: true }))
    .filter((name) => name.endsWith(".proto"))
    .sort();
  const out = join(target, "clients", "python", "src");
  await mkdir(out, { recursive: true });
  const kinds = ["python_out", "grpc_python_out", "mypy_out", "mypy_grpc_out"];
  const outs = kinds.map((kind) => `--${kind}=${out}`);
  const env = { ...process.env, PATH: [dirname(python), process.env.PATH].join(delimiter) };
  await run(python, ["-m", "grpc_tools.protoc", "-Iproto", ...outs, ...protos], { cwd: root, env });
  await writePackages(root, out, protos);
}
