/** One thing that is wrong with a signature. */
export interface Violation {
  /**
   * Where it is: a path in MLflow's JSON (`inputs[2].type`) or, for a signature in a request, the
   * field's path in the request (`signature.inputs.columns.columns[1].type`).
   */
  path: string;
  /** What would be right: lower-case, no full stop. */
  reason: string;
}

/** Says what is wrong with a signature: everything that was found, at least one violation. */
export class SignatureError extends Error {
  readonly violations: readonly Violation[];
  /** Path of the first violation. */
  readonly path: string;
  /** Reason of the first violation. */
  readonly reason: string;

  constructor(first: Violation, ...others: Violation[]) {
    const violations = [first, ...others];
    super(violations.map(({ path, reason }) => `${path}: ${reason}`).join("; "));
    this.name = "SignatureError";
    this.violations = violations;
    this.path = first.path;
    this.reason = first.reason;
  }
}

/** Throws a SignatureError of one violation. */
export function refuse(path: string, reason: string): never {
  throw new SignatureError({ path, reason });
}

/**
 * Converts all items, so that an error tells what is wrong with every one of them.
 *
 * @throws SignatureError with the violations of all items.
 */
export function gather<T, R>(items: readonly T[], convert: (item: T, index: number) => R): R[] {
  const results: R[] = [];
  const violations: Violation[] = [];
  for (const [index, item] of items.entries()) {
    try {
      results.push(convert(item, index));
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      violations.push(...error.violations);
    }
  }
  const [first, ...others] = violations;
  if (first !== undefined) throw new SignatureError(first, ...others);
  return results;
}

/** Extends a path by a member: `a.name`, or `a["user id"]` where the name is no plain word. */
export function memberPath(path: string, name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)
    ? `${path}.${name}`
    : `${path}[${JSON.stringify(name)}]`;
}
