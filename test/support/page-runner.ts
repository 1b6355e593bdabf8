import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where what a page shows is run. */
export interface PageSurroundings {
  /** What is where on this machine, by what the pages say. */
  places: Record<string, string>;
  /** Environment of commands of the shell. */
  environment: Record<string, string>;
  /** A Python with MLflow and what the client needs, and its environment beside the shell's. */
  python: { path: string; environment: Record<string, string> };
  /** A project that has installed the TypeScript client. */
  project: string;
}

/** A command that runs. */
export interface RunningCommand {
  child: ChildProcess;
  stdout: string;
  stderr: string;
  /** Settles with the exit code. */
  ended: Promise<number | null>;
}

/** Says what is where on this machine in place of what a page says. */
export function onThisMachine(text: string, { places }: PageSurroundings): string {
  return Object.entries(places).reduce((said, [shown, real]) => said.replaceAll(shown, real), text);
}

/** Starts a command of a page in the root of the repository. */
export function startCommand(command: string, surroundings: PageSurroundings): RunningCommand {
  const here = onThisMachine(command, surroundings);
  // So that a signal reaches the command itself.
  const alone = /^(\w+=\S+ )*(\.\/modelwire|python|curl|uvicorn) [^;|]*$/.test(here);
  const text = alone ? `exec ${here.replace(/^((?:\w+=\S+ )+)/, "env $1")}` : here;
  return start("sh", ["-c", text], root, surroundings.environment);
}

/** Runs a block of TypeScript as a program of its own, and gives what it printed. */
export async function runTypescript(text: string, surroundings: PageSurroundings): Promise<string> {
  const file = join(surroundings.project, "page.ts");
  await writeFile(file, onThisMachine(text, surroundings));
  const { project, environment } = surroundings;
  const running = start(process.execPath, [file], project, environment);
  if ((await running.ended) !== 0) throw new Error(running.stderr);
  return running.stdout;
}

function start(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
): RunningCommand {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const running = {
    child,
    stdout: "",
    stderr: "",
    ended: once(child, "close").then(([code]) => code as number | null),
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    running.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    running.stderr += text;
  });
  return running;
}

/** A Python that runs the blocks of a page one after the other. */
export interface PythonSession {
  /** Runs a block, and gives what it printed. */
  run(text: string): Promise<string>;
  end(): Promise<void>;
}

/** Starts a Python for the blocks of a page. */
export function startPythonSession(surroundings: PageSurroundings): PythonSession {
  const { path, environment } = surroundings.python;
  const child = spawn(path, [join(root, "test/support/page-session.py")], {
    cwd: root,
    env: { ...surroundings.environment, ...environment },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const closed = once(child, "close");
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(text) {
      child.stdin.write(`${JSON.stringify(onThisMachine(text, surroundings))}\n`);
      const { value } = await answers.next();
      const { output, error } = JSON.parse(value ?? '{"error": "Python ended"}');
      if (error) throw new Error(error);
      return output;
    },
    async end() {
      child.stdin.end();
      await closed;
    },
  };
}
