import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { attack, attacks, goodCall } from "../support/fuzz.ts";
import { startFuzzedListener } from "../support/fuzzed-listener.ts";
import { listenerKinds } from "../support/listener-kinds.ts";

const minutes = Number(process.env.MODELWIRE_FUZZ_MINUTES ?? 10);
const AT_ONCE = 20;
const moreBytes = 50_000_000;

vi.setConfig({ testTimeout: (minutes + 2) * 60_000 });

describe.each(listenerKinds)("$name", (kind) => {
  test("survives ten minutes of anything, many at once, and holds on to none of it", async () => {
    const listener = await startFuzzedListener(kind);
    try {
      await goodCall(kind, listener);
      const before = await listener.state();
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(attacks, { minLength: 1, maxLength: AT_ONCE }), async (some) => {
          await Promise.all(some.map((one) => attack(listener.address, one)));
          await goodCall(kind, listener);
          // So that what the test service notes of calls is let go of.
          if (++runs % 100 === 0) await listener.state();
        }),
        { numRuns: 1_000_000, interruptAfterTimeLimit: minutes * 60_000, endOnFailure: true },
      );
      await vi.waitFor(
        async () => {
          const { heldBytes, failures } = await listener.state();
          expect(failures).toEqual([]);
          expect(heldBytes - before.heldBytes).toBeLessThan(moreBytes);
        },
        { timeout: 30_000, interval: 1000 },
      );
    } finally {
      await listener.close(0);
    }
  });
});
