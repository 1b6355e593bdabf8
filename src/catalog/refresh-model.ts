import { EventOrigin, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { wakeForEvents } from "../event/commit.ts";
import { isPrompt, type MlflowRegisteredModel } from "../mlflow/registered-models.ts";
import {
  type CatalogModelRow,
  deleteAlias,
  ensureCatalogModel,
  findAliases,
  findCatalogModel,
  putAlias,
  putCatalogModel,
  type SeenModel,
} from "../store/catalog-models.ts";
import { readCatalogState } from "../store/catalog-state.ts";
import { findCatalogVersion } from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import { announce, type Change, type OriginOf, observed } from "./announce.ts";
import type { CatalogContext } from "./context.ts";
import type { ModelLock } from "./lock.ts";
import { rewriteAliases } from "./registration-bytes.ts";
import { adopt, isOf, orAbsent, relocate } from "./relocate.ts";
import { descriptionChange, tagChange } from "./version-changes.ts";

/**
 * Asks MLflow for a registered model, and writes down what it says of its description, tags and
 * aliases, its name, and whether it is there, with an event for each change.
 *
 * @returns the registered model as MLflow has it; undefined where it has none
 * @throws MlflowError where MLflow could not be asked
 */
export async function refreshModel(
  context: CatalogContext,
  lock: ModelLock,
  originOf: OriginOf = observed,
): Promise<MlflowRegisteredModel | undefined> {
  const { store, mlflow } = context;
  const answer = await orAbsent(mlflow.registeredModels.get(lock.modelName));
  const seen = answer && !isPrompt(answer) ? answer : undefined;
  const known = await findCatalogModel(store.db, lock.modelName);
  const isSame = known !== undefined && (await isStill(context, known, seen));
  if (known && !isSame) await relocate(context, lock, known, originOf);
  if (!seen) return undefined;
  if (!isSame) await adopt(context, lock, seen, originOf);
  const state = await readCatalogState(store.db);
  const dangling = await findDangling(context, seen);
  const now = Date.now();
  await store.transaction(async (tx) => {
    await lock.guard(tx);
    const modelKey = await ensureCatalogModel(tx, seen.name);
    const before = await findCatalogModel(tx, seen.name);
    if (!before) throw new Error("a registered model that was just made sure of is not there");
    const after = seenModel(seen);
    const changes = [
      tagChange({ modelName: seen.name }, JSON.parse(before.tags), after.tags),
      descriptionChange(
        { modelName: seen.name },
        before.description ?? undefined,
        after.description,
      ),
      ...(await moveAliases(tx, modelKey, after, dangling)),
    ].filter((change) => change !== undefined);
    await putCatalogModel(tx, modelKey, after);
    // What it is like when Modelwire sees MLflow for the first time is nobody's change.
    const isNews = state.as_of !== null || isAfter(seen.creation_timestamp, state.first_sight_at);
    const news = changes.filter(
      (change) => isNews || originOf(change).origin === EventOrigin.MODELWIRE,
    );
    await announce(store, tx, news, originOf, now);
  });
  wakeForEvents(store);
  return seen;
}

/**
 * Finds the aliases of a registered model that point to versions which were deleted before the
 * catalog had them. MLflow 3.4 leaves the aliases of what is deleted.
 */
export async function findDangling(
  { store, mlflow }: CatalogContext,
  { name, aliases }: MlflowRegisteredModel,
): Promise<Set<string>> {
  const modelKey = (await findCatalogModel(store.db, name))?.model_key;
  const dangling = new Set<string>();
  for (const [alias, version] of Object.entries(aliases)) {
    if (modelKey && (await findCatalogVersion(store.db, modelKey, Number(version)))) continue;
    if (!(await orAbsent(mlflow.modelVersions.get(name, version)))) dangling.add(alias);
  }
  return dangling;
}

/** Gives a registered model as the catalog keeps it. */
export function seenModel(model: MlflowRegisteredModel): SeenModel {
  return {
    name: model.name,
    createdAt: model.creation_timestamp ?? 0,
    updatedAt: model.last_updated_timestamp,
    description: model.description,
    tags: model.tags,
    aliases: Object.fromEntries(
      Object.entries(model.aliases).map(([alias, version]) => [alias, Number(version)]),
    ),
  };
}

/** Tells whether something was made after Modelwire saw MLflow for the first time. */
export function isAfter(createdAt: number | undefined, firstSightAt: number | null): boolean {
  return firstSightAt !== null && createdAt !== undefined && createdAt > firstSightAt;
}

/** Tells whether what MLflow has under a name is what the catalog has under it. */
async function isStill(
  context: CatalogContext,
  known: CatalogModelRow,
  seen: MlflowRegisteredModel | undefined,
): Promise<boolean> {
  if (!seen) return false;
  if (known.created_at !== null) return known.created_at === seen.creation_timestamp;
  return isOf(context, known, seen.name);
}

/**
 * Points aliases to where MLflow has them. One that points to a version which the catalog does not
 * have yet stays where it was: it is moved when the version is there.
 */
async function moveAliases(
  tx: Queryable,
  modelKey: string,
  after: SeenModel,
  dangling: ReadonlySet<string>,
): Promise<Change[]> {
  const before = await findAliases(tx, modelKey);
  const changes: Change[] = [];
  const touched = new Set<number>();
  const uuidOf = async (version: number | undefined) =>
    version === undefined ? undefined : await findCatalogVersion(tx, modelKey, version);
  for (const alias of new Set([...Object.keys(before), ...Object.keys(after.aliases)])) {
    const [from, to] = [before[alias], after.aliases[alias]];
    if (from === to) continue;
    const [old, target] = [await uuidOf(from), await uuidOf(to)];
    if (to !== undefined && !target && !dangling.has(alias)) continue;
    if (to === undefined) await deleteAlias(tx, modelKey, alias);
    else await putAlias(tx, modelKey, alias, to);
    for (const version of [from, to]) if (version !== undefined) touched.add(version);
    changes.push({
      modelName: after.name,
      type: EventType.ALIAS_CHANGED,
      aliasChanged: {
        alias,
        ...(to !== undefined && { version: String(to) }),
        ...(target?.model_uuid && { modelUuid: target.model_uuid }),
        ...(from !== undefined && { previousVersion: String(from) }),
        ...(old?.model_uuid && { previousModelUuid: old.model_uuid }),
      },
    });
  }
  for (const version of touched) await rewriteAliases(tx, modelKey, version);
  return changes;
}
