import { benchmarks } from "../../../bench/benchmarks.ts";
import type { BenchResult } from "../../../bench/result.ts";
import { markdownTable, textTable, writeNumber } from "../../../bench/table.ts";
import { anchorOf } from "../api/prose.ts";
import { admission } from "./admission.ts";
import { reachedIn, tellAim } from "./aims.ts";
import { overhead } from "./overhead.ts";
import { read } from "./read.ts";
import { registration } from "./registration.ts";
import { readResult } from "./results.ts";
import { scrape } from "./scrape.ts";
import type { Section } from "./section.ts";
import { transfer } from "./transfer.ts";
import { webhook } from "./webhook.ts";

/** The page of the benchmarks, from the root. */
export const performancePath = "docs/performance.md";

const sections: Section[] = [registration, overhead, read, webhook, admission, transfer, scrape];

/** Makes the page of what the benchmarks came to, from the results that are kept. */
export async function makePerformancePage(root: string): Promise<string> {
  const results: BenchResult[] = [];
  for (const { benchmark } of sections) results.push(await readResult(root, benchmark));
  const untold = benchmarks.filter(({ name }) => !sections.some((s) => s.benchmark === name));
  if (untold.length > 0)
    throw new Error(`${performancePath} has no section for ${untold[0]?.name}`);
  return [
    "# How fast it is",
    intro,
    ...warnings(results),
    "## Aims",
    aimsTable(results),
    "## Measured on",
    surroundings(results),
    ...sections.flatMap((section, i) => tellSection(section, results[i])),
    "## Measure it yourself",
    how,
  ].join("\n\n");
}

const intro = `What was measured, what it is compared with in the same run, and where it falls short of what
was meant. All numbers come from the runs that are told below; [bench](../bench/README.md) says of each
benchmark how it measures. Where several rounds were made a number is their median, with the
quartiles in brackets: half of the rounds are between them. Ratios are taken round by round. An aim is
reached where the worse quartile is within it.`;

const how = `On a machine that does nothing else, for about 25 minutes:

<!-- not run: it takes long, and measures nothing while other tests run -->

\`\`\`console
$ npm run bench
\`\`\`

\`npm run bench -- --quick\` takes a few minutes and shows that all of them work, and
\`npm run bench -- --only registration\` runs one. Each prints its tables and keeps them as JSON.
[The results of this page](../bench/results) are written by
\`npm run bench -- --out bench/results\`, and the page from them by \`npm run docs\`.`;

function warnings(results: readonly BenchResult[]): string[] {
  const quick = results.filter((result) => result.quick);
  const busy = results.filter(({ machine }) => machine.loadBefore > machine.cores / 2);
  const names = (of: readonly BenchResult[]) => of.map((r) => r.benchmark).join(", ");
  return [
    ...(quick.length > 0
      ? [`**These are of a quick run, which shows only that they work: ${names(quick)}.**`]
      : []),
    ...(busy.length > 0
      ? [
          `**The machine had other work when these began, so they are worth little: ${names(busy)}.**`,
        ]
      : []),
  ];
}

function aimsTable(results: readonly BenchResult[]): string {
  const rows = sections.flatMap((section, i) => {
    const result = results[i];
    const aims = result ? section.aims(result) : [];
    const link = `[${section.title}](#${anchorOf(section.title)})`;
    return aims.map((aim) => [link, aim.asks, reachedIn(aim)]);
  });
  const head = ["benchmark", "aim", "cases in which it is reached"];
  return markdownTable({ head, numeric: head.map(() => false), rows });
}

function surroundings(results: readonly BenchResult[]): string {
  const machines = new Set(
    results.map(({ machine: { cpu, cores, memoryGib, os } }) => {
      return `${cpu}, ${cores} cores, ${memoryGib} GiB; ${os}`;
    }),
  );
  const versions = new Set(
    results.flatMap((result) => Object.entries(result.versions).map((pair) => pair.join(" "))),
  );
  const head = ["benchmark", "began", "took, s", "load before", "commit", "settings"];
  const rows = results.map((result) => [
    result.benchmark,
    `${result.startedAt.slice(0, 16).replace("T", " ")} UTC`,
    writeNumber(result.seconds),
    writeNumber(result.machine.loadBefore),
    result.commit,
    Object.entries(result.settings)
      .map(([name, value]) => `${name}: ${typeof value === "number" ? writeNumber(value) : value}`)
      .join("; "),
  ]);
  const numeric = head.map((name) => name === "took, s" || name === "load before");
  return [
    ...[...machines].map((machine) => `- ${machine}`),
    `- ${[...versions].sort().join(", ")}`,
    "",
    markdownTable({ head, numeric, rows }),
  ].join("\n");
}

function tellSection(section: Section, result: BenchResult | undefined): string[] {
  if (!result) return [];
  const tables = result.tables.map(
    (table) => `${table.name}:\n\n${markdownTable(textTable(table))}`,
  );
  const aims = section.aims(result).map(tellAim);
  return [`## ${section.title}`, section.asks, ...tables, ...aims, section.means(result)];
}
