import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { COLLECT_WITH_HEAP } from "../src/cli/buffer-collection.ts";

const run = async (...args: string[]) => (await promisify(execFile)(process.execPath, args)).stdout;

/** Counts how often everything is collected while 2 GiB pass through the process in buffers. */
async function collections(before: string): Promise<number> {
  const script = `
    import { constants, PerformanceObserver } from "node:perf_hooks";
    import { setImmediate } from "node:timers/promises";
    import { collectBuffersWithHeap } from "./src/cli/buffer-collection.ts";
    ${before}
    let count = 0;
    const isOfAll = ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
    const observer = new PerformanceObserver((list) => {
      count += list.getEntries().filter(isOfAll).length;
    });
    observer.observe({ entryTypes: ["gc"] });
    for (let i = 0; i < 2048; i++) {
      Buffer.alloc(1024 ** 2);
      await setImmediate();
    }
    console.log(count);`;
  return Number(await run("--input-type=module", "--eval", script));
}

test("V8 knows the flag", async () => {
  expect(await run("--v8-options")).toContain(COLLECT_WITH_HEAP);
});

test("buffers that come and go have less than half as often everything collected", async () => {
  const usual = await collections("");
  expect(usual).toBeGreaterThan(10);
  expect(await collections("collectBuffersWithHeap();")).toBeLessThan(usual / 2);
});
