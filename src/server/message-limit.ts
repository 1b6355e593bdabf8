import { Code, ConnectError } from "@connectrpc/connect";
import type { Compression } from "@connectrpc/connect/protocol";
import type { ByteAccount } from "./byte-budget.ts";
import { malformedMessage, messageIncomplete, messageTooLarge } from "./call-errors.ts";

/** Length of what precedes each message of a stream: a byte of flags and the size. */
const prefixBytes = 5;

/** What a request body is limited by. */
export interface BodyLimits {
  /**
   * Whether each message has a prefix with its size, as in streams and gRPC-Web; otherwise the body
   * is one message.
   */
  enveloped: boolean;
  maxMessageBytes: number;
  /** Counts what is held of the body. */
  account?: Pick<ByteAccount, "receive" | "release">;
  /** Whether a message is done with when more is asked for; otherwise it stays until the end. */
  releases?: boolean;
}

/**
 * Passes a request body on until a message of it is over the limit, then throws
 * RESOURCE_EXHAUSTED; where it ends within a message, INVALID_ARGUMENT. Connect says so too by
 * itself, but without error details.
 */
export async function* limitMessages(
  body: AsyncIterable<Uint8Array>,
  { enveloped, maxMessageBytes, account, releases = false }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const check = enveloped ? envelopeCheck(maxMessageBytes) : sizeCheck(maxMessageBytes);
  let openBytes = 0;
  for await (const chunk of body) {
    account?.receive(chunk.byteLength);
    const before = openBytes + chunk.byteLength;
    openBytes = check(chunk);
    yield chunk;
    if (releases) account?.release(before - openBytes);
  }
  if (openBytes > 0) throw messageIncomplete();
}

/**
 * Gives a compression the limit: what unpacks to more is RESOURCE_EXHAUSTED, and what it did not
 * pack is INVALID_ARGUMENT, both with details.
 * @param onUnpacked told how large a message was that was unpacked
 */
export function limitDecompression(
  compression: Compression,
  maxMessageBytes: number,
  onUnpacked: (bytes: number) => void = () => {},
): Compression {
  return {
    ...compression,
    async decompress(bytes) {
      try {
        const unpacked = await compression.decompress(bytes, maxMessageBytes);
        onUnpacked(unpacked.byteLength);
        return unpacked;
      } catch (error) {
        const tooLarge = ConnectError.from(error).code === Code.ResourceExhausted;
        if (tooLarge) throw messageTooLarge(maxMessageBytes);
        throw malformedMessage(`it is not compressed with ${compression.name}`);
      }
    },
  };
}

/** Takes the next bytes of a body, and tells how many there are of a message that is not whole. */
type Check = (chunk: Uint8Array) => number;

function sizeCheck(maxMessageBytes: number): Check {
  let sizeBytes = 0;
  return (chunk) => {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxMessageBytes) throw messageTooLarge(maxMessageBytes);
    return 0;
  };
}

function envelopeCheck(maxMessageBytes: number): Check {
  const prefix = new Uint8Array(prefixBytes);
  const size = new DataView(prefix.buffer);
  let filledBytes = 0;
  let messageBytes = 0;
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
      messageBytes = size.getUint32(1);
      messageBytesLeft = messageBytes;
      if (messageBytes > maxMessageBytes) throw messageTooLarge(maxMessageBytes);
      filledBytes = 0;
    }
    const came = messageBytesLeft > 0 ? prefixBytes + messageBytes - messageBytesLeft : 0;
    return came + filledBytes;
  };
}
