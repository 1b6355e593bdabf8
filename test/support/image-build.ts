import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, cp, link, lstat, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { readDockerContext } from "./docker-context.ts";
import {
  buildContext,
  environmentOf,
  type Instruction,
  instructionsOf,
  readDockerfile,
  type Stage,
} from "./dockerfile.ts";

/** Folders that the base images have. */
const BASE_FOLDERS = ["tmp", "root", "usr/local/bin", "var/lib"];

/** An image that was built without an engine: its file system is a folder. */
export interface BuiltImage {
  /** What is `/` to it. */
  root: string;
  /** ENTRYPOINT and CMD together. */
  command: string[];
  /** What HEALTHCHECK runs. */
  healthCheck: string[];
  /** What ENV sets, paths within the folder. */
  environment: Record<string, string>;
  /** What USER names. */
  uid: number;
  gid: number;
  /** The file systems of the stages, by their names. */
  stages: ReadonlyMap<string, string>;
}

/**
 * Carries out a Dockerfile in a folder: each stage has a folder of its own for its file system, and
 * every absolute path in it is one in that folder. Base images are this machine's Node and shell.
 */
export async function buildImage(name: string, folder: string): Promise<BuiltImage> {
  const [stages, sent] = await Promise.all([readDockerfile(name), readDockerContext()]);
  const roots = new Map<string, string>();
  let root = "";
  for (const [i, stage] of stages.entries()) {
    root = join(folder, stage.name ?? `stage-${i}`);
    if (stage.name !== undefined) roots.set(stage.name, root);
    for (const path of BASE_FOLDERS) await mkdir(join(root, path), { recursive: true });
    await provideNode(join(root, "usr/local/bin/node"));
    await runStage(stage, root, roots, sent);
  }
  return describeImage(stages.at(-1), root, roots);
}

function describeImage(
  stage: Stage | undefined,
  root: string,
  stages: ReadonlyMap<string, string>,
): BuiltImage {
  const words = (keyword: string) => instructionsOf(stage, keyword).at(-1)?.words ?? [];
  const check = instructionsOf(stage, "HEALTHCHECK").at(-1)?.text ?? "";
  const [uid, gid] = (instructionsOf(stage, "USER").at(-1)?.text ?? "").split(":").map(Number);
  const environment = Object.entries(environmentOf(stage)).map(([key, value]) => [
    key,
    value.startsWith("/") ? join(root, value) : value,
  ]);
  return {
    root,
    command: [...words("ENTRYPOINT"), ...words("CMD")],
    healthCheck: JSON.parse(/CMD\s+(\[.*\])/.exec(check)?.[1] ?? "[]"),
    environment: Object.fromEntries(environment),
    uid: uid ?? 0,
    gid: gid ?? 0,
    stages,
  };
}

async function provideNode(path: string): Promise<void> {
  await link(process.execPath, path).catch(() => copyFile(process.execPath, path));
}

async function runStage(
  stage: Stage,
  root: string,
  roots: ReadonlyMap<string, string>,
  sent: (path: string) => boolean,
): Promise<void> {
  let workdir = "/";
  for (const instruction of stage.instructions) {
    switch (instruction.keyword) {
      case "WORKDIR":
        workdir = posix.resolve(workdir, instruction.text);
        await mkdir(join(root, workdir), { recursive: true });
        break;
      case "COPY":
        await copy(instruction, join(root, workdir), root, roots, sent);
        break;
      case "RUN":
        await runShell(instruction.text, join(root, workdir), root);
        break;
      case "ENV":
      case "USER":
      case "VOLUME":
      case "EXPOSE":
      case "HEALTHCHECK":
      case "ENTRYPOINT":
      case "CMD":
        break;
      default:
        throw new Error(`no test knows what ${instruction.keyword} does`);
    }
  }
}

async function copy(
  { words, flags }: Instruction,
  workdir: string,
  root: string,
  roots: ReadonlyMap<string, string>,
  sent: (path: string) => boolean,
): Promise<void> {
  const to = words.at(-1) ?? "";
  const target = to.startsWith("/") ? join(root, to) : join(workdir, to);
  const from = flags.from === undefined ? buildContext : roots.get(flags.from);
  if (from === undefined) throw new Error(`there is no stage ${flags.from}`);
  const isSent = (path: string) => {
    if (flags.from !== undefined) return true;
    return sent(relative(buildContext, path));
  };
  for (const word of words.slice(0, -1)) {
    const source = join(from, word);
    // Of a folder, Docker copies what is in it.
    if ((await stat(source)).isDirectory()) await copyFolder(source, target, isSent);
    else await cp(source, to.endsWith("/") ? join(target, posix.basename(word)) : target);
  }
}

async function copyFolder(
  from: string,
  to: string,
  isSent: (path: string) => boolean,
): Promise<void> {
  for (const entry of await readdir(from)) {
    const source = join(from, entry);
    if ((await lstat(source)).isDirectory()) await copyFolder(source, join(to, entry), isSent);
    else if (isSent(source)) {
      await mkdir(to, { recursive: true });
      await cp(source, join(to, entry), { verbatimSymlinks: true });
    }
  }
}

async function runShell(text: string, cwd: string, root: string): Promise<void> {
  let here = text.replaceAll(/(^|[\s=])\/(?=[\w])/g, `$1${root}/`);
  // Only root can give files away.
  if (process.getuid?.() !== 0) here = here.replaceAll(/ -[og] \d+/g, "");
  // What npm that runs the tests tells its children must not configure this one, apart from where
  // packages come from.
  const foreign = /^npm_(?!config_(registry|cafile|cache)$)|^NODE_(ENV|OPTIONS)$/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const path = [join(root, "usr/local/bin"), dirname(process.execPath), process.env.PATH].join(":");
  const env = { ...Object.fromEntries(own), PATH: path, npm_config_update_notifier: "false" };
  const child = spawn("sh", ["-ec", here], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`RUN ${text}\nended with ${code}:\n${said.slice(-4000)}`);
}
