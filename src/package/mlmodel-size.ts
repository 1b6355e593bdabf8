import { Lexer } from "yaml";

const LARGEST_BYTES = 4 * 1024 ** 2;

/** Bytes of an MLmodel that are read before it is known how long it is: one too many shows it. */
export const READ_MLMODEL_BYTES = LARGEST_BYTES + 1;

// YAML is read into an object for each value and several for what stands between them: a file of
// this many tokens takes about a second, in which the process does nothing else.
const MOST_TOKENS = 250_000;

/** Tells why a text is too large for an MLmodel, without taking the time to read it. */
export function wrongSize(text: string): string | undefined {
  if (Buffer.byteLength(text) > LARGEST_BYTES) return "expected at most 4 MiB";
  // A token is a character at the least, and there may be a mark before it.
  if (text.length <= MOST_TOKENS / 2) return undefined;
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return "expected at most 250,000 YAML tokens, some 30,000 values";
  }
  return undefined;
}
