import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Clears away what was left before, so that it is not done while the next is measured. */
export async function clearGarbage(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    collect();
    // What a collection finds, is given back by and by after it.
    await sleep(100);
  }
}
