import { once } from "node:events";
import type { Server } from "node:net";
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

/** Tells whether only this machine can reach a listener on an address. */
export function isLoopbackListener(address: string): boolean {
  const { host } = parseListenAddress(address);
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Writes a listen address as `host:port`. */
export function formatListenAddress({ host, port }: ListenAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Lets a server listen, and gives the address that it has then: port 0 takes a free one.
 *
 * @throws ListenError with code `EADDRINUSE` where something else listens there.
 */
export async function listen(server: Server, address: string): Promise<string> {
  const { host, port } = parseListenAddress(address);
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new ListenError(address, error);
  }
  const bound = server.address();
  return formatListenAddress({
    host,
    port: typeof bound === "object" ? (bound?.port ?? port) : port,
  });
}

/** Says that a listener could not listen; the code is Node's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly code: string;

  constructor(address: string, cause: unknown) {
    const text = messageOf(cause);
    const code = /\b(E[A-Z]{3,})\b/.exec(text)?.[1] ?? "EUNKNOWN";
    const why = code === "EADDRINUSE" ? "the address is in use" : text;
    super(`cannot listen on ${address}: ${why} (${code})`, { cause });
    this.code = code;
  }
}
