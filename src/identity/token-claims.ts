import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import type { OidcConfig } from "../config/oidc.ts";
import { scopeOf } from "./scopes.ts";

/** What the claims of a token allow. */
export interface Allowed {
  /** UNSPECIFIED where they allow nothing. */
  scope: Scope;
  modelPrefixes: readonly string[];
}

/**
 * Reads what the claims of a token allow: the highest of its scopes. Where models are restricted
 * by a claim, a token without it registers none.
 */
export function allowedBy(claims: Record<string, unknown>, config: OidcConfig): Allowed {
  const scopes = valuesOf(claimOf(claims, config.scopeClaim)).map((value) => {
    const name = config.scopes.get(value);
    return name === undefined ? Scope.UNSPECIFIED : scopeOf[name];
  });
  const scope = Math.max(Scope.UNSPECIFIED, ...scopes);
  if (config.prefixClaim === undefined || scope !== Scope.REGISTER) {
    return { scope, modelPrefixes: [] };
  }
  const modelPrefixes = valuesOf(claimOf(claims, config.prefixClaim));
  if (modelPrefixes.length === 0) return { scope: Scope.READ, modelPrefixes };
  return { scope, modelPrefixes: modelPrefixes.includes("*") ? [] : modelPrefixes };
}

/** Finds a claim by its name, which may have dots in it, or by those of the objects around it. */
function claimOf(claims: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let found: unknown = claims;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

/** Reads text that is separated by spaces, or an array of texts. */
function valuesOf(claim: unknown): string[] {
  const values: unknown[] = typeof claim === "string" ? claim.split(/\s+/) : [claim].flat();
  return values.filter((value) => typeof value === "string" && value !== "") as string[];
}
