import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { receivePackage } from "../registry/upload.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.UploadPackage. */
export function createUploadPackage(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["uploadPackage"] {
  return async (messages, call) => ({
    upload: await receivePackage(asCaller(context, call), messages, call.signal),
  });
}
