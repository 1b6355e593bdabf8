/**
 * Writes a value as JSON with the members of every object sorted by name and undefined ones left
 * out: equal values give equal texts.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : // JSON has no word for these, and two metrics that differ must not look alike.
        typeof member === "number" && !Number.isFinite(member)
        ? String(member)
        : member,
  );
}
