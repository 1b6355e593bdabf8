import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { benchmarks } from "../bench/benchmarks.ts";
import { type BenchResult, benchResult } from "../bench/result.ts";
import { summarize } from "../bench/statistics.ts";
import { judge, reachedIn, tellAim } from "../scripts/docs/performance/aims.ts";
import { makePerformancePage } from "../scripts/docs/performance/page.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));

describe("an aim", () => {
  const value = (low: number, high: number) => summarize([low, (low + high) / 2, high]);

  test.each([
    [{ atMost: 5 }, value(1, 4), "reached"],
    [{ atMost: 5 }, value(4, 8), "open"],
    [{ atMost: 5 }, value(7, 9), "missed"],
    [{ atLeast: 0.5 }, value(0.6, 0.8), "reached"],
    [{ atLeast: 0.5 }, value(0.3, 0.8), "open"],
    [{ atLeast: 0.5 }, value(0.1, 0.4), "missed"],
  ])("of %o with %o is %s", (bound, summary, verdict) => {
    expect(judge({ bound }, summary)).toBe(verdict);
  });

  test("that is missed somewhere says where, and by how much", () => {
    const aim = {
      asks: "no more than 5 % over before",
      bound: { atMost: 5 },
      percent: true as const,
      cases: [
        { name: "small", value: summarize([-20]) },
        { name: "large", value: summarize([40]) },
      ],
    };
    expect(reachedIn(aim)).toBe("1 of 2");
    expect(tellAim(aim)).toBe(
      "**Aim: no more than 5 % over before.** Reached in 1 of 2.\n\nMissed:\n\n- large: +40.0 %",
    );
    expect(tellAim({ ...aim, cases: [] })).toContain("Not measured in this run.");
  });
});

describe("the page of the benchmarks", () => {
  let folder: TemporaryDirectory;
  beforeEach(async () => {
    folder = await makeTemporaryDirectory("modelwire-performance-test-");
    await cp(join(repository, "bench/results"), join(folder.path, "bench/results"), {
      recursive: true,
    });
  });
  afterEach(() => folder.remove());

  const fileOf = (name: string) => join(folder.path, "bench/results", `${name}.json`);

  async function change(name: string, edit: (result: BenchResult) => void): Promise<void> {
    const result = benchResult.parse(JSON.parse(await readFile(fileOf(name), "utf8")));
    edit(result);
    await writeFile(fileOf(name), JSON.stringify(result));
  }

  test("says of a registration that takes longer than it may which one it is", async () => {
    await change("registration", ({ tables: [waits] }) => {
      for (const { measured } of waits?.rows ?? []) {
        measured["drop-in against before, %"] = summarize([-10]);
        measured["typed client against before, %"] = summarize([-10]);
      }
      const [, second] = waits?.rows ?? [];
      if (second) second.measured["drop-in against before, %"] = summarize([7.5, 8, 9]);
    });
    const page = await makePerformancePage(folder.path);
    expect(page).toMatch(/no more than 5 % longer than before \| 13 of 14 \|/);
    expect(page).toContain(
      "- small model, requirements given, no webhook, drop-in: +8.0 (+7.8 to +8.5) %",
    );
  });

  test("tells of MLflow's search by source where it was measured", async () => {
    const told = 'Among 100,000 versions that takes 250 ms ("MLflow by source").';
    const columns = ["MLflow by source, ms", "MLflow by source, /s"];
    await change("read", ({ tables: [lookUps] }) => {
      for (const { measured } of lookUps?.rows ?? []) {
        for (const column of columns) delete measured[column];
      }
    });
    expect(await makePerformancePage(folder.path)).not.toContain('by source"');
    await change("read", ({ tables: [lookUps] }) => {
      for (const { measured } of lookUps?.rows ?? []) {
        for (const column of columns) measured[column] = summarize([250]);
      }
    });
    expect(await makePerformancePage(folder.path)).toContain(told);
  });

  test("warns of a run that was quick, and of a machine that had other work", async () => {
    for (const { name } of benchmarks) {
      await change(name, (result) => {
        result.quick = name === "read";
        result.machine.loadBefore = name === "transfer" ? result.machine.cores : 0;
      });
    }
    const page = await makePerformancePage(folder.path);
    expect(page).toContain("a quick run, which shows only that they work: read.**");
    expect(page).toContain("so they are worth little: transfer.**");
  });

  test("is not made of a result that is missing, or is none", async () => {
    await rm(fileOf("webhook"));
    await expect(makePerformancePage(folder.path)).rejects.toThrow(
      "bench/results/webhook.json: run `npm run bench -- --only webhook --out bench/results`",
    );
    await writeFile(fileOf("webhook"), "{}");
    await expect(makePerformancePage(folder.path)).rejects.toThrow("bench/results/webhook.json: ");
  });
});
