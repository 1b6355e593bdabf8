import { isIP } from "node:net";
import type { Config } from "../config/config.ts";

/** What names end with that belong to a machine or its network: nobody can register them. */
const reserved = /(^|\.)(localhost|local|internal|test|home\.arpa)$/;

/**
 * Tells whether a host can be this machine's own name: an address, a name without dots, or one that
 * nobody can register. What any other name leads to is for its owner to say, and can be this machine
 * from one moment to the next: a page that a browser here has open is of the same origin then.
 *
 * @param host as the header `Host` has it
 */
export function isOwnHost(host: string): boolean {
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, "");
  return name.startsWith("[") || isIP(name) !== 0 || !name.includes(".") || reserved.test(name);
}

/**
 * Gives which hosts calls over HTTP are taken for: where nobody has to say who calls, and nobody
 * has said that this is meant, only for this machine's own. Undefined: for any.
 */
export function hostsTaken(
  { auth }: Pick<Config, "auth">,
  isAuthOn: boolean,
): ((host: string) => boolean) | undefined {
  return isAuthOn || auth !== undefined ? undefined : isOwnHost;
}
