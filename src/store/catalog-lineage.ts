import { expressionBuilder, type Selectable } from "kysely";
import type { CatalogModelTable, CatalogVersionTable } from "./catalog-tables.ts";
import type { Database } from "./schema.ts";
import type { Queryable } from "./store.ts";

/** What tells of a version, deleted or not, where it stands in a lineage. */
export type LineageRow = Pick<
  Selectable<CatalogVersionTable>,
  | "model_key"
  | "version"
  | "created_at"
  | "deleted_at"
  | "model_uuid"
  | "baseline_id"
  | "baseline_uuid"
> &
  Pick<Selectable<CatalogModelTable>, "name" | "last_name">;

/** A version by the name that its registered model has, or had last. */
export interface NamedVersion {
  name: string;
  version: number;
}

/** Which versions to find the improvements of. */
export interface BaselineKeys {
  uuids: readonly string[];
  /** `name/version` of each, for those that name their baseline without a uuid. */
  ids: readonly string[];
  /** Those of `ids` whose uuid is not known: what names them with one is found, too. */
  idsWithoutUuid: readonly string[];
}

const KEYS_A_STATEMENT = 500;
// SQLite takes expressions up to 1,000 deep.
const MODELS_A_STATEMENT = 100;

/** Finds all versions of some uuids, deleted ones too. */
export function findLineageByUuids(db: Queryable, uuids: readonly string[]): Promise<LineageRow[]> {
  return inPieces([...new Set(uuids)], KEYS_A_STATEMENT, (some) =>
    lineageRows(db).where("model_uuid", "in", some).execute(),
  );
}

/** Finds all versions that have, or had last, some names; several where a name was made anew. */
export async function findLineageByNames(
  db: Queryable,
  wanted: readonly NamedVersion[],
): Promise<LineageRow[]> {
  const numbers = new Map<string, Set<number>>();
  for (const { name, version } of wanted) add(numbers, name, version);
  const models = await inPieces([...numbers.keys()], KEYS_A_STATEMENT, (some) =>
    db
      .selectFrom("catalog_models")
      .select(["model_key", "last_name"])
      .where("last_name", "in", some)
      .execute(),
  );
  const keys = models.flatMap(({ model_key, last_name }) =>
    [...(numbers.get(last_name) ?? [])].map((version) => ({ model_key, version })),
  );
  return inPieces(byModel(keys), MODELS_A_STATEMENT, (some) =>
    lineageRows(db).where(isOneOf(some)).execute(),
  );
}

/** Finds what may improve some versions, deleted ones too; each once. */
export async function findImprovementsOf(
  db: Queryable,
  { uuids, ids, idsWithoutUuid }: BaselineKeys,
): Promise<LineageRow[]> {
  const [byUuid, byId] = await Promise.all([
    inPieces([...new Set(uuids)], KEYS_A_STATEMENT, (some) =>
      lineageRows(db).where("baseline_uuid", "in", some).execute(),
    ),
    inPieces([...new Set(ids)], KEYS_A_STATEMENT, (some) =>
      lineageRows(db).where("baseline_id", "in", some).execute(),
    ),
  ]);
  // Not by the query: SQLite would look for all that have no uuid rather than for the ids.
  const withoutUuid = new Set<string | null>(idsWithoutUuid);
  const wanted = byId.filter((row) => !row.baseline_uuid || withoutUuid.has(row.baseline_id));
  const all = [...byUuid, ...wanted];
  return [...new Map(all.map((row) => [`${row.model_key}/${row.version}`, row])).values()];
}

/** Reads what versions are answered with. */
export function readRegistrations(
  db: Queryable,
  keys: readonly Pick<LineageRow, "model_key" | "version">[],
): Promise<{ model_key: string; version: number; registration: Uint8Array }[]> {
  return inPieces(byModel(keys), MODELS_A_STATEMENT, (some) =>
    db
      .selectFrom("catalog_versions")
      .select(["model_key", "version", "registration"])
      .where(isOneOf(some))
      .execute(),
  );
}

function lineageRows(db: Queryable) {
  return db
    .selectFrom("catalog_versions")
    .innerJoin("catalog_models", "catalog_models.model_key", "catalog_versions.model_key")
    .select([
      "catalog_versions.model_key",
      "version",
      "catalog_versions.created_at",
      "catalog_versions.deleted_at",
      "model_uuid",
      "baseline_id",
      "baseline_uuid",
      "name",
      "last_name",
    ]);
}

type Versions = readonly [modelKey: string, versions: readonly number[]];

/** Groups versions by their registered models, those of a large one in several groups. */
function byModel(keys: readonly Pick<LineageRow, "model_key" | "version">[]): Versions[] {
  const models = new Map<string, Set<number>>();
  for (const { model_key, version } of keys) add(models, model_key, version);
  return [...models].flatMap(([key, versions]) =>
    pieces([...versions], KEYS_A_STATEMENT).map((some): Versions => [key, some]),
  );
}

function isOneOf(models: readonly Versions[]) {
  const e = expressionBuilder<Database, "catalog_versions">();
  return e.or(
    models.map(([key, versions]) =>
      e.and([e("catalog_versions.model_key", "=", key), e("version", "in", [...versions])]),
    ),
  );
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function pieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
}

async function inPieces<T, R>(
  all: readonly T[],
  size: number,
  query: (some: T[]) => Promise<R[]>,
): Promise<R[]> {
  const rows: R[] = [];
  for (const some of pieces(all, size)) for (const row of await query(some)) rows.push(row);
  return rows;
}
