import { setFlagsFromString } from "node:v8";

/** The first that is known to know the flag: that of Node.js 24. */
const OLDEST_V8 = 13;

/**
 * Has V8 count buffers, which are outside of its heap, towards the size at which it collects both.
 * By itself it collects everything whenever buffers have grown by 64 MiB, which a transfer's do ten
 * times a second: more than half of what one costs.
 */
export function collectBuffersWithHeap(): void {
  // One that does not know the flag says so on standard error.
  if (Number.parseInt(process.versions.v8, 10) < OLDEST_V8) return;
  setFlagsFromString(COLLECT_WITH_HEAP);
}

/** The flag of V8. */
export const COLLECT_WITH_HEAP = "--external-memory-accounted-in-global-limit";
