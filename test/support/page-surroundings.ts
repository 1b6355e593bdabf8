import { once } from "node:events";
import { cp } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { quickstartModel } from "./model-files.ts";
import type { PageSurroundings } from "./page-runner.ts";
import { ensurePythonClient } from "./python-client.ts";
import { makeTypescriptProject } from "./typescript-project.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a page has a reader install beforehand. */
export interface InstalledClients {
  /** Path of a Python with MLflow and what the client needs. */
  python: string;
  /** Folder of a project that has installed the TypeScript client. */
  project: string;
}

/** Installs the clients that pages are run with, Python's beside an MLflow of a version. */
export async function installClients(
  folder: string,
  mlflowVersion: string,
): Promise<InstalledClients> {
  const [python, project] = await Promise.all([
    ensurePythonClient(`python-drop-in-${mlflowVersion}`, [
      `mlflow/${mlflowVersion}/server.txt`,
      `mlflow/${mlflowVersion}/test.txt`,
      "clients/python/requirements/beside-mlflow.txt",
    ]),
    makeTypescriptProject(join(folder, "typescript"), "examples/typescript"),
  ]);
  await cp(quickstartModel, join(project, "model"), { recursive: true });
  return { python: (await python(["-c", "import sys; print(sys.executable)"])).trim(), project };
}

/**
 * Says where a page's commands are run.
 *
 * @param folder the data folder of the server
 * @param serverOutput what the server said when it was ready
 */
export async function makeSurroundings(
  folder: string,
  serverOutput: string,
  { python, project }: InstalledClients,
): Promise<PageSurroundings> {
  const told = (pattern: RegExp) => pattern.exec(serverOutput)?.[1] ?? "";
  const grpc = told(/gRPC +(\d\S+)/);
  const http = told(/JSON (http:\S+)/);
  const mlflow = told(/MLflow \S+ +(http:\S+)/);
  const receiverPort = await unusedPort();
  const shell = pageEnvironment({
    MODELWIRE_URL: http,
    MODELWIRE_DATA_DIR: folder,
    PYTHONPATH: join(root, "clients/python/src"),
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONUNBUFFERED: "1",
  });
  return {
    places: {
      "http://127.0.0.1:8080": http,
      "http://127.0.0.1:5000": mlflow,
      "127.0.0.1:50051": grpc,
      " .modelwire/": ` ${folder}/`,
      "127.0.0.1:9000": `127.0.0.1:${receiverPort}`,
      "--port 9000": `--port ${receiverPort}`,
    },
    environment: { ...shell, PATH: `${dirname(python)}:${shell.PATH}` },
    python: { path: python, environment: { MODELWIRE_GRPC: grpc, MLFLOW_TRACKING_URI: mlflow } },
    project,
  };
}

/** The environment of this process without settings, and with others. */
export function pageEnvironment(own: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(childEnvironment()).filter(
    ([key]) => !/^(MODELWIRE_|MLFLOW_|DATABASE_URL$)/.test(key),
  );
  return { ...Object.fromEntries(inherited), ...own } as Record<string, string>;
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
