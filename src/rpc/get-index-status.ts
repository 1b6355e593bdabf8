import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { IndexState } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { countCatalog, readCatalogState } from "../store/catalog-state.ts";

/** Creates the handler of RegistryService.GetIndexStatus. */
export function createGetIndexStatus({
  store,
}: RegistryContext): ServiceImpl<typeof RegistryService>["getIndexStatus"] {
  return async () => {
    const { as_of: asOf, last_error: lastError } = await readCatalogState(store.db);
    const { models, versions, unread } = await countCatalog(store.db);
    return {
      state: asOf === null ? IndexState.BUILDING : IndexState.COMPLETE,
      modelCount: models,
      versionCount: versions,
      unreadVersionCount: unread,
      ...(asOf !== null && { asOf: timestampFromMs(asOf) }),
      ...(lastError !== null && { lastError }),
    };
  };
}
