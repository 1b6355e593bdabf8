import { isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import { type Egress, EgressError } from "./egress.ts";
import { openTunnel } from "./proxy.ts";

/** How connections are made. */
export interface ConnectorOptions {
  egress: Egress;
  /** Proxy that they go through; undefined for none. */
  proxy: string | undefined;
  timeoutMs: number;
}

/** Creates what undici makes its connections with: it connects only to where webhooks may go. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { egress, timeoutMs } = options;
  if (options.proxy !== undefined) return throughProxy(new URL(options.proxy), options);
  const connectorOf = (protocol: string) =>
    buildConnector({ timeout: timeoutMs, allowH2: false, lookup: egress.lookup(protocol) });
  const [plain, secure] = [connectorOf("http:"), connectorOf("https:")];
  return (target, callback) => {
    const { protocol } = target;
    const wrong = wrongLiteral(egress, target);
    if (wrong) return callback(new EgressError(wrong), null);
    const connect = protocol === "https:" ? secure : plain;
    // It gives the socket too, as its types do not say.
    const socket = connect(target, callback) as unknown as Socket;
    // Once more, of the peer itself, and before anything of ours is written, TLS or not.
    socket.prependOnceListener("connect", () => {
      const peer = egress.wrongAddress(socket.remoteAddress ?? "", protocol);
      if (peer) socket.destroy(new EgressError(peer));
    });
  };
}

/**
 * Makes connections through a proxy. Which address it connects to is its own affair, so it has to
 * keep to the rules as well: what the URL says, and what its name resolves to here, is checked
 * before, which is no proof of what the proxy finds.
 */
function throughProxy(
  proxy: URL,
  { egress, timeoutMs }: ConnectorOptions,
): buildConnector.connector {
  const secure = buildConnector({ timeout: timeoutMs, allowH2: false });
  return (target, callback) => {
    const connect = async () => {
      const wrong = wrongLiteral(egress, target) ?? (await wrongName(egress, target));
      if (wrong) throw new EgressError(wrong);
      const { hostname, protocol } = target;
      const port = Number(target.port) || (protocol === "https:" ? 443 : 80);
      const socket = await openTunnel(proxy, { hostname, port }, timeoutMs);
      if (protocol === "https:") secure({ ...target, httpSocket: socket }, callback);
      else callback(null, socket);
    };
    connect().catch((error) => callback(error, null));
  };
}

function wrongLiteral(egress: Egress, target: buildConnector.Options): string | undefined {
  const host = target.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? undefined : egress.wrongAddress(host, target.protocol);
}

function wrongName(egress: Egress, target: buildConnector.Options): Promise<string | undefined> {
  if (isIP(target.hostname.replace(/^\[|\]$/g, "")) !== 0) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    egress.lookup(target.protocol)(target.hostname, { all: true }, (error) => {
      // A name that only the proxy can resolve is the proxy's to judge.
      resolve(error instanceof EgressError ? error.message : undefined);
    });
  });
}
