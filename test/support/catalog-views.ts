import { timestampMs } from "@bufbuild/protobuf/wkt";
import {
  type ModelVersion,
  ModelVersionStatus,
} from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { Clients } from "./clients.ts";
import type { MlflowRest, RestVersion } from "./mlflow-rest.ts";

/** What somebody knows of a registered model, whomever they asked. */
export interface ModelView {
  description: string | undefined;
  tags: Record<string, string>;
  /** Those that point to a version which is there. */
  aliases: Record<string, string>;
  createdAt: number;
  updatedAt: number;
  versions: Record<string, VersionView>;
}

/** What somebody knows of a version, whomever they asked. */
export interface VersionView {
  description: string | undefined;
  stage: string;
  source: string;
  runId: string | undefined;
  status: string;
  tags: Record<string, string>;
  aliases: string[];
  createdAt: number;
  updatedAt: number;
}

/** Reads all that MLflow has, from MLflow itself. */
export async function viewOfMlflow(rest: MlflowRest): Promise<Record<string, ModelView>> {
  const [models, versions] = [await rest.models(), await rest.versions()];
  return Object.fromEntries(
    models.map((model) => {
      const own = versions.filter(({ name }) => name === model.name);
      const there = new Set(own.map(({ version }) => version));
      const aliases = (model.aliases ?? []).filter(({ version }) => there.has(version));
      const view: ModelView = {
        description: model.description || undefined,
        tags: mapOf(model.tags),
        aliases: Object.fromEntries(aliases.map(({ alias, version }) => [alias, version])),
        createdAt: model.creation_timestamp,
        updatedAt: model.last_updated_timestamp,
        versions: Object.fromEntries(
          own.map((version) => [
            version.version,
            viewOfRestVersion({
              ...version,
              aliases: aliases
                .filter((one) => one.version === version.version)
                .map(({ alias }) => alias),
            }),
          ]),
        ),
      };
      return [model.name, view];
    }),
  );
}

/** Gives what MLflow says of one version. */
export function viewOfRestVersion(version: RestVersion): VersionView {
  return {
    description: version.description || undefined,
    stage: version.current_stage,
    source: version.source,
    runId: version.run_id || undefined,
    status: version.status,
    tags: mapOf(version.tags),
    aliases: (version.aliases ?? []).toSorted(),
    createdAt: version.creation_timestamp,
    updatedAt: version.last_updated_timestamp,
  };
}

/** Reads all that MLflow has from Modelwire's index, in small pages. */
export async function viewOfIndex({ registry }: Clients): Promise<Record<string, ModelView>> {
  const views: Record<string, ModelView> = {};
  for (let pageToken = ""; ; ) {
    const page = await registry.listModels({ pageSize: 3, pageToken });
    for (const model of page.models) {
      views[model.name] = {
        description: model.description,
        tags: model.tags,
        aliases: model.aliases,
        createdAt: model.creationTime ? timestampMs(model.creationTime) : 0,
        updatedAt: model.lastUpdatedTime ? timestampMs(model.lastUpdatedTime) : 0,
        versions: {},
      };
    }
    pageToken = page.nextPageToken;
    if (!pageToken) break;
  }
  for (let pageToken = ""; ; ) {
    const page = await registry.listModelVersions({ pageSize: 7, pageToken });
    for (const { modelVersion } of page.versions) {
      if (!modelVersion) throw new Error("a summary without its version");
      const model = views[modelVersion.name];
      if (!model) throw new Error(`${modelVersion.name} has versions and is not listed`);
      model.versions[modelVersion.version] = viewOfVersion(modelVersion);
    }
    pageToken = page.nextPageToken;
    if (!pageToken) return views;
  }
}

/** Gives what Modelwire says of one version. */
export function viewOfVersion(version: ModelVersion): VersionView {
  return {
    description: version.description,
    stage: version.currentStage,
    source: version.source,
    runId: version.runId,
    status: ModelVersionStatus[version.status] ?? "",
    tags: version.tags,
    aliases: version.aliases,
    createdAt: version.creationTime ? timestampMs(version.creationTime) : 0,
    updatedAt: version.lastUpdatedTime ? timestampMs(version.lastUpdatedTime) : 0,
  };
}

function mapOf(tags: readonly { key: string; value: string }[] = []): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
