import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "test", "grpc-tools");
const home = join(root, ".modelwire", "grpc-tools");

/** The tools that people ask a gRPC server with, by the packages that they are built of. */
const packages = {
  grpcurl: "github.com/fullstorydev/grpcurl/cmd/grpcurl",
  "grpc-health-probe": "github.com/grpc-ecosystem/grpc-health-probe",
} as const;

/** One of the tools. */
export type GrpcTool = keyof typeof packages;

/** How the tools reach a server: what comes before the address. */
export type GrpcToolSecurity = Record<GrpcTool, readonly string[]>;

/** Without TLS. */
export const plaintext: GrpcToolSecurity = {
  grpcurl: ["-plaintext"],
  "grpc-health-probe": [],
};

/** With TLS, where the server's certificate is of the authority in a file. */
export const trusting = (caPath: string): GrpcToolSecurity => ({
  grpcurl: ["-cacert", caPath],
  "grpc-health-probe": ["-tls", `-tls-ca-cert=${caPath}`],
});

/** What a tool printed and how it ended. */
export interface ToolResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Builds both tools, of the versions and digests in `test/grpc-tools`, unless they are there. */
export async function buildGrpcTools(): Promise<void> {
  await mkdir(home, { recursive: true });
  for (const [tool, path] of Object.entries(packages)) {
    const env = { ...process.env, GOFLAGS: "-mod=readonly", CGO_ENABLED: "0" };
    const built = await run("go", ["build", "-o", join(home, tool), path], sources, env);
    if (built.exitCode !== 0) throw new Error(`${tool} cannot be built: ${built.stderr}`);
  }
}

/** Runs a tool to its end. */
export function runGrpcTool(tool: GrpcTool, args: readonly string[]): Promise<ToolResult> {
  return run(join(home, tool), args, root, process.env);
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === "number") resolve({ exitCode, stdout, stderr });
      else reject(error);
    });
  });
}
