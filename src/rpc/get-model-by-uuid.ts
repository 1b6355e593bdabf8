import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { getModelByUuid } from "../registry/look-up.ts";

/** Creates the handler of RegistryService.GetModelByUuid. */
export function createGetModelByUuid(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getModelByUuid"] {
  return async ({ modelUuid }) => ({
    registration: await getModelByUuid(context, modelUuid, "model_uuid"),
  });
}
