import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FuzzedState } from "./fuzzed-process.ts";
import type { Listener, ListenerKind } from "./listener-kinds.ts";

/** A listener in a process of its own. */
export interface FuzzedListener extends Listener {
  /** Asks it what it holds, and what has failed. @throws Error where the process has ended */
  state(): Promise<FuzzedState>;
}

/** Starts a listener of the test service in a process of its own. */
export async function startFuzzedListener({ name }: ListenerKind): Promise<FuzzedListener> {
  const child = fork(fileURLToPath(new URL("fuzzed-process.ts", import.meta.url)), [name]);
  const ended = once(child, "exit");
  const told = async () => {
    const message = once(child, "message").then(([told]) => told as unknown);
    const end = ended.then(() => Promise.reject(new Error(`the process of ${name} ended`)));
    return await Promise.race([message, end]);
  };
  return {
    address: (await told()) as string,
    async state() {
      const answer = told();
      child.send("state");
      return (await answer) as FuzzedState;
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
