import { z } from "zod";
import { isProviderUrl } from "../config/oidc-values.ts";
import { readJson } from "./provider-request.ts";

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });

/**
 * Asks a provider where its keys are (OpenID Connect Discovery 1.0, section 4).
 *
 * @throws Error where it does not answer, or says that it is another provider
 */
export async function discoverJwksUrl(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = discovery.safeParse(await readJson(url));
  if (!found.success) throw new Error(`${url} is no discovery document: expected jwks_uri`);
  const { issuer: named, jwks_uri } = found.data;
  // Whoever could answer for another issuer could speak for it.
  if (named !== issuer) throw new Error(`${url} is of another issuer: ${named}`);
  if (!isProviderUrl(jwks_uri)) throw new Error(`${url} has its keys in plain text: ${jwks_uri}`);
  return jwks_uri;
}
