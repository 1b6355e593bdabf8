/**
 * Takes out of what Commander says of wrong usage what may be secret: the value of an option that
 * there is not, such as `--api-key=…`, the login within a URL, and whatever looks like an API key.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(unknown option '-[^'=]*)=.*'/s, "$1'")
    .replace(/(option '--url <url>' (?:argument|value) ').*@/s, "$1***@")
    .replace(/mwk_[0-9a-f]{16}_[\w-]+/g, "mwk_***");
}
