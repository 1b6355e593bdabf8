import { chmod, copyFile, readdir, rename } from "node:fs/promises";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { run } from "./run.ts";

const artifacts = {
  protoc: "com.google.protobuf:protoc:4.36.2",
  // 1.84.0 was published without programs for Linux.
  "protoc-gen-grpc-java": "io.grpc:protoc-gen-grpc-java:1.83.0",
};
const copyGoal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

/** The program that generates Rust. */
export const rustGenerator = "modelwire-generate";

/** Installs the plugins that `clients/go/go.mod` names as tools. */
export async function installGo(root: string, folder: string): Promise<void> {
  const env = { ...process.env, GOBIN: folder, GOFLAGS: "-mod=readonly" };
  await run("go", ["install", "tool"], { cwd: join(root, "clients", "go"), env });
}

/** Makes a virtual environment with protoc, as `clients/python/generate.txt` pins it. */
export async function installPython(root: string, folder: string): Promise<void> {
  await run("python3", ["-m", "venv", folder]);
  const pins = join(root, "clients", "python", "generate.txt");
  await run(join(folder, "bin", "python"), ["-m", "pip", "install", "-q", "-r", pins]);
}

/** Fetches the programs that Maven's repository has for this machine. */
export async function installJava(_root: string, folder: string): Promise<void> {
  for (const [name, artifact] of Object.entries(artifacts)) {
    const wanted = `-Dartifact=${artifact}:exe:${mavenClassifier()}`;
    await run("mvn", ["-q", "-B", copyGoal, wanted, `-DoutputDirectory=${folder}`]);
    const [, fileName] = artifact.split(":");
    const file = (await readdir(folder)).find(
      (file) => file.startsWith(`${fileName}-`) && file.endsWith(".exe"),
    );
    if (!file) throw new Error(`mvn brought no program for ${artifact}`);
    await rename(join(folder, file), join(folder, name));
    await chmod(join(folder, name), 0o755);
  }
}

/** Builds the program that generates Rust, as `clients/rust/Cargo.lock` pins what it is made of. */
export async function installRust(root: string, folder: string): Promise<void> {
  const target = join(root, "node_modules", ".cache", "modelwire-rust");
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  const build = ["build", "--locked", "--quiet", "--package", rustGenerator];
  await run("cargo", build, { cwd: join(root, "clients", "rust"), env });
  await copyFile(join(target, "debug", rustGenerator), join(folder, rustGenerator));
}

function mavenClassifier(): string {
  const systems: Record<string, string> = { linux: "linux", darwin: "osx", win32: "windows" };
  const machines: Record<string, string> = { x64: "x86_64", arm64: "aarch_64" };
  const [system, machine] = [systems[platform()], machines[arch()]];
  if (system && machine) return `${system}-${machine}`;
  throw new Error(`Maven's repository has no protoc for ${platform()} on ${arch()}`);
}
