import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { wakeForEvents } from "../event/commit.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { MlflowRegisteredModel } from "../mlflow/registered-models.ts";
import {
  type CatalogModelRow,
  findCatalogModel,
  findCatalogModelsCreatedAt,
  findNewestVersionsCreatedAt,
  markModelDeleted,
  renameCatalogModel,
  type VersionTime,
} from "../store/catalog-models.ts";
import {
  type CatalogVersionRow,
  findLiveVersionsAfter,
  findNewestLiveVersions,
  markVersionDeleted,
} from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import { announce, type Change, type OriginOf } from "./announce.ts";
import type { CatalogContext } from "./context.ts";
import type { ModelLock } from "./lock.ts";
import { createdAtOf } from "./record.ts";
import { registrationOf, rewriteName } from "./registration-bytes.ts";
import { deletedChange } from "./version-changes.ts";

const VERSIONS_A_TRANSACTION = 100;
const VERSIONS_TO_KNOW_BY = 5;

/** Gives what a call answers, or undefined where MLflow says that the thing is not there. */
export async function orAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * Finds out what became of a registered model that does not have its name in MLflow any more, and
 * writes that down: it has another name, or it was deleted with all its versions.
 */
export async function relocate(
  context: CatalogContext,
  lock: ModelLock,
  model: CatalogModelRow,
  originOf: OriginOf,
  visiting: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (await isWhereItWas(context, model)) return;
  const target = await whereIs(context, model);
  if (target === undefined) return removeModel(context, lock, model, originOf);
  await rename(context, lock, model, target, originOf, visiting);
}

/**
 * Gives a name that appeared in MLflow to the registered model that had another one before; does
 * nothing where it is a new one.
 */
export async function adopt(
  context: CatalogContext,
  lock: ModelLock,
  seen: MlflowRegisteredModel,
  originOf: OriginOf,
): Promise<void> {
  const { store, mlflow } = context;
  const createdAt = seen.creation_timestamp;
  if (createdAt === undefined) return;
  const candidates = await findCatalogModelsCreatedAt(store.db, createdAt);
  if (candidates.length === 0) return;
  const newest = Map.groupBy(
    await findNewestVersionsCreatedAt(store.db, createdAt, VERSIONS_TO_KNOW_BY),
    (version) => version.model_key,
  );
  const times = versionTimes(context, seen.name, seen.latest_versions);
  for (const candidate of candidates) {
    if (candidate.name === seen.name) continue;
    // Two can be made in the same millisecond: their versions tell which of them it is. They come
    // first: at the first look every registered model may be a candidate, and has a name to ask for.
    const versions = newest.get(candidate.model_key) ?? [];
    if (versions.length === 0 && candidate.created_at === null) continue;
    if (versions.length > 0 && !(await hasSome(times, versions))) continue;
    if (candidate.name !== null) {
      const other = await orAbsent(mlflow.registeredModels.get(candidate.name));
      if (other && other.creation_timestamp === (candidate.created_at ?? createdAt)) continue;
    }
    return rename(context, lock, candidate, seen.name, originOf);
  }
}

/** Tells whether MLflow has the registered model under its name after all. */
async function isWhereItWas(
  { mlflow }: CatalogContext,
  { name, created_at }: CatalogModelRow,
): Promise<boolean> {
  if (name === null) return false;
  const there = await orAbsent(mlflow.registeredModels.get(name));
  return (
    there !== undefined && (created_at ?? there.creation_timestamp) === there.creation_timestamp
  );
}

/** Finds versions by which to know a registered model: others may have deleted the newest. */
function newestOf(
  { store }: CatalogContext,
  { model_key: modelKey }: CatalogModelRow,
): Promise<CatalogVersionRow[]> {
  return findNewestLiveVersions(store.db, modelKey, VERSIONS_TO_KNOW_BY);
}

/** Tells when a version was created, by its number; undefined where there is none. */
type VersionTimes = (version: number) => Promise<number | undefined>;

/**
 * Tells when the versions were created that MLflow has under a name: it is asked for each once.
 * @param highest the highest number that there is, where that is known
 */
function versionTimes(
  { mlflow }: CatalogContext,
  name: string,
  highest = Number.POSITIVE_INFINITY,
): VersionTimes {
  const known = new Map<number, number | undefined>();
  return async (version) => {
    if (version <= highest && !known.has(version)) {
      const found = await orAbsent(mlflow.modelVersions.get(name, String(version)));
      known.set(version, found && createdAtOf(found));
    }
    return known.get(version);
  };
}

/** Tells whether one of some versions of the catalog is there. */
async function hasSome(times: VersionTimes, versions: readonly VersionTime[]): Promise<boolean> {
  for (const { version, created_at } of versions) {
    if ((await times(version)) === created_at) return true;
  }
  return false;
}

/** Finds the name that a registered model has in MLflow, by what its versions are of. */
async function whereIs(
  context: CatalogContext,
  model: CatalogModelRow,
): Promise<string | undefined> {
  for (const version of await newestOf(context, model)) {
    const source = registrationOf(version).modelVersion?.source;
    if (!source || /['"\\]/.test(source)) continue;
    const found = (await context.mlflow.modelVersions.findBySource(source)).find(
      (one) =>
        createdAtOf(one) === version.created_at &&
        one.version === String(version.version) &&
        one.name !== model.name,
    );
    if (found) return found.name;
  }
  return undefined;
}

async function rename(
  context: CatalogContext,
  lock: ModelLock,
  model: CatalogModelRow,
  newName: string,
  originOf: OriginOf,
  visiting: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { store } = context;
  const before = await findCatalogModel(store.db, newName);
  const isOther = before !== undefined && before.model_key !== model.model_key;
  if (isOther && (await isOf(context, before, newName))) {
    // It was renamed while it was registered under its new name, and written down twice.
    return removeModel(context, lock, model, originOf);
  }
  if (isOther && !visiting.has(before.model_key)) {
    // What had the name before goes first: whoever follows the events is not to take one for the other.
    await relocate(context, lock, before, originOf, new Set([...visiting, model.model_key]));
  }
  const now = Date.now();
  await store.transaction(async (tx) => {
    await lock.guard(tx);
    if (!(await isUnchanged(tx, model))) return;
    const occupant = await findCatalogModel(tx, newName);
    // Names that were swapped: the other one is without a name until its turn comes.
    if (occupant && occupant.model_key !== model.model_key)
      await renameCatalogModel(tx, occupant.model_key, null);
    await renameCatalogModel(tx, model.model_key, newName);
    await rewriteName(tx, model.model_key, newName);
    const change: Change = {
      modelName: model.last_name,
      type: EventType.MODEL_RENAMED,
      modelRenamed: { newModelName: newName },
    };
    await announce(store, tx, [change], originOf, now);
  });
  wakeForEvents(store);
}

/** Tells by its versions whether what MLflow has under a name is a registered model of the catalog. */
export async function isOf(
  context: CatalogContext,
  model: CatalogModelRow,
  name: string,
): Promise<boolean> {
  const versions = await newestOf(context, model);
  if (versions.length === 0) return isWhereItWas(context, model);
  return hasSome(versionTimes(context, name), versions);
}

/** Notes that a registered model was deleted: its versions, some at a time, and then itself. */
async function removeModel(
  { store }: CatalogContext,
  lock: ModelLock,
  model: CatalogModelRow,
  originOf: OriginOf,
): Promise<void> {
  const modelName = model.last_name;
  for (let left = true; left; ) {
    const now = Date.now();
    left = await store.transaction(async (tx) => {
      await lock.guard(tx);
      if (!(await isUnchanged(tx, model))) return false;
      const rows = await findLiveVersionsAfter(tx, model.model_key, 0, VERSIONS_A_TRANSACTION);
      const changes: Change[] = rows.map((row) =>
        deletedChange({
          modelName,
          version: String(row.version),
          modelUuid: row.model_uuid ?? undefined,
        }),
      );
      for (const row of rows) await markVersionDeleted(tx, model.model_key, row.version, now);
      if (rows.length < VERSIONS_A_TRANSACTION) {
        await markModelDeleted(tx, model.model_key, now);
        changes.push({ modelName, type: EventType.MODEL_DELETED, modelDeleted: {} });
      }
      await announce(store, tx, changes, originOf, now);
      return rows.length === VERSIONS_A_TRANSACTION;
    });
    wakeForEvents(store);
  }
}

/** Tells whether a registered model does not have another name than the one it was missed under. */
async function isUnchanged(tx: Queryable, model: CatalogModelRow): Promise<boolean> {
  const row = await tx
    // Written, so that nobody who holds the lock of its other name changes it meanwhile.
    .updateTable("catalog_models")
    .set((e) => ({ seen_in: e.ref("seen_in") }))
    .where("model_key", "=", model.model_key)
    .where("deleted_at", "is", null)
    .returning("name")
    .executeTakeFirst();
  return row !== undefined && (row.name ?? model.name) === model.name;
}
