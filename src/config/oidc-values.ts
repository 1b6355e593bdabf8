import { z } from "zod";
import { parseScope, type ScopeName } from "./scope-name.ts";

/** Reads the URL of a provider: keys that came in plain text could be anybody's. */
export const providerUrl = z
  .string()
  .refine(isProviderUrl, "expected an https URL without ? and # (http on loopback only)");

/** Tells whether a URL of a provider can be trusted to bring what the provider says. */
export function isProviderUrl(text: string): boolean {
  if (!URL.canParse(text) || /[?#\s]/.test(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isLoopback);
}

/** Reads which values of a claim stand for which scopes: `value=scope`, comma-separated. */
export const oidcScopes = z.string().transform((text, context) => {
  const scopes = new Map<string, ScopeName>();
  for (const entry of text.split(",").map((one) => one.trim())) {
    const at = entry.lastIndexOf("=");
    const [value, scope] = [entry.slice(0, at).trim(), parseScope(entry.slice(at + 1))];
    if (at < 1 || value === "" || scope === undefined) {
      const message = `expected value=scope, comma-separated, each scope read, register or admin, but found: ${entry}`;
      context.issues.push({ code: "custom", message, input: text });
      return z.NEVER;
    }
    if (scopes.has(value)) {
      const message = `expected each value once, but found ${value} again`;
      context.issues.push({ code: "custom", message, input: text });
      return z.NEVER;
    }
    scopes.set(value, scope);
  }
  return scopes;
});
