import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Answer } from "./receiver.ts";
import { selfSigned } from "./self-signed.ts";

const CHUNK = Buffer.alloc(16_384, "x");

/** Answers with a body of so many bytes, as fast as it is taken. */
export const bodyOf =
  (sizeBytes: number, onWritten: (bytes: number) => void = () => {}): Answer =>
  (response) => {
    let left = sizeBytes;
    const more = () => {
      while (!response.destroyed && left > 0) {
        left -= CHUNK.byteLength;
        onWritten(CHUNK.byteLength);
        if (!response.write(CHUNK)) return;
      }
      if (!response.destroyed) response.end();
    };
    response.on("drain", more);
    more();
  };

/** Answers never. */
export const hang: Answer = () => {};

/** Resets the connection instead of an answer. */
export const reset: Answer = (response) => void response.socket?.resetAndDestroy();

/** Starts a receiver with a certificate that nobody trusts. */
export async function startUntrusted(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(selfSigned, (_, response) => void response.end());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
