import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { messageOf } from "../error.ts";
import type { Authenticator } from "./authenticator.ts";
import { createCertificateAuthenticator } from "./certificates.ts";
import { createOidcAuthenticator } from "./oidc.ts";

/**
 * Creates what knows callers by what others vouch for: an OpenID Connect provider, the authorities
 * of client certificates. Empty where the configuration names neither.
 */
export function createConfiguredAuthenticators(
  config: Pick<Config, "oidc" | "certificateAccess">,
  log: Logger,
): Authenticator[] {
  const authenticators: Authenticator[] = [];
  if (config.oidc) {
    const oidc = createOidcAuthenticator(config.oidc);
    // It may come up later than this server, whose other callers need not wait for it.
    oidc.prepare().catch((error) => {
      log.warn({ error: messageOf(error.cause ?? error) }, error.message);
    });
    authenticators.push(oidc);
  }
  if (config.certificateAccess.length > 0) {
    authenticators.push(createCertificateAuthenticator(config.certificateAccess));
  }
  return authenticators;
}
