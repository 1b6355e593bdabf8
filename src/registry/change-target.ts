import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { modelNotFound } from "../catalog/describe.ts";
import { indexIncomplete } from "../catalog/freshness.ts";
import {
  findVersion,
  findVersionsByUuid,
  type VersionName,
  versionNameOf,
} from "../catalog/look-up.ts";
import { registrationOf } from "../catalog/registration-bytes.ts";
import { invalidField } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import { readCatalogState } from "../store/catalog-state.ts";
import { findCatalogVersionsByUuid, hasUnknownUuids } from "../store/catalog-versions.ts";
import type { RegistryContext } from "./context.ts";

const MOST_NAMED = 5;

/**
 * Finds the version that a change is for: of several with one uuid the newest, which reads answer.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE; MlflowError where MLflow
 *   could not be asked
 */
export async function findTarget(
  context: RegistryContext,
  ref: ModelVersionRef | undefined,
): Promise<VersionName> {
  if (ref?.ref.case !== "modelUuid") {
    return versionNameOf(ref, "ref") ?? (await findVersion(context, ref, "ref"));
  }
  const [newest] = await versionsOfUuid(context, ref.ref.value);
  return newest ?? noVersion(context, ref.ref.value);
}

/**
 * Finds the version that is to be deleted, also one that was deleted already: by a uuid only where
 * one version alone has it.
 * @throws as {@link findTarget}
 */
export async function findSoleTarget(
  context: RegistryContext,
  ref: ModelVersionRef | undefined,
): Promise<VersionName> {
  if (ref?.ref.case !== "modelUuid") return findTarget(context, ref);
  const uuid = ref.ref.value;
  const all = await versionsOfUuid(context, uuid);
  if (all.length > 1) {
    const some = all.slice(0, MOST_NAMED).map(({ name, version }) => `${name}/${version}`);
    const names = some.join(", ") + (all.length > MOST_NAMED ? ", …" : "");
    throw invalidField(
      "ref.model_uuid",
      `expected a uuid that one version alone has, not ${all.length}: name one of ${names}`,
    );
  }
  const [deleted] = await findCatalogVersionsByUuid(context.store.db, uuid);
  return (
    all[0] ??
    (deleted && {
      name: deleted.name ?? registrationOf(deleted).modelName,
      version: String(deleted.version),
    }) ??
    noVersion(context, uuid)
  );
}

/**
 * Finds all versions of a uuid, the newest first: those that MLflow can search for, and those that
 * only the catalog knows to have it, which are copies of MLflow's that name the version they were
 * made of, and models of MLflow 2 whose uuid stands in their MLmodel file alone.
 */
async function versionsOfUuid(context: RegistryContext, uuid: string): Promise<VersionName[]> {
  const found = await findVersionsByUuid(context, uuid, "ref.model_uuid");
  const all = found.map(({ name, version, creation_timestamp: createdAt = 0 }) => ({
    name,
    version,
    createdAt,
  }));
  for (const row of await findCatalogVersionsByUuid(context.store.db, uuid)) {
    const { name, deleted_at: deletedAt, created_at: createdAt } = row;
    if (name === null || deletedAt !== null) continue;
    const known = { name, version: String(row.version), createdAt };
    const isFound = found.some((one) => one.name === name && one.version === known.version);
    if (!isFound && (await isThere(context, known))) all.push(known);
  }
  return all.sort((a, b) => b.createdAt - a.createdAt);
}

/** Tells whether MLflow still has a version that the catalog knows, and not another in its place. */
async function isThere(
  { mlflow }: RegistryContext,
  { name, version, createdAt }: VersionName & { createdAt: number },
): Promise<boolean> {
  try {
    return (await mlflow.modelVersions.get(name, version)).creation_timestamp === createdAt;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

async function noVersion(context: RegistryContext, uuid: string): Promise<never> {
  if (!uuid.startsWith("m-")) {
    const { as_of: asOf } = await readCatalogState(context.store.db);
    if (asOf === null || (await hasUnknownUuids(context.store.db))) {
      throw await indexIncomplete(context);
    }
  }
  throw modelNotFound(`no model version has the uuid ${uuid}`, uuid);
}
