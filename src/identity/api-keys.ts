import { create } from "@bufbuild/protobuf";
import type { Logger } from "pino";
import { IdentityKind, IdentitySchema, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { type ApiKeyRow, noteApiKeyUse } from "../store/api-keys.ts";
import type { Store } from "../store/store.ts";
import { createApiKeyCache } from "./api-key-cache.ts";
import { apiKeyIdOf, digestOfKey, isKeyLike, isSameDigest } from "./api-key-text.ts";
import type { Authenticator } from "./authenticator.ts";
import { bearerOf } from "./bearer.ts";
import type { Caller } from "./caller.ts";

/** How exactly it is kept when an API key was last used. */
const NOTE_USE_EVERY_MS = 60_000;

/** Makes sure of callers by their API keys. */
export interface ApiKeyAuthenticator extends Authenticator {
  /** Makes what was just changed of an API key count here at once. */
  forget(apiKeyId: string): void;
  /** Waits for what is being noted of their use. */
  close(): Promise<void>;
}

/** What making sure of API keys needs. */
export interface ApiKeyOptions {
  store: Pick<Store, "db" | "engine">;
  log: Logger;
  /** Gives the time, in milliseconds since 1970. */
  now?: () => number;
}

/** Creates what makes sure of callers by the API keys of a store. */
export function createApiKeyAuthenticator({
  store,
  log,
  now = Date.now,
}: ApiKeyOptions): ApiKeyAuthenticator {
  const cache = createApiKeyCache(store);
  const callers = new WeakMap<ApiKeyRow, Caller>();
  const usesNoted = new Map<string, number>();
  const noting = new Set<Promise<void>>();

  function callerOf(row: ApiKeyRow): Caller {
    const caller = callers.get(row) ?? readCaller(row);
    callers.set(row, caller);
    return caller;
  }

  /** Notes a use, once a minute at the most, and lets no call wait for it. */
  function noteUse({ api_key_id: id, last_used_at: lastUsedAt }: ApiKeyRow, at: number): void {
    const notedAt = Math.max(lastUsedAt ?? 0, usesNoted.get(id) ?? 0);
    if (at - notedAt < NOTE_USE_EVERY_MS) return;
    usesNoted.set(id, at);
    const work = noteApiKeyUse(store.db, id, at)
      .catch((error) => log.warn({ err: error, api_key_id: id }, "a use could not be noted"))
      .finally(() => noting.delete(work));
    noting.add(work);
  }

  return {
    takes: "an API key, as the header `authorization: Bearer <key>`",
    isRevocable: true,
    async authenticate({ authorization }) {
      const key = bearerOf(authorization);
      if (key === undefined || !isKeyLike(key)) return undefined;
      const id = apiKeyIdOf(key);
      if (id === undefined) throw invalid("the API key is not whole, or is none");
      const row = await cache.find(id);
      const at = now();
      const digest = digestOfKey(key);
      // Also where there is no such API key: the time it takes is not to tell.
      const isCurrent = isSameDigest(digest, row?.digest ?? noDigest);
      const isPrevious = isSameDigest(digest, row?.previous_digest ?? noDigest);
      if (!row || !(isCurrent || isPrevious)) throw invalid("there is no such API key");
      const wrong = whyRefused(row, isCurrent, at);
      if (wrong) throw invalid(wrong);
      noteUse(row, at);
      return callerOf(row);
    },
    forget: (apiKeyId) => cache.forget(apiKeyId),
    async close() {
      await Promise.all(noting);
    },
  };
}

const noDigest = "0".repeat(64);

/** Says why a key is not taken that was of an API key; undefined where it is. */
function whyRefused(row: ApiKeyRow, isCurrent: boolean, now: number): string | undefined {
  const { api_key_id: id, revoked_at: revokedAt, expires_at: expiresAt } = row;
  if (revokedAt !== null) return `the API key ${id} was revoked`;
  if (expiresAt !== null && expiresAt <= now) return `the API key ${id} has expired`;
  if (isCurrent || (row.previous_until ?? 0) > now) return undefined;
  return `the API key ${id} has another key since it was rotated`;
}

function invalid(message: string): ModelwireError {
  return new ModelwireError(ErrorReason.CREDENTIALS_INVALID, message);
}

function readCaller(row: ApiKeyRow): Caller {
  return {
    identity: create(IdentitySchema, {
      kind: IdentityKind.API_KEY,
      subject: row.api_key_id,
      displayName: row.display_name,
    }),
    // A scope of a newer server is none of this one's.
    scope: row.scope in Scope ? row.scope : Scope.UNSPECIFIED,
    modelPrefixes: JSON.parse(row.model_prefixes) as string[],
  };
}
