import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { serverEnvironment } from "./server-environment.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** `modelwire serve` in a process of its own, as it is run. */
export interface ServeProcess {
  /** Base URL for Connect. */
  readonly httpUrl: string;
  /** `host:port` for gRPC. */
  readonly grpcAddress: string;
  readonly child: ChildProcess;
  /** Settles with the exit code and the signal that ended it. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
  /** What it wrote to standard error. */
  readonly log: () => string;
}

/** Runs `modelwire serve` until it says where it serves. */
export async function startServe(settings: Record<string, string>): Promise<ServeProcess> {
  const child = spawn(process.execPath, [main, "serve"], {
    env: serverEnvironment(settings),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit") as ServeProcess["ended"];
  let told = "";
  const served = new Promise<void>((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (text) => {
      told += text;
      if (/Connect, gRPC-Web, JSON http:\S+$/m.test(told)) resolve();
    });
  });
  await Promise.race([served, ended]);
  const httpUrl = /Connect, gRPC-Web, JSON (http:\S+)$/m.exec(told)?.[1];
  const grpcAddress = /^ +gRPC +(\S+)$/m.exec(told)?.[1];
  if (!httpUrl || !grpcAddress) throw new Error(`the server did not start: ${told}`);
  return { httpUrl, grpcAddress, child, ended, log: () => told };
}
