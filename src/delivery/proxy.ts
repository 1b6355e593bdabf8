import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { messageOf } from "../error.ts";

/** Says that the proxy of ours did not do its part: nothing is known of the endpoint. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
}

/** Says that the proxy is there, and that it cannot reach the endpoint. */
export class BehindProxyError extends Error {
  override readonly name = "BehindProxyError";
}

/** What a proxy answers where it has no answer of the other side (RFC 9110 section 15.6). */
const UNREACHABLE = new Set([502, 503, 504]);

/**
 * Asks a proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6). undici's ProxyAgent would do it too,
 * but leaves open whether what fails is the proxy or the endpoint behind it.
 *
 * @throws ProxyError where the proxy cannot be reached or refuses
 * @throws BehindProxyError where it says that it cannot reach the target, or is there and silent,
 *   as most are while they try
 */
export function openTunnel(
  proxy: URL,
  target: { hostname: string; port: number },
  timeoutMs: number,
): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const host = target.hostname.includes(":") ? `[${target.hostname}]` : target.hostname;
  const authority = `${host}:${target.port}`;
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const connect = (proxy.protocol === "https:" ? httpsRequest : httpRequest)({
    method: "CONNECT",
    host: proxy.hostname.replace(/^\[|\]$/g, ""),
    port: proxy.port || undefined,
    path: authority,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      host: authority,
      ...(login !== ":" && {
        "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}`,
      }),
    },
  });
  let isReached = false;
  const fail = (why: string, isBehind: boolean, cause?: unknown) => {
    const Failure = isBehind ? BehindProxyError : ProxyError;
    reject(new Failure(`the proxy of MODELWIRE_WEBHOOK_PROXY ${why}`, { cause }));
  };
  const refuse = (status = 0) =>
    fail(`answered ${status} to CONNECT ${authority}`, UNREACHABLE.has(status));
  connect.once("socket", (socket) => {
    socket.once(proxy.protocol === "https:" ? "secureConnect" : "connect", () => {
      isReached = true;
    });
  });
  connect.once("connect", (response, socket, head) => {
    if (response.statusCode === 200 && head.length === 0) return resolve(socket);
    socket.destroy();
    refuse(response.statusCode);
  });
  // Anything else than a tunnel, where CONNECT is not known.
  connect.once("response", (response) => {
    response.destroy();
    refuse(response.statusCode);
  });
  connect.on("error", (error) => {
    if (error.name === "AbortError" || error.name === "TimeoutError") {
      return fail(`gave no tunnel to ${authority} within ${timeoutMs} ms`, isReached);
    }
    fail(`cannot be reached: ${messageOf(error)}`, false, error);
  });
  connect.end();
  return promise;
}
