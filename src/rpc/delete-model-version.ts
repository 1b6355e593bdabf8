import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { deleteModelVersion } from "../registry/delete-model-version.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.DeleteModelVersion. */
export function createDeleteModelVersion(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["deleteModelVersion"] {
  return async (request, call) => ({
    consistencyToken: await deleteModelVersion(asCaller(context, call), request, call.signal),
  });
}
