import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getLineage } from "../catalog/lineage.ts";
import type { RegistryContext } from "../registry/context.ts";

/** Creates the handler of RegistryService.GetLineage. */
export function createGetLineage(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getLineage"] {
  return ({ ref, consistency }, { signal }) => getLineage(context, ref, consistency, signal);
}
