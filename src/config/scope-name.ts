const scopeNames = ["read", "register", "admin"] as const;

/** What a caller may do, as settings say it: each has in it what those before have. */
export type ScopeName = (typeof scopeNames)[number];

/** Reads the name of a scope; undefined where it is none. */
export function parseScope(text: string): ScopeName | undefined {
  return scopeNames.find((name) => name === text.trim());
}
