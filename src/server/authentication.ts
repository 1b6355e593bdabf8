import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { ConfigError } from "../config/read-values.ts";
import { isLoopbackListener } from "./listen-address.ts";

type AuthenticationConfig = Pick<
  Config,
  | "auth"
  | "allowUnauthenticated"
  | "grpcListen"
  | "httpListen"
  | "tls"
  | "oidc"
  | "certificateAccess"
>;

/**
 * Tells whether callers must be known: where nothing is set, unless both listeners are on loopback
 * and nobody has said how callers are known.
 *
 * @throws ConfigError where authentication is off for others than this machine, and nobody has
 *   allowed that
 */
export function isAuthenticationOn(config: AuthenticationConfig): boolean {
  const open = openAddresses(config);
  if (config.auth === undefined) {
    const isSaidHow = config.oidc !== undefined || config.certificateAccess.length > 0;
    return open.length > 0 || isSaidHow;
  }
  if (config.auth === "on" || open.length === 0 || config.allowUnauthenticated) {
    return config.auth === "on";
  }
  throw new ConfigError(
    `MODELWIRE_AUTH: expected on, since others than this machine reach ${open.join(" and ")}; with MODELWIRE_ALLOW_UNAUTHENTICATED=true beside it, off is allowed, and whoever reaches it may do everything`,
  );
}

/** Warns of what others can do or read on the way who are not meant to. */
export function warnOfOpenDoors(config: AuthenticationConfig, isOn: boolean, log: Logger): void {
  for (const address of openAddresses(config)) {
    if (!isOn) {
      const text = "whoever reaches this address can do everything: authentication is off";
      log.warn({ address }, text);
    }
    if (!config.tls) {
      const text = "what is sent to this address, API keys too, can be read on the way: no TLS";
      log.warn({ address }, text);
    }
  }
}

/** Lists the addresses on which others than this machine reach the server. */
function openAddresses({ grpcListen, httpListen }: AuthenticationConfig): string[] {
  return [grpcListen, httpListen].filter((address) => !isLoopbackListener(address));
}
