import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { benchmarks } from "../bench/benchmarks.ts";
import { benchResult } from "../bench/result.ts";
import { ratios, summarize } from "../bench/statistics.ts";
import { textTable, writeChange, writeNumber } from "../bench/table.ts";
import { getDirectly, putDirectly } from "../bench/transfer/direct.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("npm run bench", () => {
  let folder: TemporaryDirectory;
  beforeEach(async () => {
    folder = await makeTemporaryDirectory("modelwire-bench-test-");
  });
  afterEach(() => folder.remove());

  async function bench(args: string[], env: Record<string, string>) {
    const child = spawn(process.execPath, ["bench/bench.ts", ...args, "--out", folder.path], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const [output, errors, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    return { output, errors, code };
  }

  const short = { BENCH_VERSIONS: "200", BENCH_DELIVERIES: "200", BENCH_ROUNDS: "2" };

  test("prints what a benchmark measured, and keeps it with machine, versions and spread", async () => {
    const { output, errors, code } = await bench(["--quick", "--only", "scrape"], short);
    expect(code, errors).toBe(0);
    const kept = await readFile(join(folder.path, "scrape.json"), "utf8");
    const result = benchResult.parse(JSON.parse(kept));
    expect(result).toMatchObject({
      benchmark: "scrape",
      quick: true,
      settings: { versions: 200, "deliveries that wait": 200, rounds: 2 },
    });
    expect(Object.keys(result.versions).sort()).toEqual(["Node.js", "PostgreSQL", "SQLite"]);
    const [table] = result.tables;
    expect(table?.rows.map((row) => row.case.database)).toContain("PostgreSQL");
    expect(table?.rows.map((row) => row.measured["time, ms"]?.count)).toEqual(Array(8).fill(2));
    expect(output).toMatch(
      /^\| database \| read \| time, ms \|\n.*\n\| SQLite \| state of the index/m,
    );
  });

  test("names a benchmark that failed, and keeps nothing of it", async () => {
    const { errors, code } = await bench(["--only", "scrape"], { ...short, BENCH_ROUNDS: "0" });
    expect(code).toBe(1);
    expect(errors).toContain("nothing was measured");
    expect(errors).toContain("failed: scrape; their messages are above");
    await expect(readFile(join(folder.path, "scrape.json"))).rejects.toThrow("ENOENT");
  });

  test("refuses a name that no benchmark has, with those that there are", async () => {
    const { errors, code } = await bench(["--only", "speed"], {});
    expect(code).toBe(1);
    expect(errors).toContain(benchmarks.map(({ name }) => name).join(", "));
  });

  test.each([
    ["overhead", "modelwire.db"],
    ["scrape", "data/postmaster.pid"],
  ])("leaves no process and no file of %s where it is ended", async (name, underWay) => {
    // The PostgreSQL below it is another user's.
    await chmod(folder.path, 0o711);
    const child = spawn(process.execPath, ["bench/bench.ts", "--quick", "--only", name], {
      cwd: root,
      // Every file of a benchmark goes there, and every process to a group of its own.
      env: { ...process.env, ...short, DATABASE_URL: undefined, TMPDIR: folder.path },
      detached: true,
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    const signalGroup = (signal: NodeJS.Signals | 0) => process.kill(-(child.pid ?? 0), signal);
    try {
      const folders = async () =>
        (await readdir(folder.path)).filter((name) =>
          existsSync(join(folder.path, name, underWay)),
        );
      await expect.poll(folders, { timeout: 50_000 }).toHaveLength(1);
      child.kill("SIGTERM");
      await ended;
      expect(() => signalGroup(0)).toThrow("ESRCH");
      expect(await readdir(folder.path)).toEqual([]);
    } finally {
      try {
        signalGroup("SIGKILL");
      } catch {
        // It has ended, as it should.
      }
    }
  });
});

describe("a direct PUT and GET", () => {
  let server: Server;
  let url: string;
  let received: number;
  beforeEach(async () => {
    received = 0;
    server = createServer(async (request, response) => {
      for await (const chunk of request) received += chunk.length;
      response.writeHead(Number(request.url?.slice(1))).end("the answer");
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  test("count where they are answered with 200", async () => {
    await putDirectly(`${url}/200`, new Uint8Array(1000), 3);
    expect(received).toBe(3000);
    await getDirectly(`${url}/200`);
  });

  test("do not where they are answered otherwise", async () => {
    const put = putDirectly(`${url}/503`, new Uint8Array(1000), 3);
    await expect(put).rejects.toThrow("/503 was answered with 503");
    await expect(getDirectly(`${url}/404`)).rejects.toThrow("/404 was answered with 404");
  });
});

describe("what rounds come to", () => {
  test("is the median with the quartiles, the least and the most", () => {
    const summary = { median: 3, low: 2, high: 4, least: 1, most: 10, count: 5 };
    expect(summarize([10, 2, 3, 1, 4])).toEqual(summary);
  });

  test("is a ratio of each round, so that a slow one harms both sides", () => {
    expect(ratios([10, 100, 10], [20, 200, 20])).toEqual([0.5, 0.5, 0.5]);
    expect(() => ratios([1], [1, 2])).toThrow("a round more");
  });

  test("is written with digits that one can read, and a change with its sign", () => {
    expect([1234.5, 123.4, 12.34, 1.234, 7].map(writeNumber)).toEqual([
      "1,235",
      "123",
      "12.3",
      "1.23",
      "7",
    ]);
    expect([4.96, -4.96, -0.01].map(writeChange)).toEqual(["+5.0", "−5.0", "0.0"]);
    const row = {
      case: { database: "SQLite" },
      measured: { "against before, %": summarize([1, 2, 3]), "p99, ms": summarize([7]) },
      counted: { "sent twice": 0 },
    };
    expect(textTable({ name: "A table", rows: [row] })).toEqual({
      head: ["database", "against before, %", "p99, ms", "sent twice"],
      numeric: [false, true, true, true],
      rows: [["SQLite", "+2.0 (+1.5 to +2.5)", "7", "0"]],
    });
  });
});
