import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isIn, loopback, type Network, readNetworks, specialRange } from "./address.ts";

/** Says where webhooks may go. */
export interface Egress {
  /** Says what is wrong with the URL of an endpoint, as far as it can be told before its name is
   * resolved; undefined where nothing is. */
  wrongUrl(text: string): string | undefined;
  /** Says why no connection may be made to an address; undefined where one may be. */
  wrongAddress(address: string, protocol: string): string | undefined;
  /**
   * Resolves the name of a host for a connection: only to addresses that one may be made to.
   * Fails with an {@link EgressError} where it has others only.
   */
  lookup(protocol: string): LookupFunction;
}

/** Says that an address is none that webhooks may go to. */
export class EgressError extends Error {
  override readonly name = "EgressError";
}

/** Resolves a name to all its addresses, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  callback: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void;

const resolveAll: Resolve = (hostname, callback) =>
  resolve(hostname, { all: true, order: "verbatim" }, callback);

/**
 * Makes of those who ask for one name at the same time one question. Node puts a question to the
 * system in one of the few threads that it has for all: those of a name whose servers are silent
 * would keep every other name waiting.
 */
function asOne(resolveName: Resolve): Resolve {
  const waiting = new Map<string, Parameters<Resolve>[1][]>();
  return (hostname, callback) => {
    const asked = waiting.get(hostname);
    if (asked) return void asked.push(callback);
    const callbacks = [callback];
    waiting.set(hostname, callbacks);
    resolveName(hostname, (error, addresses) => {
      waiting.delete(hostname);
      for (const tell of callbacks) tell(error, addresses);
    });
  };
}
const isLocalName = (hostname: string) => /(^|\.)localhost\.?$/.test(hostname);

/**
 * Creates the guard of what webhooks connect to. What decides is the address that is connected to,
 * whatever a URL looks like: a name can have another address from one moment to the next.
 *
 * @param allow MODELWIRE_WEBHOOK_ALLOW; undefined where it is not set
 * @param isLocal whether both listeners are on loopback: then webhooks may go there without a setting
 * @throws ConfigError where `allow` is wrong
 */
export function createEgress(
  allow: string | undefined,
  isLocal: boolean,
  resolveName: Resolve = resolveAll,
): Egress {
  const resolveOnce = asOne(resolveName);
  const allowed = allow === undefined ? (isLocal ? loopback : []) : readNetworks(allow);
  const namesWithoutTls = allowed.some((network) => !isLoopback(network));
  const localAllowed = isIn(allowed, "127.0.0.1") || isIn(allowed, "::1");

  function wrongAddress(address: string, protocol: string): string | undefined {
    if (isIn(allowed, address)) return undefined;
    const range = specialRange(address);
    if (range !== undefined) {
      return `the address ${address} is not public (${range}): add it to MODELWIRE_WEBHOOK_ALLOW to allow it`;
    }
    if (protocol === "https:") return undefined;
    return `the address ${address} is reached without TLS: expected https, or the address in MODELWIRE_WEBHOOK_ALLOW`;
  }

  return {
    wrongAddress,
    wrongUrl(text) {
      const url = readUrl(text);
      if (typeof url === "string") return url;
      const host = url.hostname.replace(/^\[|\]$/g, "");
      const isHttps = url.protocol === "https:";
      if (!isHttps && url.protocol !== "http:") return "expected https";
      if (isIP(host) !== 0) {
        const isPublic = specialRange(host) === undefined;
        if (!isHttps && isPublic && !isIn(allowed, host)) {
          return "expected https, or http to an address that MODELWIRE_WEBHOOK_ALLOW names";
        }
        return wrongAddress(host, url.protocol);
      }
      if (isLocalName(host)) return localAllowed ? undefined : wrongAddress("127.0.0.1", "https:");
      if (isHttps || namesWithoutTls) return undefined;
      return "expected https, or http to an address that MODELWIRE_WEBHOOK_ALLOW names";
    },
    lookup: (protocol) => (hostname, options, callback) => {
      resolveOnce(hostname, (error, found) => {
        if (error) return callback(error, []);
        const wanted = found.filter(
          ({ family }) => !options.family || family === Number(String(options.family).at(-1)),
        );
        const right = wanted.filter(({ address }) => !wrongAddress(address, protocol));
        const [first] = right;
        if (first === undefined) {
          const why = wanted[0]
            ? wrongAddress(wanted[0].address, protocol)
            : "the host name does not resolve";
          return callback(new EgressError(why), []);
        }
        if (options.all) return callback(null, right);
        return callback(null, first.address, first.family);
      });
    },
  };
}

function isLoopback([address, bits]: Network): boolean {
  return address.range() === "loopback" && (bits >= 8 || address.kind() === "ipv6");
}

function readUrl(text: string): URL | string {
  if (text.length > 2000) return "expected at most 2,000 characters";
  // URL.parse passes over them, and what is kept would not be what is used.
  if (/[\s\p{Cc}]/u.test(text)) {
    return "expected a URL without white space and control characters";
  }
  const url = URL.parse(text);
  if (!url) return "expected a URL, such as https://example.com/hooks/modelwire";
  if (url.username || url.password) return "expected a URL without user name and password";
  if (text.includes("#")) return "expected a URL without a fragment (#…)";
  return url;
}
