import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { ensureCatalogModel, findCatalogModel } from "../store/catalog-models.ts";
import {
  findCatalogVersion,
  findHighestVersion,
  putCatalogVersion,
} from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import type { Change } from "./announce.ts";
import type { CatalogContext } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { catalogVersion, createdAtOf, hashOfVersion } from "./record.ts";
import { refreshModel } from "./refresh-model.ts";
import { deletedChange } from "./version-changes.ts";

/**
 * Makes sure that the catalog does not take a registered model for another one that had its name
 * before: the numbers of a registered model's versions grow with time, so that one that was just
 * made and has no higher number than an older one is of another. What became of that one is then
 * written down and announced first.
 */
export async function settleName(
  context: CatalogContext,
  found: MlflowModelVersion,
): Promise<void> {
  const { db } = context.store;
  const model = await findCatalogModel(db, found.name);
  const highest = model && (await findHighestVersion(db, model.model_key));
  if (!highest || highest.version < Number(found.version)) return;
  if (highest.created_at >= createdAtOf(found)) return;
  await withModelLock(context, found.name, (lock) => refreshModel(context, lock));
}

/**
 * Writes a registration into the catalog, within the transaction that completes it.
 * @returns what is to be announced before the registration: that a version which had its number is
 *   not there any more, where {@link settleName} was a moment too early to see it
 */
export async function recordRegistration(
  tx: Queryable,
  registration: Registration,
  found: MlflowModelVersion,
  now: number,
): Promise<Change[]> {
  const modelKey = await ensureCatalogModel(tx, found.name);
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
