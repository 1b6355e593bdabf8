import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { OidcConfig } from "../config/oidc.ts";
import { discoverJwksUrl } from "./provider-document.ts";
import { readJson } from "./provider-request.ts";

/** When a provider is asked for its keys. */
export interface KeyTiming {
  /** After how long they are asked for again, behind the back of the call that finds them old. */
  refreshMs: number;
  /** How soon a key that is not known lets them be asked for again. */
  cooldownMs: number;
  /** How soon after it failed to answer the provider is asked again. */
  failureMs: number;
}

/** The public keys of a provider. */
export interface ProviderKeys {
  /** Finds the key of a token, for jose. */
  readonly find: JWTVerifyGetKey;
  /**
   * Gets the keys now.
   * @throws ProviderUnavailable
   */
  refresh(): Promise<void>;
}

/** Says that a provider could not be asked for its keys. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
  /** When it is asked again. */
  readonly retryAfterMs: number;

  constructor(cause: unknown, retryAfterMs: number) {
    super("the provider of tokens could not be asked for its keys", { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const usual: KeyTiming = { refreshMs: 600_000, cooldownMs: 10_000, failureMs: 5000 };

/**
 * Creates what has a provider's keys. Keys that were read are used until the provider gives
 * others, also while it cannot be reached. One that is not among them is asked for, though not more
 * often than the timing allows: tokens can be made up faster than a provider answers.
 *
 * @param onChange called where the provider gave other keys than before
 */
export function createProviderKeys(
  config: Pick<OidcConfig, "issuer" | "jwksUrl">,
  onChange: () => void,
  timing: Partial<KeyTiming> = {},
): ProviderKeys {
  const { refreshMs, cooldownMs, failureMs } = { ...usual, ...timing };
  let keys: { find: JWTVerifyGetKey; text: string; readAtMs: number } | undefined;
  let failed: { error: unknown; atMs: number } | undefined;
  let pending: Promise<void> | undefined;

  const read = async () => {
    try {
      const url = config.jwksUrl ?? (await discoverJwksUrl(config.issuer));
      const found = keySet.safeParse(await readJson(url));
      if (!found.success) throw new Error(`${url}: expected a set of keys (RFC 7517)`);
      const text = JSON.stringify(found.data);
      const isOther = keys !== undefined && keys.text !== text;
      keys = { find: createLocalJWKSet(found.data), text, readAtMs: Date.now() };
      failed = undefined;
      if (isOther) onChange();
    } catch (error) {
      failed = { error, atMs: Date.now() };
    }
  };
  const refresh = async () => {
    if (failed === undefined || Date.now() >= failed.atMs + failureMs) {
      pending ??= read().finally(() => {
        pending = undefined;
      });
      await pending;
    }
    if (failed) {
      const leftMs = failed.atMs + failureMs - Date.now();
      throw new ProviderUnavailable(failed.error, Math.max(1000, leftMs));
    }
  };
  const find: JWTVerifyGetKey = async (header, token) => {
    if (keys === undefined) await refresh();
    else if (Date.now() >= keys.readAtMs + refreshMs) void refresh().catch(() => {});
    const known = keys;
    if (known === undefined) throw new ProviderUnavailable(undefined, failureMs);
    try {
      return await known.find(header, token);
    } catch (error) {
      const mayAsk = Date.now() >= known.readAtMs + cooldownMs;
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayAsk) throw error;
    }
    await refresh();
    return (keys ?? known).find(header, token);
  };
  return { find, refresh };
}
