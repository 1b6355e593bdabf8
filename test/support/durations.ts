const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads a duration as Compose writes it, such as `1m30s`, in milliseconds; NaN for anything else. */
export function milliseconds(text: string | undefined): number {
  if (!text || !/^(\d+(ms|s|m|h))+$/.test(text)) return Number.NaN;
  const parts = text.matchAll(/(\d+)(ms|s|m|h)/g);
  return [...parts].reduce((sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ""] ?? 0), 0);
}
