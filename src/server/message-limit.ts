import { Code, ConnectError } from "@connectrpc/connect";
import type { Compression } from "@connectrpc/connect/protocol";
import { messageTooLarge } from "./call-errors.ts";

/** Length of what precedes each message of a stream: a byte of flags and the size. */
const prefixBytes = 5;

/**
 * Passes a request body on until a message of it is over the limit, then throws
 * RESOURCE_EXHAUSTED. Connect's own limit says so too, but without error details.
 *
 * @param enveloped whether each message has a prefix with its size, as in streams and gRPC-Web;
 *   otherwise the body is one message.
 */
export async function* limitMessages(
  body: AsyncIterable<Uint8Array>,
  enveloped: boolean,
  maxMessageBytes: number,
): AsyncGenerator<Uint8Array> {
  const check = enveloped ? envelopeCheck(maxMessageBytes) : sizeCheck(maxMessageBytes);
  for await (const chunk of body) {
    check(chunk);
    yield chunk;
  }
}

/** Gives a compression the limit: what unpacks to more is RESOURCE_EXHAUSTED, with details. */
export function limitDecompression(compression: Compression, maxMessageBytes: number): Compression {
  return {
    ...compression,
    async decompress(bytes) {
      try {
        return await compression.decompress(bytes, maxMessageBytes);
      } catch (error) {
        const tooLarge = ConnectError.from(error).code === Code.ResourceExhausted;
        throw tooLarge ? messageTooLarge(maxMessageBytes) : error;
      }
    },
  };
}

function sizeCheck(maxMessageBytes: number): (chunk: Uint8Array) => void {
  let sizeBytes = 0;
  return (chunk) => {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxMessageBytes) throw messageTooLarge(maxMessageBytes);
  };
}

function envelopeCheck(maxMessageBytes: number): (chunk: Uint8Array) => void {
  const prefix = new Uint8Array(prefixBytes);
  const size = new DataView(prefix.buffer);
  let filledBytes = 0;
  let messageBytesLeft = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.byteLength) {
      const skipped = Math.min(messageBytesLeft, chunk.byteLength - at);
      messageBytesLeft -= skipped;
      at += skipped;
      const part = chunk.subarray(at, at + prefixBytes - filledBytes);
      prefix.set(part, filledBytes);
      filledBytes += part.byteLength;
      at += part.byteLength;
      if (filledBytes < prefixBytes) continue;
      messageBytesLeft = size.getUint32(1);
      if (messageBytesLeft > maxMessageBytes) throw messageTooLarge(maxMessageBytes);
      filledBytes = 0;
    }
  };
}
