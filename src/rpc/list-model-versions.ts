import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import { VersionOrder } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { listModelVersions } from "../catalog/list-versions.ts";
import { invalidField } from "../error.ts";
import type { RegistryContext } from "../registry/context.ts";
import type { VersionPosition } from "../store/catalog-version-list.ts";
import { readVersionFilter } from "./list-filters.ts";
import { readPage } from "./page.ts";

const version = z.number().int().min(0).max(2_147_483_647);
const byName = z.tuple([z.string(), version]);
const byTime = z.tuple([z.number().int(), z.string(), version]);

/** Creates the handler of RegistryService.ListModelVersions. */
export function createListModelVersions(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["listModelVersions"] {
  return async (request, { signal }) => {
    const filter = readVersionFilter(request);
    const order = readOrder(request.order);
    const place: z.ZodType<VersionPosition> = order === "name" ? byName : byTime;
    const page = readPage(place, request, { list: "versions", order, filter });
    const { versions, next, asOf } = await listModelVersions(
      context,
      { filter, order, ...page },
      request.consistency,
      signal,
    );
    return {
      versions,
      nextPageToken: next ? page.tokenAfter(next) : "",
      asOf: timestampFromMs(asOf),
    };
  };
}

function readOrder(order: VersionOrder): "newest" | "oldest" | "name" {
  switch (order) {
    case VersionOrder.UNSPECIFIED:
    case VersionOrder.NEWEST_FIRST:
      return "newest";
    case VersionOrder.OLDEST_FIRST:
      return "oldest";
    case VersionOrder.NAME:
      return "name";
    default:
      throw invalidField("order", "expected a VersionOrder");
  }
}
