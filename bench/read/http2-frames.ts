// As much of HTTP/2 (RFC 9113) and HPACK (RFC 7541) as a client needs that sends the same call
// over and over.

/** Types of frames. */
export const FrameType = {
  DATA: 0,
  HEADERS: 1,
  RST_STREAM: 3,
  SETTINGS: 4,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

/** Flags of frames; ACK is of SETTINGS and PING. */
export const FrameFlag = { END_STREAM: 1, ACK: 1, END_HEADERS: 4 } as const;

/** Length of what precedes each frame's payload. */
export const FRAME_HEAD_BYTES = 9;

/** The largest window that there can be. */
export const LARGEST_WINDOW = 2 ** 31 - 1;

const DEFAULT_WINDOW = 65_535;
const SETTINGS_ENABLE_PUSH = 2;
const SETTINGS_INITIAL_WINDOW_SIZE = 4;

/** Writes a frame. */
export function frame(type: number, flags: number, streamId: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(FRAME_HEAD_BYTES);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(streamId, 5);
  return Buffer.concat([head, payload]);
}

/** Writes how a client begins: it takes answers of any size without saying so again. */
export function connectionPreface(): Buffer {
  const settings = Buffer.alloc(12);
  settings.writeUInt16BE(SETTINGS_ENABLE_PUSH, 0);
  settings.writeUInt32BE(0, 2);
  settings.writeUInt16BE(SETTINGS_INITIAL_WINDOW_SIZE, 6);
  settings.writeUInt32BE(LARGEST_WINDOW, 8);
  return Buffer.concat([
    Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    frame(FrameType.SETTINGS, 0, 0, settings),
    windowUpdate(LARGEST_WINDOW - DEFAULT_WINDOW),
  ]);
}

/** Writes a frame that lets the server send that much more over the connection. */
export function windowUpdate(bytes: number): Buffer {
  const increment = Buffer.alloc(4);
  increment.writeUInt32BE(bytes);
  return frame(FrameType.WINDOW_UPDATE, 0, 0, increment);
}

/** The headers of a gRPC call: as the first call of a connection sends them, and as all others do. */
export interface CallHeaders {
  readonly first: Buffer;
  readonly repeated: Buffer;
}

/** Encodes the headers of a call: the first time as text, which later ones refer to. */
export function encodeCallHeaders(authority: string, path: string): CallHeaders {
  // `:method: POST` and `:scheme: http` are in HPACK's static table.
  const known = Buffer.from([0x83, 0x86]);
  const [authorityName, pathName, contentTypeName, userAgentName] = [1, 4, 31, 58];
  const first = Buffer.concat([
    known,
    indexed(authorityName, authority),
    indexed(pathName, path),
    indexed(contentTypeName, "application/grpc"),
    indexed(userAgentName, "modelwire-bench"),
    Buffer.from([0x40]),
    text("te"),
    text("trailers"),
  ]);
  // The dynamic table begins at 62 with what was added last; five were.
  const repeated = Buffer.concat([known, Buffer.from([66, 65, 64, 63, 62].map((i) => 0x80 | i))]);
  return { first, repeated };
}

/** A field whose name is in the static table, added to the dynamic one. */
function indexed(name: number, value: string): Buffer {
  return Buffer.concat([Buffer.from([0x40 | name]), text(value)]);
}

function text(value: string): Buffer {
  // One byte of length has room for 126.
  if (value.length > 126) throw new Error(`${value}: expected up to 126 characters`);
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
}
