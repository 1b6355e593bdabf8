import { withoutPassword } from "../config/masked.ts";
import {
  artifactListing,
  type ListFolder,
  listAllFiles,
  readArtifactFile,
} from "./artifact-files.ts";
import { MlflowError } from "./error.ts";
import { anything } from "./fields.ts";
import type { MlflowCall, MlflowHttp } from "./http.ts";
import { createMultipart, type Multipart } from "./multipart.ts";

const prefix = "/api/2.0/mlflow-artifacts";
const proxyPath = `${prefix}/artifacts`;

/** Files that MLflow keeps. */
export interface Artifacts {
  /**
   * Writes one file below an artifact URI.
   * @throws MlflowError `refused` where MLflow does not serve files of the URI's scheme
   */
  put(artifactUri: string, filePath: string, content: Uint8Array): Promise<void>;
  /** Writes one file of known size as it comes: once, since it cannot be had again. */
  send(
    artifactUri: string,
    filePath: string,
    sizeBytes: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** Gives how to write one file in parts, each of which stays. */
  multipart(artifactUri: string, filePath: string): Multipart;
  /** Deletes all files below an artifact URI. */
  deleteAll(artifactUri: string): Promise<void>;
  /** Gives one file that a run logged, wherever MLflow keeps it, and at most so much of it. */
  readRunFile(runId: string, filePath: string, mostBytes?: number): Promise<Uint8Array>;
  /** Lists all files below a path of a run's artifacts, with their sizes in bytes. */
  listRunFiles(runId: string, directory: string): Promise<Map<string, number>>;
}

/** Tells whether MLflow serves the files below an artifact URI, or those of an experiment. */
export function isServed(artifactUri: string): boolean {
  return artifactUri.startsWith("mlflow-artifacts:");
}

/** Creates the client for artifacts. */
export function createArtifacts(http: MlflowHttp): Artifacts {
  const at = (artifactUri: string, filePath: string): Pick<MlflowCall, "path" | "baseUrl"> => {
    const { baseUrl, parts } = proxied(http.trackingUri, artifactUri, filePath);
    const path = `${proxyPath}/${parts.map(encodeURIComponent).join("/")}`;
    return { path, ...(baseUrl && { baseUrl }) };
  };
  return {
    async put(artifactUri, filePath, content) {
      await http.bytes({
        method: "PUT",
        ...at(artifactUri, filePath),
        bytes: content,
        effect: "idempotent",
      });
    },
    async send(artifactUri, filePath, sizeBytes, chunks) {
      await http.send(at(artifactUri, filePath), sizeBytes, chunks);
    },
    multipart(artifactUri, filePath) {
      const { baseUrl, parts } = proxied(http.trackingUri, artifactUri, filePath);
      return createMultipart(http, {
        path: `${prefix}/mpu`,
        folder: parts.slice(0, -1).map(encodeURIComponent).join("/"),
        fileName: parts.at(-1) ?? "",
        ...(baseUrl && { baseUrl }),
      });
    },
    async deleteAll(artifactUri) {
      await http.json({ method: "DELETE", ...at(artifactUri, ""), effect: "idempotent" }, anything);
    },
    readRunFile(runId, filePath, mostBytes) {
      const query = { run_id: runId, path: filePath };
      const at = { method: "GET", path: "/get-artifact", query } as const;
      const call: MlflowCall = { ...at, effect: "read", mostBytes };
      return readArtifactFile(() => http.bytes(call), filePath, runFolders(http, runId));
    },
    listRunFiles: (runId, directory) => listAllFiles(runFolders(http, runId), directory),
  };
}

/** Lists folders below one of a run's artifacts, "" for all of them. */
export function runFolders(http: MlflowHttp, runId: string, root = ""): ListFolder {
  const above = root ? `${root}/` : "";
  return async (folder) => {
    const query = { run_id: runId, path: folder ? above + folder : root };
    const path = "/api/2.0/mlflow/artifacts/list";
    const call: MlflowCall = { method: "GET", path, query, effect: "read" };
    const { files } = await http.json(call, artifactListing);
    return files.map((file) => ({ ...file, path: file.path.slice(above.length) }));
  };
}

/** Lists folders below an artifact URI of which MLflow serves the files. */
export function proxiedFolders(http: MlflowHttp, artifactUri: string): ListFolder {
  return async (folder) => {
    const { baseUrl, parts } = proxied(http.trackingUri, artifactUri, folder);
    const { files } = await http.json(
      {
        method: "GET",
        path: proxyPath,
        query: { path: parts.join("/") },
        effect: "read",
        ...(baseUrl && { baseUrl }),
      },
      artifactListing,
    );
    // This listing alone gives names, not paths.
    return files.map((file) => ({ ...file, path: folder ? `${folder}/${file.path}` : file.path }));
  };
}

function proxied(
  trackingUri: string,
  artifactUri: string,
  filePath: string,
): { baseUrl: string | undefined; parts: string[] } {
  const refused = (why: string) =>
    new MlflowError(why, {
      failure: "refused",
      endpoint: `PUT ${proxyPath}`,
      mayHaveTakenEffect: false,
    });
  const match = /^mlflow-artifacts:(?:\/\/([^/]*))?\/(.*)$/.exec(artifactUri);
  if (!match) {
    throw refused(
      `MLflow keeps this model's files at ${withoutPassword(artifactUri)}, which it does not serve: give the experiment an artifact location that MLflow proxies (mlflow server --serve-artifacts)`,
    );
  }
  const [, authority, root = ""] = match;
  const parts = `${root}/${filePath}`.split("/").filter((part) => part !== "");
  // A URL would be read without them, as another one.
  if (parts.some((part) => part === ".." || part === ".")) {
    throw refused(`the path ${filePath} leads out of the artifacts`);
  }
  return {
    baseUrl: authority ? `${new URL(trackingUri).protocol}//${authority}` : undefined,
    parts,
  };
}
