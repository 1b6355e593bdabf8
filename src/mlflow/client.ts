import type { MlflowConfig } from "../config/config.ts";
import { type Artifacts, createArtifacts } from "./artifacts.ts";
import { createExperiments, type Experiments } from "./experiments.ts";
import { createMlflowHttp } from "./http.ts";
import { createLoggedModels, type LoggedModels } from "./logged-models.ts";
import { createModelVersions, type ModelVersions } from "./model-versions.ts";
import type { MlflowObserver } from "./observer.ts";
import { createRegisteredModels, type RegisteredModels } from "./registered-models.ts";
import { createRuns, type Runs } from "./runs.ts";

/** An MLflow server over its REST API. */
export interface MlflowClient {
  readonly trackingUri: string;
  readonly experiments: Experiments;
  readonly runs: Runs;
  readonly loggedModels: LoggedModels;
  readonly registeredModels: RegisteredModels;
  readonly modelVersions: ModelVersions;
  readonly artifacts: Artifacts;
  /** Asks the server for its version, such as `3.4.0`. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Creates a client for the server of `config.trackingUri`. Nothing is sent yet. */
export function createMlflowClient(
  config: MlflowConfig & { trackingUri: string },
  observer?: MlflowObserver,
): MlflowClient {
  const http = createMlflowHttp(config, observer);
  return {
    trackingUri: http.trackingUri,
    experiments: createExperiments(http),
    runs: createRuns(http),
    loggedModels: createLoggedModels(http),
    registeredModels: createRegisteredModels(http),
    modelVersions: createModelVersions(http),
    artifacts: createArtifacts(http),
    async version() {
      const answer = await http.bytes({ method: "GET", path: "/version", effect: "read" });
      return Buffer.from(answer).toString("utf8").trim();
    },
    close: () => http.close(),
  };
}
