import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { deleteAlias } from "../registry/delete-alias.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.DeleteAlias. */
export function createDeleteAlias(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["deleteAlias"] {
  return async (request, call) => ({
    consistencyToken: await deleteAlias(asCaller(context, call), request, call.signal),
  });
}
