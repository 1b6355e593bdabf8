import { messageOf } from "../error.ts";

/** Where a listener listens. */
export interface ListenAddress {
  /** Host name or address, an IPv6 one without its brackets. */
  host: string;
  /** 0 asks for any free port. */
  port: number;
}

/** Parses `host:port`, the host of an IPv6 address in brackets. Throws where it is neither. */
export function parseListenAddress(address: string): ListenAddress {
  const match = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(address);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port > 65_535) {
    throw new Error(`${address}: expected host:port, such as 127.0.0.1:8080`);
  }
  return { host, port };
}

/** Writes a listen address as `host:port`. */
export function formatListenAddress({ host, port }: ListenAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Says that a listener could not listen; the code is Node's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly code: string;

  constructor(address: string, cause: unknown) {
    const text = messageOf(cause);
    // grpc-js keeps Node's code in the text alone.
    const code = /\b(E[A-Z]{3,})\b/.exec(text)?.[1] ?? "EUNKNOWN";
    const why = code === "EADDRINUSE" ? "the address is in use" : text;
    super(`cannot listen on ${address}: ${why} (${code})`, { cause });
    this.code = code;
  }
}
