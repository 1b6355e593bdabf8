import { ConfigError } from "./read-values.ts";
import type { ScopeName } from "./scope-name.ts";
import type { Values } from "./settings.ts";

/** Whose tokens are taken, and what they allow. */
export interface OidcConfig {
  /** Exactly as it stands in the claim `iss`. */
  issuer: string;
  /** What must be among the claim `aud`. */
  audience: string;
  /** Where the provider's keys are; undefined: where its discovery document says. */
  jwksUrl: string | undefined;
  /** Claim that has the values of {@link OidcConfig.scopes}. */
  scopeClaim: string;
  scopes: ReadonlyMap<string, ScopeName>;
  /** Claim with the beginnings of the names of models; undefined: none restricts. */
  prefixClaim: string | undefined;
}

/**
 * Reads whose tokens are taken; undefined where nobody's are.
 *
 * @throws ConfigError where one setting is there without another that it needs
 */
export function readOidc(values: Values): OidcConfig | undefined {
  const { MODELWIRE_OIDC_ISSUER: issuer, MODELWIRE_OIDC_AUDIENCE: audience } = values;
  if (issuer === undefined) {
    const optional = ["AUDIENCE", "JWKS_URL", "PREFIX_CLAIM"] as const;
    const given = optional.find((name) => values[`MODELWIRE_OIDC_${name}`] !== undefined);
    if (given === undefined) return undefined;
    throw new ConfigError(`MODELWIRE_OIDC_${given}: needs MODELWIRE_OIDC_ISSUER too`);
  }
  if (audience === undefined) {
    throw new ConfigError(
      "MODELWIRE_OIDC_AUDIENCE: expected what the claim aud has for this server, since the provider's tokens are for others too",
    );
  }
  return {
    issuer,
    audience,
    jwksUrl: values.MODELWIRE_OIDC_JWKS_URL,
    scopeClaim: values.MODELWIRE_OIDC_SCOPE_CLAIM,
    scopes: values.MODELWIRE_OIDC_SCOPES,
    prefixClaim: values.MODELWIRE_OIDC_PREFIX_CLAIM,
  };
}
