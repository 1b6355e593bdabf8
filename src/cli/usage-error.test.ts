import { expect, test } from "vitest";
import { withoutSecrets } from "./usage-error.ts";

const key = `mwk_0123456789abcdef_${"A".repeat(43)}`;

test.for([
  [`error: unknown option '--api-key=${key}'`, "error: unknown option '--api-key'"],
  ["error: unknown option '--token=it's'", "error: unknown option '--token'"],
  ["error: unknown option '--api-key'", "error: unknown option '--api-key'"],
  [`error: unknown command '${key}'`, "error: unknown command 'mwk_***'"],
  [
    "error: option '--url <url>' value 'ftp://u:p@ss@host' from env 'MODELWIRE_URL' is invalid.",
    "error: option '--url <url>' value '***@host' from env 'MODELWIRE_URL' is invalid.",
  ],
  [
    "error: option '--url <url>' argument 'host' is invalid.",
    "error: option '--url <url>' argument 'host' is invalid.",
  ],
  [
    "error: command-argument value 'model@' is invalid.",
    "error: command-argument value 'model@' is invalid.",
  ],
])("%s is told as %s", ([text = "", told]) => {
  expect(withoutSecrets(text)).toBe(told);
});
