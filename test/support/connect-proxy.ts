import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy that knows CONNECT, and keeps what it was asked. */
export interface ConnectProxy {
  readonly url: string;
  /** Target and login of each tunnel that was asked for. */
  readonly tunnels: string[];
  /** What it answers in place of a tunnel, with the login in it; 0 for nothing, unset for a tunnel. */
  refuse: number | undefined;
  close(): Promise<void>;
}

/** Starts a proxy on a port of its own. */
export async function startConnectProxy(refuse?: number): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on("connect", (request, socket: Socket) => {
    const login = request.headers["proxy-authorization"] ?? "";
    proxy.tunnels.push(`${request.url} ${login}`.trim());
    sockets.add(socket);
    socket.on("error", () => {});
    if (proxy.refuse !== undefined) {
      const answer = `HTTP/1.1 ${proxy.refuse} No\r\ncontent-length: ${login.length}\r\n\r\n${login}`;
      if (proxy.refuse > 0) socket.end(answer);
      return;
    }
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const target = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(target).pipe(socket);
    });
    sockets.add(target);
    // One end that is gone is the end of the other.
    target.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy: ConnectProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels: [],
    refuse,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
