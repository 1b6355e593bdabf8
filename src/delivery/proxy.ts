import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { messageOf } from "../error.ts";

/** Says that the proxy of ours did not do its part: nothing is known of the endpoint. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
}

/**
 * Asks a proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6). undici's ProxyAgent would do it too,
 * but leaves open whether what fails is the proxy or the endpoint behind it.
 *
 * @throws ProxyError where the proxy cannot be reached, refuses, or does not answer in time
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
  const fail = (why: string, cause?: unknown) =>
    reject(new ProxyError(`the proxy of MODELWIRE_WEBHOOK_PROXY ${why}`, { cause }));
  connect.once("connect", (response, socket, head) => {
    if (response.statusCode === 200 && head.length === 0) return resolve(socket);
    socket.destroy();
    fail(`answered ${response.statusCode} to CONNECT ${authority}`);
  });
  // Anything else than a tunnel, where CONNECT is not known.
  connect.once("response", (response) => {
    response.destroy();
    fail(`answered ${response.statusCode} to CONNECT ${authority}`);
  });
  connect.on("error", (error) => {
    if (error.name === "AbortError" || error.name === "TimeoutError") {
      return fail(`gave no tunnel within ${timeoutMs} ms`);
    }
    fail(`cannot be reached: ${messageOf(error)}`, error);
  });
  connect.end();
  return promise;
}
