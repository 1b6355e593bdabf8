import { forEachAtOnce } from "../concurrency.ts";
import type { MlflowRegisteredModel } from "../mlflow/registered-models.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import {
  type CatalogModelRow,
  ensureCatalogModel,
  findAliases,
  findAliasesOfModels,
  findCatalogModel,
  findCatalogModels,
  markModelsSeen,
  putAlias,
  putCatalogModel,
} from "../store/catalog-models.ts";
import { findCatalogVersion, findLiveVersionsAfter } from "../store/catalog-versions.ts";
import { refreshVersions } from "./compare-versions.ts";
import type { CatalogContext } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { findDangling, isAfter, refreshModel, seenModel } from "./refresh-model.ts";
import { rewriteAliases } from "./registration-bytes.ts";

const AT_ONCE = 4;
const VERSIONS_A_PAGE = 500;

/**
 * Compares what a listing of registered models says with the catalog, and asks MLflow again for
 * each that differs or is new.
 *
 * @param sweep the number of the sweep that sees them
 * @param firstSightAt set while MLflow is seen for the first time: what is older is only put down
 */
export async function compareModels(
  context: CatalogContext,
  models: readonly MlflowRegisteredModel[],
  sweep: number,
  firstSightAt: number | undefined,
): Promise<void> {
  const { db } = context.store;
  const names = models.map(({ name }) => name);
  const known = await findCatalogModels(db, names);
  const aliases = await findAliasesOfModels(
    db,
    [...known.values()].map(({ model_key }) => model_key),
  );
  const differing = models.filter((model) => {
    const row = known.get(model.name);
    return !row || differs(row, aliases.get(row.model_key) ?? {}, model);
  });
  await forEachAtOnce(differing, AT_ONCE, async (model) => {
    const isOld = firstSightAt !== undefined && !isAfter(model.creation_timestamp, firstSightAt);
    if (isOld && (await putDown(context, model))) return;
    await withModelLock(context, model.name, (lock) => refreshModel(context, lock));
  });
  for (const model of models) {
    const row = known.get(model.name);
    if (row && model.latest_versions === 0) await missVersions(context, row.model_key, model.name);
  }
  await markModelsSeen(db, names, sweep);
}

function differs(
  row: CatalogModelRow,
  aliases: Readonly<Record<string, number>>,
  model: MlflowRegisteredModel,
): boolean {
  const seen = seenModel(model);
  return (
    row.created_at !== seen.createdAt ||
    row.updated_at !== (seen.updatedAt ?? null) ||
    row.description !== (seen.description ?? null) ||
    canonicalJson(JSON.parse(row.tags)) !== canonicalJson(seen.tags) ||
    canonicalJson(aliases) !== canonicalJson(seen.aliases)
  );
}

/** Looks for versions that the catalog has of a registered model which has none any more. */
async function missVersions(
  context: CatalogContext,
  modelKey: string,
  name: string,
): Promise<void> {
  for (let last = 0; ; ) {
    const rows = await findLiveVersionsAfter(context.store.db, modelKey, last, VERSIONS_A_PAGE);
    const versions = rows.map(({ version }) => String(version));
    await refreshVersions(context, name, versions);
    if (rows.length < VERSIONS_A_PAGE) return;
    last = rows.at(-1)?.version ?? last;
  }
}

/**
 * Puts down a registered model that was there before Modelwire; false where it was written down
 * meanwhile, perhaps with something newer than the listing has.
 */
async function putDown(context: CatalogContext, model: MlflowRegisteredModel): Promise<boolean> {
  const { store } = context;
  const seen = seenModel(model);
  const dangling = await findDangling(context, model);
  return store.transaction(async (tx) => {
    const modelKey = await ensureCatalogModel(tx, seen.name);
    const row = await findCatalogModel(tx, seen.name);
    if (row?.created_at !== null || Object.keys(await findAliases(tx, modelKey)).length > 0) {
      return false;
    }
    await putCatalogModel(tx, modelKey, seen);
    for (const [alias, version] of Object.entries(seen.aliases)) {
      const isThere = await findCatalogVersion(tx, modelKey, version);
      if (!isThere && !dangling.has(alias)) continue;
      await putAlias(tx, modelKey, alias, version);
      await rewriteAliases(tx, modelKey, version);
    }
    return true;
  });
}
