import { forEachAtOnce } from "../concurrency.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { ensureCatalogModel, findCatalogModels } from "../store/catalog-models.ts";
import {
  findVersionMarks,
  insertCatalogVersions,
  type NewCatalogVersion,
  type VersionMark,
} from "../store/catalog-versions.ts";
import type { CatalogContext } from "./context.ts";
import { outlineVersion } from "./describe.ts";
import { withModelLock } from "./lock.ts";
import { catalogVersion, hashOfVersion } from "./record.ts";
import { isAfter } from "./refresh-model.ts";
import { refreshVersion } from "./refresh-version.ts";

/** Registered models whose versions are asked for at the same time. */
const AT_ONCE = 4;
/** Versions that are asked for while others wait to change their registered model. */
const VERSIONS_A_LOCK = 10;
const HIGHEST_VERSION = 2 ** 31 - 1;

/** Consecutive versions of one registered model, as a listing by name has them. */
export interface VersionRun {
  name: string;
  versions: MlflowModelVersion[];
  /** Between which numbers, both included, the listing has all that there are. */
  from: number;
  to: number;
}

/** Where a listing by name and version stands. */
export interface ListedUntil {
  name: string;
  version: number;
}

/** Splits a page of a listing by name and version. */
export function runsOf(
  versions: readonly MlflowModelVersion[],
  after: ListedUntil | undefined,
  isLast: boolean,
): VersionRun[] {
  const runs: VersionRun[] = [];
  for (const version of versions) {
    const run = runs.at(-1);
    if (run?.name === version.name) {
      run.versions.push(version);
      continue;
    }
    const from = after?.name === version.name ? after.version + 1 : 1;
    runs.push({ name: version.name, versions: [version], from, to: HIGHEST_VERSION });
  }
  const open = runs.at(-1);
  // The next page may go on with the last one.
  if (open && !isLast) open.to = Number(open.versions.at(-1)?.version ?? 0);
  return runs;
}

/**
 * Compares what a listing says with the catalog, and asks MLflow again for each version that
 * differs, is new, or is missed: a listing is old by the time it is read, and its pages can slip
 * past a version, so that it only tells where to look.
 *
 * @param firstSightAt set while MLflow is seen for the first time: what is older is only put down
 */
export async function compareVersions(
  context: CatalogContext,
  runs: readonly VersionRun[],
  firstSightAt: number | undefined,
): Promise<void> {
  const { store } = context;
  const models = await findCatalogModels(
    store.db,
    runs.map(({ name }) => name),
  );
  const old: MlflowModelVersion[] = [];
  const differing: { name: string; versions: string[] }[] = [];
  for (const run of runs) {
    const modelKey = models.get(run.name)?.model_key;
    const marks = modelKey ? await findVersionMarks(store.db, modelKey, run.from, run.to) : [];
    const missing = missingFrom(run, marks);
    const isOld = (version: MlflowModelVersion) =>
      firstSightAt !== undefined && !isAfter(version.creation_timestamp, firstSightAt);
    const fresh = run.versions.filter((version) => isNew(version, marks));
    old.push(...fresh.filter(isOld));
    const others = run.versions.filter(
      (version) => !(fresh.includes(version) && isOld(version)) && differs(version, marks),
    );
    const versions = [...others.map(({ version }) => version), ...missing.map(String)];
    if (versions.length > 0) differing.push({ name: run.name, versions });
  }
  await putDown(context, old);
  await forEachAtOnce(differing, AT_ONCE, ({ name, versions }) =>
    refreshVersions(context, name, versions),
  );
}

/** Asks MLflow for versions of a registered model and writes down what it says. */
export async function refreshVersions(
  context: CatalogContext,
  name: string,
  versions: readonly string[],
): Promise<void> {
  for (let from = 0; from < versions.length; from += VERSIONS_A_LOCK) {
    await withModelLock(context, name, async (lock) => {
      for (const version of versions.slice(from, from + VERSIONS_A_LOCK)) {
        await refreshVersion(context, lock, version);
      }
    });
  }
}

function isNew({ version }: MlflowModelVersion, marks: readonly VersionMark[]): boolean {
  return !marks.some((mark) => mark.version === Number(version));
}

function differs(found: MlflowModelVersion, marks: readonly VersionMark[]): boolean {
  const mark = marks.find(({ version }) => version === Number(found.version));
  return mark?.deleted_at !== null || mark.seen_hash !== hashOfVersion(found);
}

function missingFrom(run: VersionRun, marks: readonly VersionMark[]): number[] {
  const listed = new Set(run.versions.map(({ version }) => Number(version)));
  return marks
    .filter(({ deleted_at, version }) => deleted_at === null && !listed.has(version))
    .map(({ version }) => version);
}

/** Puts versions down that were there before Modelwire; their models are read later. */
async function putDown(
  context: CatalogContext,
  versions: readonly MlflowModelVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const { store } = context;
  const confirmedAt = Date.now();
  const outlines = await Promise.all(
    versions.map(async (found) => ({ found, ...(await outlineVersion(context, found)) })),
  );
  await store.transaction(async (tx) => {
    const keys = new Map<string, string>();
    for (const name of [...new Set(versions.map(({ name }) => name))].sort()) {
      keys.set(name, await ensureCatalogModel(tx, name));
    }
    const rows: NewCatalogVersion[] = outlines.map(({ found, registration, modelUuid }) =>
      catalogVersion(keys.get(found.name) ?? "", {
        registration,
        modelUuid,
        unread: registration.modelInfo === undefined && { after: 0 },
        seenHash: hashOfVersion(found),
        confirmedAt,
      }),
    );
    await insertCatalogVersions(tx, rows);
  });
}
