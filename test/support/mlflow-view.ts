import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import {
  type ModelVersion,
  ModelVersionSchema,
  ModelVersionStatus,
} from "#gen/modelwire/registry/v1/model_version_pb.js";
import {
  type RegisteredModel,
  RegisteredModelSchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { RestModel, RestVersion } from "./mlflow-rest.ts";

/** Gives the `name/version` of a version. */
export function idOf({ name, version }: Pick<RestVersion, "name" | "version">): string {
  return `${name}/${version}`;
}

/** Writes what MLflow's REST API says of a version in Modelwire's words. */
export function versionView(version: RestVersion): ModelVersion {
  const { run_id: runId, run_link: runLink, description } = version;
  return create(ModelVersionSchema, {
    name: version.name,
    version: version.version,
    source: version.source,
    status: ModelVersionStatus[version.status as keyof typeof ModelVersionStatus],
    currentStage: version.current_stage,
    aliases: (version.aliases ?? []).toSorted(),
    tags: mapOf(version.tags),
    creationTime: timestampFromMs(version.creation_timestamp),
    lastUpdatedTime: timestampFromMs(version.last_updated_timestamp),
    // MLflow says nothing, and means none, with an empty text.
    ...(runId && { runId }),
    ...(runLink && { runLink }),
    ...(description && { description }),
  });
}

/** Writes what MLflow's REST API says of a registered model in Modelwire's words. */
export function modelView(model: RestModel, versions: readonly RestVersion[]): RegisteredModel {
  const own = versions.filter(({ name }) => name === model.name);
  const numbers = own.map(({ version }) => Number(version));
  // MLflow 3.4 leaves the aliases of versions that are deleted.
  const aliases = (model.aliases ?? []).filter(({ version }) => numbers.includes(Number(version)));
  const { description } = model;
  return create(RegisteredModelSchema, {
    name: model.name,
    tags: mapOf(model.tags),
    aliases: Object.fromEntries(aliases.map(({ alias, version }) => [alias, version])),
    versionCount: own.length,
    creationTime: timestampFromMs(model.creation_timestamp),
    lastUpdatedTime: timestampFromMs(model.last_updated_timestamp),
    ...(own.length > 0 && { latestVersion: String(Math.max(...numbers)) }),
    ...(description && { description }),
  });
}

function mapOf(pairs: readonly { key: string; value?: string }[] = []): Record<string, string> {
  // MLflow 3.17 leaves an empty value out.
  return Object.fromEntries(pairs.map(({ key, value = "" }) => [key, value]));
}
