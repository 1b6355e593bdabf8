import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { buffer, text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { DescMethod } from "@bufbuild/protobuf";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { ensurePythonClient } from "./python-client.ts";

/** Runs the examples of a language. */
export interface ExampleRunner {
  /** Runs the code of an example as a page shows it, and gives what was answered, as JSON. */
  run(method: DescMethod, code: string): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** Where the examples' server is. */
export interface ExampleServer {
  readonly httpUrl: string;
  readonly grpcAddress: string;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts what runs the examples of each language, by what their code is fenced as. */
export const startRunner: Record<
  "sh" | "python" | "ts",
  (server: ExampleServer, folder: string) => Promise<ExampleRunner>
> = {
  sh: async () => ({ run: runCurl, stop: async () => {} }),
  python: async ({ grpcAddress }) => {
    const python = await ensurePythonClient("python-client", [
      "clients/python/requirements/test.txt",
    ]);
    const executable = await python(["-c", "import sys; print(sys.executable)"]);
    const own = { PYTHONPATH: at("../../clients/python/src"), PYTHONDONTWRITEBYTECODE: "1" };
    const args = [at("run-examples.py"), grpcAddress];
    return speakWith(
      spawn(executable.trim(), args, {
        env: { ...childEnvironment(), ...own },
        stdio: ["pipe", "pipe", "pipe"],
      }),
    );
  },
  ts: async ({ httpUrl }, folder) =>
    speakWith(
      spawn(process.execPath, [at("run-examples.ts"), httpUrl, folder], {
        stdio: ["pipe", "pipe", "pipe"],
      }),
    ),
};

/** Runs a command in a shell, and reads what Connect answered to it. */
async function runCurl(method: DescMethod, code: string): Promise<unknown[]> {
  const child = spawn("sh", ["-c", code], { stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (output.length === 0) throw new Error(`curl printed nothing: ${errors}`);
  const answers =
    method.methodKind === "unary" ? [JSON.parse(output.toString())] : messagesIn(output);
  for (const answer of answers) {
    // What ends a stream says how it ended; a call's own answer says it at its top.
    if (answer.error || answer.code) throw new Error(JSON.stringify(answer));
  }
  return answers;
}

function messagesIn(stream: Buffer): { error?: unknown; code?: unknown }[] {
  const messages = [];
  for (let at = 0; at + 5 <= stream.length; ) {
    const end = at + 5 + stream.readUInt32BE(at + 1);
    messages.push(JSON.parse(stream.subarray(at + 5, end).toString()));
    at = end;
  }
  return messages;
}

/** Sends a program one line of JSON after the other, each answered by one. */
function speakWith(child: ChildProcess): ExampleRunner {
  if (!child.stdin || !child.stdout || !child.stderr) throw new Error("no pipes");
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const errors = text(child.stderr);
  const closed = once(child, "close");
  return {
    async run({ name }, code) {
      stdin.write(`${JSON.stringify({ name, code })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(await errors);
      const { answers, error } = JSON.parse(value);
      if (error !== undefined) throw new Error(`${error}\n${code}`);
      return answers;
    },
    async stop() {
      stdin.end();
      await closed;
    },
  };
}
