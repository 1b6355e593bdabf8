import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

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
  close(): void;
}

/** Starts a listener that passes everything on to the server at `host:port`. */
export async function startTcpFront(
  target: string,
  { tls, resetAfterBytes = [] }: TcpFrontOptions,
): Promise<TcpFront> {
  const { hostname, port } = new URL(`tcp://${target}`);
  const connections = new Set<Socket>();
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
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
  };
  const server = tls
    ? createTlsServer({ ...tls, ALPNProtocols: ["h2"] }, passOn)
    : createServer(passOn);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    get resets() {
      return resets;
    },
    close() {
      server.close();
      for (const near of connections) near.destroy();
    },
  };
}
