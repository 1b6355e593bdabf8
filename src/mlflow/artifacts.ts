import { z } from "zod";
import { MlflowError } from "./error.ts";
import type { MlflowHttp } from "./http.ts";

const proxyPath = "/api/2.0/mlflow-artifacts/artifacts";

/** Files that MLflow keeps. */
export interface Artifacts {
  /**
   * Writes one file below an artifact URI.
   * @throws MlflowError `refused` where MLflow does not serve files of the URI's scheme
   */
  put(artifactUri: string, filePath: string, content: Uint8Array): Promise<void>;
  /** Gives one file that a run logged, wherever MLflow keeps it. */
  readRunFile(runId: string, filePath: string): Promise<Uint8Array>;
  /** Lists all files below a path of a run's artifacts, with their sizes in bytes. */
  listRunFiles(runId: string, directory: string): Promise<Map<string, number>>;
}

/** Creates the client for artifacts. */
export function createArtifacts(http: MlflowHttp): Artifacts {
  return {
    async put(artifactUri, filePath, content) {
      const { baseUrl, path } = proxied(http.trackingUri, artifactUri, filePath);
      await http.bytes({
        method: "PUT",
        path,
        bytes: content,
        effect: "idempotent",
        ...(baseUrl && { baseUrl }),
      });
    },
    readRunFile(runId, filePath) {
      return http.bytes({
        method: "GET",
        path: "/get-artifact",
        query: { run_id: runId, path: filePath },
        effect: "read",
      });
    },
    async listRunFiles(runId, directory) {
      const sizes = new Map<string, number>();
      const listing = z.object({
        files: z
          .array(
            z.object({
              path: z.string(),
              is_dir: z.boolean().default(false),
              file_size: z.coerce.number().default(0),
            }),
          )
          .default([]),
        next_page_token: z.string().optional(),
      });
      async function visit(path: string): Promise<void> {
        const { files } = await http.json(
          {
            method: "GET",
            path: "/api/2.0/mlflow/artifacts/list",
            query: { run_id: runId, path },
            effect: "read",
          },
          listing,
        );
        for (const file of files) if (!file.is_dir) sizes.set(file.path, file.file_size);
        await Promise.all(files.filter((file) => file.is_dir).map((file) => visit(file.path)));
      }
      await visit(directory);
      return sizes;
    },
  };
}

function proxied(
  trackingUri: string,
  artifactUri: string,
  filePath: string,
): { baseUrl: string | undefined; path: string } {
  const match = /^mlflow-artifacts:(?:\/\/([^/]*))?\/(.*)$/.exec(artifactUri);
  if (!match) {
    throw new MlflowError(
      `MLflow keeps this model's files at ${artifactUri}, which it does not serve: give the experiment an artifact location that MLflow proxies (mlflow server --serve-artifacts)`,
      { failure: "refused", endpoint: `PUT ${proxyPath}`, mayHaveTakenEffect: false },
    );
  }
  const [, authority, root = ""] = match;
  const parts = `${root}/${filePath}`.split("/").filter((part) => part !== "");
  return {
    baseUrl: authority ? `${new URL(trackingUri).protocol}//${authority}` : undefined,
    path: `${proxyPath}/${parts.map(encodeURIComponent).join("/")}`,
  };
}
