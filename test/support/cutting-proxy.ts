import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy of TCP connections that cuts some of them. */
export interface CuttingProxy {
  /** `host:port`, to use in place of the server's. */
  readonly address: string;
  /** How many connections were cut. */
  readonly cuts: number;
  close(): Promise<void>;
}

/**
 * Starts a proxy on a port of its own. It cuts the first connections, one after the other, once the
 * client has sent as many bytes over each as `limits` says, and passes on all others.
 *
 * @param address `host:port` of the server
 */
export async function startCuttingProxy(
  address: string,
  limits: readonly number[],
): Promise<CuttingProxy> {
  const [host, port] = address.split(":");
  const left = [...limits];
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    const limit = left.shift() ?? Number.POSITIVE_INFINITY;
    let sentBytes = 0;
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", cut);
      socket.on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    near.on("data", (bytes: Buffer) => {
      sentBytes += bytes.byteLength;
      if (sentBytes < limit) return;
      cuts += 1;
      cut();
    });
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
