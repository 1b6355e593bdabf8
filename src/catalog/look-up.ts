import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { isNotFound } from "../mlflow/error.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import type { CatalogContext } from "./context.ts";
import { modelNotFound } from "./describe.ts";
import { readUuid, readVersionReference, type VersionReference } from "./reference.ts";

/** Names a version outright. */
export interface VersionName {
  name: string;
  version: string;
}

/**
 * Finds a model version by any reference, which stands in the request's `field`, without a look at
 * its model.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND; MlflowError where MLflow could not be
 *   asked, which says nothing of whether the version exists
 */
export async function findVersion(
  context: Pick<CatalogContext, "mlflow">,
  reference: ModelVersionRef | undefined,
  field: string,
): Promise<MlflowModelVersion> {
  return findMlflowVersion(context, readVersionReference(reference, field));
}

/**
 * Finds in MLflow what a reference names; of a uuid, the newest version that it is registered as.
 * @throws ModelwireError MODEL_NOT_FOUND; MlflowError as {@link findVersion}
 */
export function findMlflowVersion(
  context: Pick<CatalogContext, "mlflow">,
  reference: VersionReference,
): Promise<MlflowModelVersion> {
  switch (reference.by) {
    case "uuid":
      return findNewestByUuid(context, reference.uuid);
    case "version":
      return getVersion(context, reference.name, reference.version);
    case "alias":
      return getByAlias(context, reference.name, reference.alias);
  }
}

/**
 * Gives the version that a reference names outright; undefined where MLflow must be asked for it.
 * @throws ModelwireError INVALID_FIELD
 */
export function versionNameOf(
  reference: ModelVersionRef | undefined,
  field: string,
): VersionName | undefined {
  const named = readVersionReference(reference, field);
  return named.by === "version" ? { name: named.name, version: named.version } : undefined;
}

/**
 * Finds all versions that MLflow knows by a model's uuid, newest first, without their aliases.
 * @throws ModelwireError INVALID_FIELD; MlflowError where MLflow could not be asked
 */
export async function findVersionsByUuid(
  context: Pick<CatalogContext, "mlflow">,
  uuid: string,
  field: string,
): Promise<MlflowModelVersion[]> {
  readUuid(uuid, field);
  return searchByUuid(context, uuid);
}

async function searchByUuid(
  { mlflow: { modelVersions } }: Pick<CatalogContext, "mlflow">,
  uuid: string,
): Promise<MlflowModelVersion[]> {
  // A version of MLflow 3 has the uuid in its source; one of MLflow 2 can only have it as a tag.
  const bySource = uuid.startsWith("m-") ? await modelVersions.findBySource(`models:/${uuid}`) : [];
  return bySource.length > 0 ? bySource : modelVersions.findByTag("model_uuid", uuid);
}

async function findNewestByUuid(
  context: Pick<CatalogContext, "mlflow">,
  uuid: string,
): Promise<MlflowModelVersion> {
  const [newest] = await searchByUuid(context, uuid);
  if (!newest) throw modelNotFound(`no model version has the uuid ${uuid}`, uuid);
  // A search does not say which aliases point to a version; the version itself does.
  return getVersion(context, newest.name, newest.version);
}

async function getVersion(
  { mlflow }: Pick<CatalogContext, "mlflow">,
  name: string,
  number: string,
): Promise<MlflowModelVersion> {
  try {
    return await mlflow.modelVersions.get(name, number);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw modelNotFound(`there is no version ${number} of ${name}`, `${name}/${number}`);
  }
}

async function getByAlias(
  { mlflow }: Pick<CatalogContext, "mlflow">,
  name: string,
  aliasName: string,
): Promise<MlflowModelVersion> {
  try {
    return await mlflow.modelVersions.getByAlias(name, aliasName);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const text = `${name} has no alias ${aliasName} that points to a version`;
    throw modelNotFound(text, `${name}@${aliasName}`);
  }
}
