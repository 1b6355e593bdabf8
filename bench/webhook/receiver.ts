import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What arrived at the receiver. */
export interface Arrivals {
  /** When each webhook-id arrived first, in milliseconds since 1970. */
  times: Map<string, number>;
  /** How many requests came, those that came twice among them. */
  count: number;
}

/** The receiver of the benchmark. */
export interface BenchReceiver {
  url: string;
  /** Waits until so many ids have arrived, gives them and begins anew. */
  waitFor(count: number): Promise<Arrivals>;
  stop(): Promise<void>;
}

/** Starts the receiver's process. */
export async function startBenchReceiver(): Promise<BenchReceiver> {
  const child = fork(fileURLToPath(new URL("receiver-process.ts", import.meta.url)), {
    serialization: "advanced",
  });
  const [url] = (await once(child, "message")) as [string];
  return {
    url,
    async waitFor(count) {
      child.send(count);
      const [told] = (await once(child, "message")) as [
        { arrivals: [string, number][]; count: number },
      ];
      return { times: new Map(told.arrivals), count: told.count };
    },
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
