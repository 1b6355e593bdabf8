/** Matches a version of the contract: `1.0.0`, or `1.0.0-rc.1` for a candidate. */
export const versionPattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-rc\.([1-9]\d*))?$/;

/** Tells whether a version is a candidate, which may be retired; a final one may not. */
export function isCandidate(version: string): boolean {
  return version.includes("-rc.");
}

/** Orders two versions: negative where `a` is older. A candidate is older than its final. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [i, part] of left.entries()) {
    const difference = part - (right[i] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

// A final version counts as a candidate without end. Infinity - Infinity is NaN: equal.
function parts(version: string): number[] {
  const match = versionPattern.exec(version);
  if (match === null) throw new Error(`${version} is no version such as 1.0.0 or 1.0.0-rc.1`);
  return match
    .slice(1)
    .map((part) => (part === undefined ? Number.POSITIVE_INFINITY : Number(part)));
}
