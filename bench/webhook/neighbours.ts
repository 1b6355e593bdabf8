import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Endpoints that get all events beside the one that is measured. */
export interface Neighbours {
  /** They hang, fail, reset, throttle and never end their answers. */
  bad: string[];
  /** As many that do none of it. */
  good: string[];
  stop(): Promise<void>;
}

/** Starts their process. */
export async function startNeighbours(): Promise<Neighbours> {
  const child = fork(fileURLToPath(new URL("neighbours-process.ts", import.meta.url)));
  const [urls] = (await once(child, "message")) as [Pick<Neighbours, "bad" | "good">];
  return {
    ...urls,
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
