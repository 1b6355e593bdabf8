import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { ensureCatalogModel, findCatalogModel } from "../store/catalog-models.ts";
import { findCatalogVersion, putCatalogVersion } from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import type { Change } from "./announce.ts";
import type { CatalogContext } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { catalogVersion, createdAtOf, hashOfVersion } from "./record.ts";
import { refreshModel } from "./refresh-model.ts";
import { isOf } from "./relocate.ts";
import { deletedChange } from "./version-changes.ts";

/**
 * Makes sure that a name is, in the catalog, that of the registered model which has it in MLflow:
 * not of one that had it before, and not unknown of one that the catalog has under an earlier name.
 * What became of those is written down and announced.
 *
 * @param isNew whether the registration has just made the registered model
 * @throws ModelwireError MODEL_BUSY; MlflowError
 */
export async function settleName(
  context: CatalogContext,
  name: string,
  isNew: boolean,
): Promise<void> {
  const { db } = context.store;
  const known = await findCatalogModel(db, name);
  const isSettled = isNew ? !known : known && (await isOf(context, known, name));
  if (isSettled) return;
  await withModelLock(context, name, async (lock) => {
    // Another registration of the name, which had the lock before, has just done it.
    if (!known && (await findCatalogModel(db, name))) return;
    await refreshModel(context, lock);
  });
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
