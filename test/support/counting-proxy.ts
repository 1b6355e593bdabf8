import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { listenOnLoopback, stopListening } from "./loopback-server.ts";

/** An HTTP proxy before an MLflow that counts what is asked. */
export interface CountingProxy {
  /** To use in place of MLflow's URL. */
  readonly url: string;
  /** How many calls came. */
  readonly calls: number;
  /** How long at least one call was on its way, in milliseconds. */
  readonly busyMs: number;
  /** Each search that was asked, with its query: by how often. */
  readonly searches: ReadonlyMap<string, number>;
  /** `traceparent` of each call that has one. */
  readonly traceparents: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy on a port of its own that passes everything on. */
export async function startCountingProxy(mlflowUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(mlflowUrl);
  const searches = new Map<string, number>();
  const traceparents: string[] = [];
  let calls = 0;
  let underWay = 0;
  let busyMs = 0;
  let busySince = 0;

  async function passOn(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url: path = "", headers } = incoming;
    calls++;
    if (headers.traceparent !== undefined) traceparents.push(String(headers.traceparent));
    if (/\/search\?/.test(path)) searches.set(path, (searches.get(path) ?? 0) + 1);
    if (underWay++ === 0) busySince = performance.now();
    try {
      const outgoing = request({ hostname, port, method, path, headers, agent: false });
      const answered = once(outgoing, "response");
      await pipeline(incoming, outgoing);
      const [answer] = (await answered) as [IncomingMessage];
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      await pipeline(answer, response);
    } finally {
      if (--underWay === 0) busyMs += performance.now() - busySince;
    }
  }

  const server = createServer((incoming, response) => {
    passOn(incoming, response).catch(() => void incoming.socket.destroy());
  });
  const ownPort = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${ownPort}`,
    get calls() {
      return calls;
    },
    get busyMs() {
      return busyMs + (underWay > 0 ? performance.now() - busySince : 0);
    },
    searches,
    traceparents,
    close: () => stopListening(server),
  };
}
