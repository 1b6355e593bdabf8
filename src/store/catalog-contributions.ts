import { sql } from "kysely";
import { compare } from "./catalog-lists.ts";
import type { Queryable } from "./store.ts";

/** What contributions are summed up by, and listed in the order of. */
export interface ContributionKey {
  contributorId: string;
  contributorKind: number;
  metric: string;
  direction: number;
  /** Empty for a plain number. */
  unit: string;
}

/** What a contributor added to a metric, over all versions that are there. */
export interface ContributionSum extends ContributionKey {
  versionCount: number;
  unknownChangeCount: number;
  absoluteChange: number;
  /** When the first of the versions was created. */
  firstAt: number;
  lastAt: number;
}

/** What contributions are narrowed by. */
export interface ContributionFilter {
  contributor?: { kind: number; id: string } | undefined;
  metric?: string | undefined;
}

const columns = ["contributor_id", "contributor_kind", "metric", "direction", "unit"] as const;

/**
 * Sums up contributions, in the order of their keys, after a key. PostgreSQL adds numbers up as
 * their decimal digits say, without rounding; SQLite carries along what rounding loses. Without
 * that a million changes of 0.1 are off by 1e-11 of their sum, by how much exactly being left to
 * the order in which they are read.
 */
export async function sumContributions(
  db: Queryable,
  { contributor, metric }: ContributionFilter,
  limit: number,
  after: ContributionKey | undefined,
): Promise<ContributionSum[]> {
  let query = db
    .selectFrom("catalog_improvements")
    .select(columns)
    .select((e) => [
      e.fn.countAll<number>().as("versions"),
      e.fn.count<number>("absolute_change").as("known"),
      // Of text, as PostgreSQL cuts a double after 15 digits otherwise; `+ 0.0`, as SQLite takes
      // 1.0 for an integer otherwise.
      sql<number | string | null>`sum(cast(cast(absolute_change as text) as numeric) + 0.0)`.as(
        "change",
      ),
      e.fn.min("created_at").as("first"),
      e.fn.max("created_at").as("last"),
    ]);
  if (contributor) {
    query = query
      .where("contributor_id", "=", contributor.id)
      .where("contributor_kind", "=", contributor.kind);
  }
  if (metric !== undefined) query = query.where("metric", "=", metric);
  // The index of a metric has no other one between its columns.
  const keys = metric === undefined ? columns : columns.filter((column) => column !== "metric");
  if (after) {
    const position = {
      contributor_id: after.contributorId,
      contributor_kind: after.contributorKind,
      metric: after.metric,
      direction: after.direction,
      unit: after.unit,
    };
    query = query.where(
      compare(
        keys,
        ">",
        keys.map((column) => position[column]),
      ),
    );
  }
  query = query.groupBy(columns);
  for (const column of keys) query = query.orderBy(column);
  const rows = await query.limit(limit).execute();
  return rows.map((row) => ({
    contributorId: row.contributor_id,
    contributorKind: row.contributor_kind,
    metric: row.metric,
    direction: row.direction,
    unit: row.unit,
    versionCount: row.versions,
    unknownChangeCount: row.versions - row.known,
    absoluteChange: Number(row.change ?? 0),
    firstAt: row.first,
    lastAt: row.last,
  }));
}
