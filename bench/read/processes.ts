import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LoadJob, LoadResult } from "./load-process.ts";

/** The client of the benchmark. */
export interface LoadProcess {
  run(job: LoadJob): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the client's process. */
export function startLoadProcess(): LoadProcess {
  const child = forkHere("load-process.ts");
  return {
    run: (job) => ask<LoadResult>(child, job),
    stop: () => stop(child),
  };
}

/** A server that answers every call with the same bytes. */
export interface BareServer {
  /** `host:port`. */
  address: string;
  stop(): Promise<void>;
}

/** Starts the bare server's process; `answer` is in base64. */
export async function startBareServer(answer: string): Promise<BareServer> {
  const child = forkHere("bare-process.ts");
  return { address: await ask<string>(child, answer), stop: () => stop(child) };
}

function forkHere(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)));
}

async function ask<T>(child: ChildProcess, question: object | string): Promise<T> {
  child.send(question);
  const ended = new AbortController();
  const [answer] = await Promise.race([
    once(child, "message", { signal: ended.signal }),
    once(child, "exit", { signal: ended.signal }).then(() => {
      throw new Error("a process of the benchmark ended; its message is above");
    }),
  ]).finally(() => ended.abort());
  return answer as T;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
