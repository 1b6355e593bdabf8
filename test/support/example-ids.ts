/**
 * Knows what stands in a run of examples for each value that pages show and that is another one
 * each time: ids, tokens, times.
 */
export class ExampleIds {
  readonly #real: Map<string, string>;

  /** @param known what is known before the first answer: as shown → as it is */
  constructor(known: Record<string, string>) {
    this.#real = new Map(Object.entries(known));
  }

  /** Puts what is real in the place of what a page shows. */
  inText(text: string): string {
    let here = text;
    for (const [shown, real] of this.#real) here = here.replaceAll(shown, real);
    return here;
  }

  /**
   * Compares an answer with the part of it that a page shows, and keeps what stands for the values
   * that are another one each time. Gives what differs; then nothing is kept.
   */
  compare(shown: unknown, answered: unknown): string[] {
    const learned = new Map<string, string>();
    const differences = this.#compare(shown, answered, "", learned);
    if (differences.length === 0) for (const [key, value] of learned) this.#real.set(key, value);
    return differences;
  }

  #compare(
    shown: unknown,
    answered: unknown,
    path: string,
    learned: Map<string, string>,
  ): string[] {
    if (typeof shown === "object" && shown !== null) {
      if (typeof answered !== "object" || answered === null) return [`${path} is ${answered}`];
      const parts = answered as Record<string, unknown>;
      // A part of nothing would be in everything: what is shown as empty is empty.
      if (Object.keys(shown).length === 0 && Object.keys(parts).length > 0) {
        return [`${path} is ${JSON.stringify(answered)}, not empty`];
      }
      return Object.entries(shown).flatMap(([key, value]) =>
        this.#compare(value, parts[key], `${path}/${key}`, learned),
      );
    }
    if (shown === answered) return [];
    const differs = [`${path} is ${JSON.stringify(answered)}, not ${JSON.stringify(shown)}`];
    if (typeof shown !== "string" || typeof answered !== "string") return differs;
    if (this.inText(shown) === answered) return [];
    const kind = kinds.find(({ pattern }) => pattern.test(shown));
    if (!kind?.pattern.test(answered)) return differs;
    if (kind.stays && this.#real.has(shown)) return differs;
    learned.set(shown, answered);
    return [];
  }
}

/** What is another one each time; `stays` where the same thing is meant wherever it is shown. */
const kinds = [
  { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, stays: true },
  { pattern: /^m-[0-9a-f]{32}$/, stays: true },
  { pattern: /^ep_[0-9a-f]{32}$/, stays: true },
  { pattern: /^evt_[0-9a-f]{32}$/, stays: true },
  { pattern: /^dlv_[0-9a-f]{32}$/, stays: true },
  { pattern: /^key_[0-9a-f]{16}$/, stays: true },
  { pattern: /^mwk_[0-9a-f]{16}_[\w-]{43}$/, stays: true },
  { pattern: /^whsec_[A-Za-z0-9+/]{43}=$/, stays: true },
  { pattern: /^[0-9a-f]{32}$/, stays: true },
  { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, stays: false },
  // Tokens and cursors: names have no capitals, and those of enums nothing else.
  { pattern: /^(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{20,}$/, stays: false },
];
