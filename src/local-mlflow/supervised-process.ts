import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";

const supervisor = createRequire(import.meta.url).resolve("#mlflow/supervise.py");

/** Describes a command to run under the supervisor. */
export interface SupervisedCommand {
  /** Any Python 3.9 or later; it runs the supervisor, not the command. */
  readonly python: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** A file descriptor that gets standard output and error; without it `output` has both. */
  readonly outputFd?: number;
}

/** Tells how a process ended: a code, or the signal that killed it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Controls a command that cannot outlive this process. */
export interface SupervisedProcess {
  /** The process id of the supervisor, which is also the id of the whole process group. */
  readonly pid: number;
  /** The command's output; null where `outputFd` takes it. */
  readonly output: Readable | null;
  /** Resolves when the command and all that it started are gone. */
  readonly exited: Promise<Exit>;
  /** Ends the group, SIGTERM first and SIGKILL after 10 s, and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a command under `mlflow/supervise.py`, in a process group of its own that ends when
 * `stop` is called and when this process dies, also by SIGKILL. POSIX only.
 *
 * Rejects when Python cannot be started.
 */
export async function startSupervised(command: SupervisedCommand): Promise<SupervisedProcess> {
  const child = spawn(command.python, ["-I", supervisor, command.command, ...command.args], {
    cwd: command.cwd,
    env: command.env,
    // A session of its own: Ctrl-C in a terminal is for us, and we decide when the group ends.
    detached: true,
    // The supervisor sends standard error where standard output goes.
    stdio: ["pipe", command.outputFd ?? "pipe", "inherit"],
  });
  await once(child, "spawn");
  const pid = child.pid;
  if (pid === undefined) {
    throw new Error(`${command.python} has no process id after its start`);
  }
  const exited = exitOf(child, pid);
  return {
    pid,
    output: child.stdout,
    exited,
    async stop() {
      child.stdin?.destroy();
      await exited;
    },
  };
}

async function exitOf(child: ChildProcess, pid: number): Promise<Exit> {
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  killGroup(pid);
  return { code, signal };
}

/** Ends what is left when the supervisor itself was killed; there is nothing otherwise. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // macOS says EPERM where only zombies are left.
    if (code !== "ESRCH" && code !== "EPERM") {
      throw error;
    }
  }
}
