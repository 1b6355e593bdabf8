import { fromBinary } from "@bufbuild/protobuf";
import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import {
  type VersionSummary,
  VersionSummarySchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { VersionFilter } from "../store/catalog-version-conditions.ts";
import {
  type ListedVersion,
  listVersions,
  type VersionOrder,
  type VersionPosition,
} from "../store/catalog-version-list.ts";
import type { Queryable } from "../store/store.ts";
import { addBaselineUuids } from "./baseline-uuid.ts";
import type { CatalogContext } from "./context.ts";
import { freshenCatalog } from "./freshness.ts";
import { fillPage } from "./list-page.ts";
import { summaryOf } from "./summary.ts";

/** Which page of the versions is wanted. */
export interface VersionsPage {
  filter: VersionFilter;
  order: VersionOrder;
  size: number;
  after: VersionPosition | undefined;
}

/**
 * Lists versions from the catalog, after it was made as fresh as `consistency` says.
 * @returns `asOf` up to when what was written to MLflow is in it, in milliseconds since 1970
 * @throws ModelwireError INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE
 */
export async function listModelVersions(
  context: Pick<CatalogContext, "store">,
  { filter, order, size, after }: VersionsPage,
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<{ versions: VersionSummary[]; next: VersionPosition | undefined; asOf: number }> {
  const asOf = await freshenCatalog(context, consistency, signal);
  // One more than asked for tells whether there is a next page.
  const batches = listVersions(context.store.db, filter, order, after, size + 1);
  const page = await fillPage(batches, size, VersionSummarySchema, (rows) =>
    summarise(context.store.db, rows),
  );
  return { versions: page.items, next: page.next, asOf };
}

async function summarise(db: Queryable, rows: ListedVersion[]): Promise<VersionSummary[]> {
  const registrations = rows.map((row) => fromBinary(RegistrationSchema, row.registration));
  await addBaselineUuids(db, registrations);
  return registrations.map((registration, index) =>
    summaryOf(registration, rows[index]?.model_uuid ?? undefined),
  );
}
