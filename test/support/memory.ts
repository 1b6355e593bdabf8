import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Tells how much memory is held once what is garbage is collected, in bytes. */
export async function heldBytes(): Promise<number> {
  // What closes does so in turns of the loop; buffers go with the objects that hold them.
  for (let i = 0; i < 5; i++) {
    await new Promise(setImmediate);
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
