import { type ApiKeyRow, findApiKey } from "../store/api-keys.ts";
import type { Store } from "../store/store.ts";

/** After this a key is read anew: what another server changed counts here by then. */
const FRESH_MS = 1000;
const MOST_KNOWN = 10_000;
/** Of ids that there are not: they must not push out those that there are. */
const MOST_UNKNOWN = 1000;

/** Reads API keys, and remembers each for a second. */
export interface ApiKeyCache {
  /** Finds an API key; undefined where there is none. */
  find(apiKeyId: string): Promise<ApiKeyRow | undefined>;
  /** Forgets an API key that was just changed. */
  forget(apiKeyId: string): void;
}

interface Entry {
  readAt: number;
  row: Promise<ApiKeyRow | undefined>;
}

/** Creates a cache of the API keys of a store. */
export function createApiKeyCache({ engine }: Pick<Store, "engine">): ApiKeyCache {
  const known = new Map<string, Entry>();
  const unknown = new Map<string, Entry>();

  function forget(apiKeyId: string): void {
    known.delete(apiKeyId);
    unknown.delete(apiKeyId);
  }

  function read(apiKeyId: string): Entry {
    const entry: Entry = { readAt: performance.now(), row: findApiKey(engine, apiKeyId) };
    forget(apiKeyId);
    put(known, apiKeyId, entry, MOST_KNOWN);
    entry.row.then(
      (row) => {
        // Unless it was changed while it was read: then what was read counts for nobody else.
        if (row || known.get(apiKeyId) !== entry) return;
        known.delete(apiKeyId);
        put(unknown, apiKeyId, entry, MOST_UNKNOWN);
      },
      () => {
        if (known.get(apiKeyId) === entry) known.delete(apiKeyId);
      },
    );
    return entry;
  }

  return {
    find(apiKeyId) {
      const entry = known.get(apiKeyId) ?? unknown.get(apiKeyId);
      const isFresh = entry !== undefined && performance.now() - entry.readAt < FRESH_MS;
      return (isFresh ? entry : read(apiKeyId)).row;
    },
    forget,
  };
}

/** Puts an entry last, in place of the oldest where there are as many as may be. */
function put(entries: Map<string, Entry>, apiKeyId: string, entry: Entry, most: number): void {
  const [oldest] = entries.keys();
  if (entries.size >= most && oldest !== undefined) entries.delete(oldest);
  entries.set(apiKeyId, entry);
}
