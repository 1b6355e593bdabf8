import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { getModelVersion } from "../registry/look-up.ts";

/** Creates the handler of RegistryService.GetModelVersion. */
export function createGetModelVersion(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getModelVersion"] {
  return async ({ ref }) => ({ registration: await getModelVersion(context, ref) });
}
