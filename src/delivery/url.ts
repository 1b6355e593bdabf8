const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Says what is wrong with the URL of an endpoint; undefined where nothing is. */
export function wrongUrl(text: string): string | undefined {
  if (text.length > 2000) return "expected at most 2,000 characters";
  // URL.parse passes over them, and what is kept would not be what is used.
  if (/[\s\p{Cc}]/u.test(text)) {
    return "expected a URL without white space and control characters";
  }
  const url = URL.parse(text);
  if (!url) return "expected a URL, such as https://example.com/hooks/modelwire";
  if (url.username || url.password) return "expected a URL without user name and password";
  if (text.includes("#")) return "expected a URL without a fragment (#…)";
  if (url.protocol === "https:") return undefined;
  if (url.protocol === "http:" && LOOPBACK.test(url.hostname)) return undefined;
  return "expected https, or http on a loopback address";
}
