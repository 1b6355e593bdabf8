import { createHash } from "node:crypto";
import type { Caller } from "./caller.ts";

/** What a token was found to say. */
export interface VerifiedToken {
  caller: Caller;
  /** From when on it holds no more. */
  expiryTimeMs: number;
  /** SHA-256 of the one certificate that it may come with, in base64url; undefined: any or none. */
  certificateSha256: string | undefined;
}

/** Remembers tokens that were verified, by their digests, as many as there is room for. */
export class VerifiedTokens {
  readonly #room: number;
  readonly #tokens = new Map<string, VerifiedToken>();

  constructor(room: number) {
    this.#room = room;
  }

  /** Gives what a token was found to say; undefined where it is not known, or has expired. */
  get(token: string): VerifiedToken | undefined {
    const digest = digestOf(token);
    const found = this.#tokens.get(digest);
    if (found === undefined) return undefined;
    this.#tokens.delete(digest);
    if (found.expiryTimeMs <= Date.now()) return undefined;
    // Behind all others: the first is the one that was not used for longest.
    this.#tokens.set(digest, found);
    return found;
  }

  /** Remembers a token, and forgets the one that was not used for longest where there is no room. */
  add(token: string, verified: VerifiedToken): void {
    this.#tokens.set(digestOf(token), verified);
    if (this.#tokens.size <= this.#room) return;
    const [oldest] = this.#tokens.keys();
    if (oldest !== undefined) this.#tokens.delete(oldest);
  }
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
