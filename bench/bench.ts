// Runs the benchmarks, one after the other and each in a process of its own: `npm run bench`. See
// README.md beside this file.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { type Benchmark, benchmarks } from "./benchmarks.ts";

interface Options {
  only?: string[];
  quick: boolean;
  out: string;
}

const root = join(import.meta.dirname, "..");
const names = benchmarks.map(({ name }) => name);
const { only, quick, out } = new Command("npm run bench --")
  .description("Runs the benchmarks, and keeps what each comes to as <name>.json.")
  .addOption(new Option("--only <names...>", "run these").choices(names))
  .option("--quick", "so short that it only shows that they work", false)
  .option("--out <folder>", "where the results go", join(root, ".modelwire/bench"))
  .parse()
  .opts<Options>();

let running: ChildProcess | undefined;
let ending = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    ending = true;
    running?.kill(signal);
  });
}

const loadBefore = String(loadavg()[0] ?? 0);
const failed: string[] = [];
for (const benchmark of benchmarks) {
  if (ending || !(only ?? names).includes(benchmark.name)) continue;
  process.stdout.write(`\n# ${benchmark.name}\n\n`);
  if ((await run(benchmark)) !== 0) failed.push(benchmark.name);
}
if (failed.length > 0) {
  process.stderr.write(`failed: ${failed.join(", ")}; their messages are above\n`);
  process.exitCode = 1;
}

/** Runs one, and gives the code that it ended with. What the caller has set counts above all. */
async function run({ name, quick: short }: Benchmark): Promise<number | null> {
  running = spawn(process.execPath, [join(import.meta.dirname, name, `${name}.ts`)], {
    cwd: root,
    env: {
      ...(quick && { ...short, BENCH_QUICK: "1" }),
      ...process.env,
      BENCH_RESULT: join(resolve(out), `${name}.json`),
      BENCH_LOAD_BEFORE: loadBefore,
    },
    stdio: "inherit",
  });
  const [code] = (await once(running, "exit")) as [number | null];
  return code;
}
