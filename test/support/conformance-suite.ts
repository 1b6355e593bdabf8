import { type ExecFileException, execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buf } from "../../scripts/contract/buf.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "test", "conformance");
const home = join(root, ".modelwire", "conformance");
const runner = join(home, "connectconformance");
const image = join(home, "protos.binpb");

const runFile = promisify(execFile);

/** One of the listeners, by the name of its files in `test/conformance`. */
export type ListenerName = "grpc" | "http";

/** What a run of the suite came to. */
export interface Verdict {
  /** Whether the runner ended well. */
  passed: boolean;
  /** How many cases were run, and how many of them did as they should. */
  cases: number;
  passedCases: number;
  /** Cases that are not listed and failed, or that are and did not; and what never ran. */
  complaints: string[];
  /** Why each case failed that is listed as failing, by the case's name. */
  expectedFailures: Map<string, string>;
  /** All that the runner printed. */
  output: string;
}

/**
 * Builds the suite's runner, of the version and digests in `test/conformance`, and the image of its
 * protos. What is there already is built no more.
 *
 * @returns false where there is no Go on this machine
 * @throws Error where they cannot be built
 */
export async function buildSuite(): Promise<boolean> {
  await mkdir(home, { recursive: true });
  try {
    await go("build", "-o", runner, "connectrpc.com/conformance/cmd/connectconformance");
  } catch (error) {
    if ((error as ExecFileException).code === "ENOENT") return false;
    throw error;
  }
  const module = await go("list", "-m", "-f", "{{.Dir}}", "connectrpc.com/conformance");
  const protos = join(module.trim(), "proto");
  const path = (file: string) => join(protos, "connectrpc", "conformance", "v1", file);
  const paths = [path("service.proto"), path("server_compat.proto")];
  await buf(root, ["build", protos, ...paths.flatMap((one) => ["--path", one]), "-o", image]);
  return true;
}

/**
 * Runs the suite against a listener, over TLS or without, one call or two at a time: some cases look
 * at the clock.
 */
export async function runSuite(listener: ListenerName, withTls: boolean): Promise<Verdict> {
  const file = (name: string) => join(sources, name);
  const args = ["--mode", "server", "--conf", file(`${listener}${withTls ? "-tls" : ""}.yaml`)];
  args.push("--known-failing", `@${file(`${listener}-known-failing.txt`)}`);
  args.push("--known-flaky", `@${file("known-flaky.txt")}`);
  args.push("--parallel", "2", "--max-servers", "1");
  args.push("--", process.execPath, file("server.ts"), listener, image);
  try {
    const { stdout, stderr } = await runFile(runner, args, {
      cwd: root,
      maxBuffer: 64 * 1024 ** 2,
    });
    return read(stdout, stderr, true);
  } catch (error) {
    const { stdout = "", stderr = "" } = error as ExecFileException;
    return read(stdout, stderr, false);
  }
}

async function go(...args: string[]): Promise<string> {
  const env = { ...process.env, GOFLAGS: "-mod=readonly" };
  return (await runFile("go", args, { cwd: sources, env })).stdout;
}

function read(stdout: string, stderr: string, passed: boolean): Verdict {
  const [, cases, passedCases] = /^Total cases: (\d+)\n(\d+) passed/m.exec(stdout) ?? [];
  // What belongs to a case follows its line, indented.
  const complaints = stdout.match(/^(FAILED: |Another \d+ could not).*(\n\t.*)*/gm) ?? [];
  const expected = stdout.matchAll(/^INFO: (.*) failed \(as expected\):((?:\n\t.*)*)/gm);
  return {
    passed,
    cases: Number(cases ?? 0),
    passedCases: Number(passedCases ?? 0),
    complaints: [...complaints],
    expectedFailures: new Map([...expected].map(([, name = "", why = ""]) => [name, why.trim()])),
    output: stdout + stderr,
  };
}
