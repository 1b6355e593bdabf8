import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import { ModelOrder } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { listRegisteredModels } from "../catalog/list-models.ts";
import { invalidField } from "../error.ts";
import type { RegistryContext } from "../registry/context.ts";
import type { ModelPosition } from "../store/catalog-model-list.ts";
import { readModelFilter } from "./list-filters.ts";
import { readPage } from "./page.ts";

const byName = z.tuple([z.string()]);
const byTime = z.tuple([z.number().int().nullable(), z.string()]);

/** Creates the handler of RegistryService.ListModels. */
export function createListModels(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["listModels"] {
  return async (request, { signal }) => {
    const filter = readModelFilter(request);
    const order = readOrder(request.order);
    const place: z.ZodType<ModelPosition> = order === "name" ? byName : byTime;
    const page = readPage(place, request, { list: "models", order, filter });
    const { models, next, asOf } = await listRegisteredModels(
      context,
      { filter, order, ...page },
      request.consistency,
      signal,
    );
    return {
      models,
      nextPageToken: next ? page.tokenAfter(next) : "",
      asOf: timestampFromMs(asOf),
    };
  };
}

function readOrder(order: ModelOrder): "name" | "newest" {
  switch (order) {
    case ModelOrder.UNSPECIFIED:
    case ModelOrder.NAME:
      return "name";
    case ModelOrder.NEWEST_FIRST:
      return "newest";
    default:
      throw invalidField("order", "expected a ModelOrder");
  }
}
