import { compare } from "./catalog-lists.ts";
import type { Store } from "./store.ts";

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
 * Sums up contributions, in the order of their keys, after a key. Changes are added as they are
 * written, so that 0.1 and 0.2 make 0.3, on whichever engine and in whatever order.
 */
export async function sumContributions(
  { engine, db }: Pick<Store, "engine" | "db">,
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
      engine.decimalSum(e.ref("absolute_change")).as("change"),
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
