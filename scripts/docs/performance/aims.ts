import type { Summary } from "../../../bench/statistics.ts";
import { writeSummary } from "../../../bench/table.ts";

/** What a benchmark is meant to show. */
export interface Aim {
  /** What is asked, with the bound in words. */
  asks: string;
  bound: { atMost: number } | { atLeast: number };
  /** What was measured of it, one for each case. None where the run had no such case. */
  cases: AimCase[];
  /** Whether what was measured is a change in percent. */
  percent?: true;
}

/** One case of an aim. */
export interface AimCase {
  name: string;
  value: Summary;
}

/**
 * Tells whether an aim is reached: where the worse quartile is within the bound. Where the better
 * one is beyond it, it is missed; where the bound lies between them, the rounds do not tell.
 */
export function judge({ bound }: Pick<Aim, "bound">, { low, high }: Summary): Verdict {
  const within = (value: number) =>
    "atMost" in bound ? value <= bound.atMost : value >= bound.atLeast;
  const [better, worse] = "atMost" in bound ? [low, high] : [high, low];
  if (within(worse)) return "reached";
  return within(better) ? "open" : "missed";
}

/** How an aim came out in a case. */
export type Verdict = "reached" | "open" | "missed";

/** Tells in how many cases an aim was reached: `3 of 4`. */
export function reachedIn(aim: Aim): string {
  if (aim.cases.length === 0) return "not measured in this run";
  const reached = aim.cases.filter(({ value }) => judge(aim, value) === "reached");
  return `${reached.length} of ${aim.cases.length}`;
}

/** Names the cases of a verdict, with what was measured. */
export function casesOf(aim: Aim, verdict: Verdict): string[] {
  return aim.cases
    .filter(({ value }) => judge(aim, value) === verdict)
    .map(({ name, value }) => `${name}: ${writeValue(aim, value)}`);
}

/** Tells an aim, and plainly where it is not reached. */
export function tellAim(aim: Aim): string {
  const missed = casesOf(aim, "missed");
  const open = casesOf(aim, "open");
  const parts = [`**Aim: ${aim.asks}.** Reached in ${reachedIn(aim)}.`];
  if (aim.cases.length === 0) parts[0] = `**Aim: ${aim.asks}.** Not measured in this run.`;
  if (missed.length > 0) parts.push(list("Missed:", missed));
  if (open.length > 0) parts.push(list("The rounds do not tell, as the bound lies between:", open));
  return parts.join("\n\n");
}

function list(head: string, lines: readonly string[]): string {
  return `${head}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function writeValue({ percent }: Aim, value: Summary): string {
  return percent ? `${writeSummary(value, true)} %` : writeSummary(value);
}
