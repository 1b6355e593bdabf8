import { expect } from "vitest";

/**
 * Makes what expects that two answers, as maps by path, are the same but for what a table names.
 * What the table named is added to `used`. A path of the table that ends in `*` stands for all that
 * begin like it.
 */
export function sameBut(used: Set<string>) {
  return (
    ours: Map<string, unknown>,
    recorded: Map<string, unknown>,
    reasons: Record<string, string>,
  ): void => {
    const paths = [...new Set([...recorded.keys(), ...ours.keys()])];
    const unexplained = paths.filter((path) => {
      if (JSON.stringify(ours.get(path)) === JSON.stringify(recorded.get(path))) return false;
      const key = Object.keys(reasons).find((one) =>
        one.endsWith("*") ? path.startsWith(one.slice(0, -1)) : path === one,
      );
      if (key !== undefined) used.add(key);
      return key === undefined;
    });
    const shown = (answer: Map<string, unknown>) =>
      Object.fromEntries(unexplained.map((path) => [path, answer.get(path)]));
    expect(shown(ours)).toEqual(shown(recorded));
  };
}
