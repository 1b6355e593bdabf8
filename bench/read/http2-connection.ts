import { connect, type Socket } from "node:net";
import {
  type CallHeaders,
  connectionPreface,
  encodeCallHeaders,
  FRAME_HEAD_BYTES,
  FrameFlag,
  FrameType,
  frame,
  windowUpdate,
} from "./http2-frames.ts";

const WINDOW_RENEWAL_BYTES = 2 ** 30;
const NONE = Buffer.alloc(0);

/** Gets the body of an answer; that of an error is empty. */
export type OnAnswer = (body: Buffer) => void;

/**
 * A connection for calls of one RPC. It does less than node:http2 does: a call costs a few
 * microseconds, so that a server has a core for itself where client and server share two.
 */
export interface CallConnection {
  /** Sends a call: `request` is its message with gRPC's prefix. Sent behind {@link flush}. */
  call(request: Buffer, onAnswer: OnAnswer): void;
  flush(): void;
  /** Rejects when the connection or a call fails, and resolves after `close`. */
  readonly ended: Promise<void>;
  close(): void;
}

interface Answering {
  body: Buffer;
  onAnswer: OnAnswer;
}

/** Opens a connection to the gRPC server of an address, for one RPC. */
export function openCallConnection(address: string, path: string): CallConnection {
  const [host = "", port] = address.split(":");
  const socket = connect({ host, port: Number(port), noDelay: true });
  const answering = new Map<number, Answering>();
  let headers: CallHeaders | undefined = encodeCallHeaders(address, path);
  const { repeated } = headers;
  let nextStreamId = 1;
  let unread = NONE;
  let unacknowledgedBytes = 0;
  let out: Buffer[] = [connectionPreface()];

  const flush = () => {
    if (out.length === 0) return;
    socket.write(Buffer.concat(out));
    out = [];
  };

  const onFrame = (type: number, flags: number, streamId: number, payload: Buffer) => {
    switch (type) {
      case FrameType.DATA: {
        unacknowledgedBytes += payload.length;
        if (unacknowledgedBytes > WINDOW_RENEWAL_BYTES) {
          out.push(windowUpdate(unacknowledgedBytes));
          unacknowledgedBytes = 0;
        }
        const answer = answering.get(streamId);
        if (answer) {
          answer.body = answer.body.length === 0 ? payload : Buffer.concat([answer.body, payload]);
        }
        break;
      }
      case FrameType.HEADERS: {
        if ((flags & FrameFlag.END_HEADERS) === 0) throw new Error("headers over several frames");
        if ((flags & FrameFlag.END_STREAM) === 0) break;
        const answer = answering.get(streamId);
        answering.delete(streamId);
        answer?.onAnswer(answer.body);
        break;
      }
      case FrameType.SETTINGS:
      case FrameType.PING:
        if ((flags & FrameFlag.ACK) !== 0) break;
        out.push(
          frame(type, FrameFlag.ACK, 0, type === FrameType.PING ? Buffer.from(payload) : NONE),
        );
        break;
      case FrameType.RST_STREAM:
      case FrameType.GOAWAY:
        throw new Error(`the server ended a call: frame type ${type}, ${payload.toString("hex")}`);
    }
  };

  socket.on("data", (chunk) => {
    try {
      const bytes = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
      let at = 0;
      while (bytes.length - at >= FRAME_HEAD_BYTES) {
        const end = at + FRAME_HEAD_BYTES + bytes.readUIntBE(at, 3);
        if (end > bytes.length) break;
        const streamId = bytes.readUInt32BE(at + 5);
        const payload = bytes.subarray(at + FRAME_HEAD_BYTES, end);
        onFrame(bytes.readUInt8(at + 3), bytes.readUInt8(at + 4), streamId, payload);
        at = end;
      }
      unread = bytes.subarray(at);
      flush();
    } catch (error) {
      socket.destroy(error as Error);
    }
  });

  return {
    call(request, onAnswer) {
      const streamId = nextStreamId;
      nextStreamId += 2;
      answering.set(streamId, { body: NONE, onAnswer });
      out.push(
        frame(FrameType.HEADERS, FrameFlag.END_HEADERS, streamId, headers?.first ?? repeated),
        frame(FrameType.DATA, FrameFlag.END_STREAM, streamId, request),
      );
      headers = undefined;
    },
    flush,
    ended: endOf(socket),
    close: () => socket.end(),
  };
}

function endOf(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("close", () => resolve());
  });
}
