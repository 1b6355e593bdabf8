import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A Python process that registers models with MLflow's own client. */
export interface PythonSide {
  /** Registers the data files of a directory; resolves with the milliseconds it took. */
  register(directory: string, name: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the Python side and waits until it has registered nothing yet, but imported MLflow. */
export function startPythonSide(python: string, trackingUri: string, cwd: string): PythonSide {
  const script = fileURLToPath(new URL("python_side.py", import.meta.url));
  const child = spawn(python, [script], {
    cwd,
    env: {
      ...process.env,
      MLFLOW_TRACKING_URI: trackingUri,
      MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT: "true",
      PYTHONWARNINGS: "ignore",
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async register(directory, name) {
      child.stdin.write(`${JSON.stringify({ directory, name })}\n`);
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error("the Python side ended");
        // MLflow prints a line of its own at times.
        if (value.startsWith("{")) return (JSON.parse(value) as { totalMs: number }).totalMs;
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end();
      await once(child, "close");
    },
  };
}
