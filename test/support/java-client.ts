import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Where the Java client is. */
export const javaClient = fileURLToPath(new URL("../../clients/java", import.meta.url));

// Kept from one run to the next: the generated code takes longest.
const buildRoot = fileURLToPath(
  new URL("../../node_modules/.cache/modelwire-java", import.meta.url),
);

/** How many tests a module of the build ran, and how many of them did not pass. */
export interface TestCounts {
  run: number;
  notPassed: number;
}

/** What a program printed and how it ended. */
export interface ProgramResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Builds the client and its examples, runs their tests, and checks how they are formatted.
 *
 * @throws Error with what Maven said, where it fails
 */
export async function buildJavaClient(): Promise<void> {
  for (const name of ["modelwire-client", "receiver"]) {
    await rm(join(buildRoot, name, "surefire-reports"), { recursive: true, force: true });
  }
  const pom = join(javaClient, "examples", "pom.xml");
  const args = ["-B", "-ntp", "-f", pom, `-Dbuild.root=${buildRoot}`, "verify"];
  const { exitCode, stdout, stderr } = await run("mvn", args, {});
  if (exitCode === 0) return;
  throw new Error(`mvn ended with ${exitCode}:\n${stdout.slice(-10_000)}${stderr}`);
}

/** Counts the tests of a module, from what its build reported. */
export async function countJavaTests(module: string): Promise<TestCounts> {
  const folder = join(buildRoot, module, "surefire-reports");
  const counts = { run: 0, notPassed: 0 };
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".xml")) continue;
    const [suite = ""] = /<testsuite [^>]*>/.exec(await readFile(join(folder, name), "utf8")) ?? [];
    const count = (key: string) => Number(new RegExp(` ${key}="(\\d+)"`).exec(suite)?.[1]);
    counts.run += count("tests");
    counts.notPassed += count("failures") + count("errors") + count("skipped");
  }
  return counts;
}

/** Runs the tour with a model directory. */
export function runJavaTour(model: string, env: Record<string, string>): Promise<ProgramResult> {
  const tour = join(buildRoot, "tour");
  const classes = [join(tour, "tour-1.0.0-rc.5.jar"), join(tour, "lib", "*")].join(":");
  return run("java", ["-cp", classes, "io.modelwire.examples.tour.Tour", model], env);
}

async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<ProgramResult> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode, stdout, stderr };
}
