/** Gives the middle of numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Writes the median with the quartiles around it. */
export function spread(values: readonly number[]): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(values, q).toFixed(0));
  return `${middle} (${low}-${high})`;
}

/** Gives the value below which a share of numbers lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** Prints a table as Markdown. */
export function printTable(head: readonly string[], rows: readonly string[][]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(line(head));
  process.stdout.write(line(head.map(() => "---")));
  for (const row of rows) process.stdout.write(line(row));
}
