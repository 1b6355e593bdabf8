import { connect, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { listenOnLoopback, stopListening } from "./loopback-server.ts";

/** What a front does besides passing on. */
export interface TcpFrontOptions {
  /** Takes TLS, for HTTP/2, off what comes. */
  tls?: { key: string; cert: string };
  /**
   * After how many bytes from clients, counted from the last time, each connection is reset: once
   * for each number.
   */
  resetAfterBytes?: number[];
}

/** A listener before a server, on a port of its own. */
export interface TcpFront {
  /** `host:port` to use in place of the server's. */
  readonly address: string;
  /** How often connections were reset. */
  readonly resets: number;
  /** Passes nothing more on over the connections that there are, and closes none of them. */
  silence(): void;
  close(): Promise<void>;
}

/** Starts a listener that passes everything on to the server at `host:port`. */
export async function startTcpFront(
  target: string,
  { tls, resetAfterBytes = [] }: TcpFrontOptions,
): Promise<TcpFront> {
  const { hostname, port } = new URL(`tcp://${target}`);
  const connections = new Set<Socket>();
  const pairs: (readonly [from: Socket, to: Socket])[] = [];
  const due = [...resetAfterBytes];
  let passedBytes = 0;
  let resets = 0;
  const resetAll = () => {
    resets++;
    due.shift();
    passedBytes = 0;
    for (const near of connections) near.resetAndDestroy();
  };
  const passOn = (near: Socket) => {
    const far = connect(Number(port), hostname);
    connections.add(near);
    near.on("close", () => connections.delete(near));
    near.on("data", (bytes) => {
      passedBytes += bytes.length;
      if (due[0] !== undefined && passedBytes > due[0]) resetAll();
    });
    const both = [[near, far] as const, [far, near] as const];
    pairs.push(...both);
    for (const [from, to] of both) {
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
  };
  const server = tls
    ? createTlsServer({ ...tls, ALPNProtocols: ["h2"] }, passOn)
    : createServer(passOn);
  const ownPort = await listenOnLoopback(server);
  return {
    address: `127.0.0.1:${ownPort}`,
    get resets() {
      return resets;
    },
    silence() {
      for (const [from, to] of pairs.splice(0)) from.unpipe(to).pause();
    },
    close: () => stopListening(server, connections),
  };
}
