import {
  findLineageByNames,
  findLineageByUuids,
  type LineageRow,
} from "../store/catalog-lineage.ts";
import { findAliases, findCatalogModel } from "../store/catalog-models.ts";
import type { Queryable } from "../store/store.ts";
import { compareAge } from "./lineage-parents.ts";
import type { VersionReference } from "./reference.ts";

/** Finds the version that is there and that a reference names, in the catalog. */
export async function findReferenced(
  db: Queryable,
  reference: VersionReference,
): Promise<LineageRow | undefined> {
  switch (reference.by) {
    case "uuid":
      return newest(await findLineageByUuids(db, [reference.uuid]));
    case "version":
      return findNamed(db, reference.name, Number(reference.version));
    case "alias": {
      const { name, alias } = reference;
      const model = await findCatalogModel(db, name);
      const aliases = new Map(model && Object.entries(await findAliases(db, model.model_key)));
      const version = aliases.get(alias);
      return version === undefined ? undefined : findNamed(db, name, version);
    }
  }
}

async function findNamed(
  db: Queryable,
  name: string,
  version: number,
): Promise<LineageRow | undefined> {
  return newest(await findLineageByNames(db, [{ name, version }]));
}

function newest(rows: readonly LineageRow[]): LineageRow | undefined {
  return rows
    .filter(({ deleted_at, name }) => deleted_at === null && name !== null)
    .toSorted(compareAge)
    .at(-1);
}
