import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { deleteTag } from "../registry/delete-tag.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.DeleteTag. */
export function createDeleteTag(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["deleteTag"] {
  return (request, call) => deleteTag(asCaller(context, call), request, call.signal);
}
