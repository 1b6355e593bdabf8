import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { deleteUpload } from "../registry/upload.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.DeleteUpload. */
export function createDeleteUpload(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["deleteUpload"] {
  return async ({ uploadId }, call) => {
    await deleteUpload(asCaller(context, call), uploadId);
    return {};
  };
}
