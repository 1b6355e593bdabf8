import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A receiver of webhooks that takes its time. */
export interface SlowReceiver {
  url: string;
  /** Waits until so many requests have come since the last time that somebody waited. */
  waitFor(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a receiver that answers 204 after a time. */
export async function startSlowReceiver(answersAfterMs: number): Promise<SlowReceiver> {
  let count = 0;
  let onRequest = () => {};
  const server = createServer((request, response) => {
    request.resume().once("end", async () => {
      count++;
      onRequest();
      await sleep(answersAfterMs);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async waitFor(wanted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      onRequest = () => count >= wanted && resolve();
      onRequest();
      await promise;
      count -= wanted;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
