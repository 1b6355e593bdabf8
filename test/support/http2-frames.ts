import type { EventEmitter } from "node:events";
import { connect, type Socket } from "node:net";

/** What a client begins HTTP/2 with: the preface, and settings that change nothing. */
export const preface = Buffer.from(
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0",
  "latin1",
);

/** Types of frames. */
export const frameType = { data: 0, headers: 1, reset: 3, ping: 6, goAway: 7, continuation: 9 };

/** Flags of frames. */
export const frameFlag = { endStream: 1, endHeaders: 4 };

/** Writes an HTTP/2 frame; its length can be another than that of what is in it. */
export function frame(
  type: number,
  flags: number,
  streamId: number,
  payload: Uint8Array = new Uint8Array(),
  length = payload.byteLength,
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(streamId, 5);
  return Buffer.concat([head, payload]);
}

/** Writes headers without compressing them: each a new name and a new value, not to be kept. */
export function headerBlock(headers: Record<string, string>): Buffer {
  const text = (value: string) => {
    const bytes = Buffer.from(value, "latin1");
    return Buffer.concat([integer(bytes.byteLength), bytes]);
  };
  return Buffer.concat(
    Object.entries(headers).flatMap(([name, value]) => [Buffer.of(0), text(name), text(value)]),
  );
}

/** Writes a length as HPACK has it, in 7 bits and as many more as it needs. */
function integer(value: number): Buffer {
  if (value < 127) return Buffer.of(value);
  const bytes = [127];
  let rest = value - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

/** Gives the headers of a gRPC call. */
export function callHeaders(path: string, more: Record<string, string> = {}): Buffer {
  return headerBlock({
    ":method": "POST",
    ":scheme": "http",
    ":path": path,
    ":authority": "127.0.0.1",
    "content-type": "application/grpc",
    te: "trailers",
    ...more,
  });
}

/** A connection whose bytes are a test's own. */
export interface RawConnection {
  socket: Socket;
  /** All that came back. */
  received(): Buffer;
  /** Settles when the server has closed it. */
  closed: Promise<unknown>;
}

/** Waits for the end of a stream or connection, also where an error is the cause. */
export function closeOf(one: EventEmitter): Promise<void> {
  one.on("error", () => {});
  return new Promise((resolve) => one.once("close", () => resolve()));
}

/** Connects to `host:port`. */
export async function connectRaw(address: string): Promise<RawConnection> {
  const [host = "", port] = address.split(":");
  const socket = connect(Number(port), host);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => void chunks.push(chunk));
  socket.on("error", () => {});
  const closed = closeOf(socket);
  await Promise.race([new Promise((resolve) => socket.once("connect", resolve)), closed]);
  return { socket, received: () => Buffer.concat(chunks), closed };
}

/** Finds the frames of a type in what a server sent; headers of them are given, and what is in them. */
export function framesOf(bytes: Buffer, type: number): { streamId: number; payload: Buffer }[] {
  const found: { streamId: number; payload: Buffer }[] = [];
  for (let at = 0; at + 9 <= bytes.byteLength; ) {
    const end = at + 9 + bytes.readUIntBE(at, 3);
    if (bytes[at + 3] === type && end <= bytes.byteLength) {
      found.push({ streamId: bytes.readUInt32BE(at + 5), payload: bytes.subarray(at + 9, end) });
    }
    at = end;
  }
  return found;
}
