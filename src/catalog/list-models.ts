import { create } from "@bufbuild/protobuf";
import { z } from "zod";
import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import {
  type RegisteredModel,
  RegisteredModelSchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import {
  type ListedModel,
  listModels,
  type ModelDetails,
  type ModelFilter,
  type ModelOrder,
  type ModelPosition,
  readModelDetails,
} from "../store/catalog-model-list.ts";
import { time } from "./capture.ts";
import type { CatalogContext } from "./context.ts";
import { freshenCatalog } from "./freshness.ts";
import { fillPage } from "./list-page.ts";

/** Which page of the registered models is wanted. */
export interface ModelsPage {
  filter: ModelFilter;
  order: ModelOrder;
  size: number;
  after: ModelPosition | undefined;
}

/**
 * Lists registered models from the catalog, after it was made as fresh as `consistency` says.
 * @returns `asOf` up to when what was written to MLflow is in it, in milliseconds since 1970
 * @throws ModelwireError INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE
 */
export async function listRegisteredModels(
  context: Pick<CatalogContext, "store">,
  { filter, order, size, after }: ModelsPage,
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<{ models: RegisteredModel[]; next: ModelPosition | undefined; asOf: number }> {
  const asOf = await freshenCatalog(context, consistency, signal);
  const { db } = context.store;
  const batches = listModels(db, filter, order, after, size + 1);
  const page = await fillPage(batches, size, RegisteredModelSchema, async (rows) => {
    const keys = rows.map((row) => row.model_key);
    const details = await readModelDetails(db, keys);
    return rows.map((row) => modelMessage(row, details.get(row.model_key)));
  });
  return { models: page.items, next: page.next, asOf };
}

const tagsOf = z.record(z.string(), z.string());

function modelMessage(row: ListedModel, details: ModelDetails | undefined): RegisteredModel {
  const creationTime = time(row.created_at ?? undefined);
  const lastUpdatedTime = time(row.updated_at ?? undefined);
  return create(RegisteredModelSchema, {
    name: row.name,
    tags: tagsOf.parse(JSON.parse(row.tags)),
    aliases: Object.fromEntries(
      [...(details?.aliases ?? [])].map(([alias, version]) => [alias, String(version)]),
    ),
    versionCount: details?.versions ?? 0,
    ...(details && { latestVersion: String(details.latest) }),
    ...(row.description !== null && { description: row.description }),
    ...(creationTime && { creationTime }),
    ...(lastUpdatedTime && { lastUpdatedTime }),
  });
}
