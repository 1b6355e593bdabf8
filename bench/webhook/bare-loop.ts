import { setTimeout as sleep } from "node:timers/promises";
import { Agent, request } from "undici";
import type { BenchReceiver } from "./receiver.ts";

/** Posts the same bytes with undici alone, so many at once; gives how many a second arrived. */
export async function runBareLoop(
  receiver: BenchReceiver,
  body: Uint8Array,
  count: number,
  atOnce: number,
): Promise<number> {
  const agent = new Agent();
  const began = performance.timeOrigin + performance.now();
  let next = 0;
  const post = async () => {
    while (next < count) {
      const answer = await request(receiver.url, {
        method: "POST",
        dispatcher: agent,
        headers: { "content-type": "application/json", "webhook-id": `bare_${next++}` },
        body,
      });
      await answer.body.dump();
    }
  };
  const arrived = receiver.waitFor(count);
  await Promise.all(Array.from({ length: atOnce }, post));
  const { times } = await arrived;
  await agent.close();
  await sleep(100);
  return (count * 1000) / (Math.max(...times.values()) - began);
}
