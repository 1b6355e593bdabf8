import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { listContributions } from "../catalog/contributions.ts";
import { freshenCatalog } from "../catalog/freshness.ts";
import type { RegistryContext } from "../registry/context.ts";
import type { ContributionKey } from "../store/catalog-contributions.ts";
import { readContributorFilter } from "./list-filters.ts";
import { readPage } from "./page.ts";

const enumValue = z.number().int().min(0).max(255);
const place: z.ZodType<ContributionKey> = z.object({
  contributorId: z.string(),
  contributorKind: enumValue,
  metric: z.string(),
  direction: enumValue,
  unit: z.string(),
});

/** Creates the handler of RegistryService.ListContributions. */
export function createListContributions(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["listContributions"] {
  return async (request, { signal }) => {
    const contributor = readContributorFilter(request.contributor);
    const filter = { contributor, metric: request.metric };
    const page = readPage(place, request, { list: "contributions", filter });
    const asOf = await freshenCatalog(context, request.consistency, signal);
    const { contributions, next } = await listContributions(
      context.store,
      filter,
      page.size,
      page.after,
    );
    return {
      contributions,
      nextPageToken: next ? page.tokenAfter(next) : "",
      asOf: timestampFromMs(asOf),
    };
  };
}
