import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import {
  type CatalogModelRow,
  ensureCatalogModel,
  findCatalogModel,
} from "../store/catalog-models.ts";
import {
  findCatalogVersion,
  findHighestVersion,
  findNewestLiveVersion,
  putCatalogVersion,
} from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import type { Change } from "./announce.ts";
import type { CatalogContext } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { catalogVersion, createdAtOf, hashOfVersion } from "./record.ts";
import { refreshModel } from "./refresh-model.ts";
import { isVersion } from "./relocate.ts";
import { deletedChange } from "./version-changes.ts";

/**
 * Makes sure that the name of a version that was just made is, in the catalog, that of its
 * registered model: not of one that had the name before, and not unknown of one that the catalog
 * has under an earlier name. What became of those is written down and announced first.
 *
 * @param modelMadeAt set where the registration made the registered model too
 */
export async function settleName(
  context: CatalogContext,
  found: MlflowModelVersion,
  modelMadeAt: number | undefined,
): Promise<void> {
  const model = await findCatalogModel(context.store.db, found.name);
  const isNew = modelMadeAt !== undefined;
  const isSettled = isNew ? !model : model && (await isNextOf(context, model, found));
  if (isSettled) return;
  await withModelLock(context, found.name, (lock) => refreshModel(context, lock));
}

/**
 * Tells whether a version is the next one of what the catalog knows under its name. MLflow is asked
 * only where the version's number leaves that open: each of a registered model is one higher than
 * the one before.
 */
async function isNextOf(
  context: CatalogContext,
  { model_key: modelKey }: CatalogModelRow,
  found: MlflowModelVersion,
): Promise<boolean> {
  const { db } = context.store;
  const highest = await findHighestVersion(db, modelKey);
  const number = Number(found.version);
  if (number === (highest?.version ?? 0) + 1) return true;
  // One that is registered at the same time may have been written down first.
  if (highest && highest.version >= number) return highest.created_at >= createdAtOf(found);
  const newest = await findNewestLiveVersion(db, modelKey);
  return newest !== undefined && (await isVersion(context, found.name, newest));
}

/**
 * Writes a registration into the catalog, within the transaction that completes it.
 * @param modelMadeAt `creation_timestamp` of the registered model, where the registration made it
 * @returns what is to be announced before the registration: that a version which had its number is
 *   not there any more, where {@link settleName} was a moment too early to see it
 */
export async function recordRegistration(
  tx: Queryable,
  registration: Registration,
  found: MlflowModelVersion,
  modelMadeAt: number | undefined,
  now: number,
): Promise<Change[]> {
  const modelKey = await ensureCatalogModel(tx, found.name, modelMadeAt);
  const before = await findCatalogVersion(tx, modelKey, Number(found.version));
  const recorded = {
    registration,
    modelUuid: registration.modelInfo?.modelUuid,
    unread: false as const,
    seenHash: hashOfVersion(found),
    confirmedAt: now,
  };
  await putCatalogVersion(tx, catalogVersion(modelKey, recorded));
  if (!before || before.deleted_at !== null) return [];
  const { name: modelName, version } = found;
  if (before.created_at === createdAtOf(found)) return [];
  return [deletedChange({ modelName, version, modelUuid: before.model_uuid ?? undefined })];
}
