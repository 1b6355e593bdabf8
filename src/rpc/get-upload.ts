import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { getUpload } from "../registry/upload.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.GetUpload. */
export function createGetUpload(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getUpload"] {
  return async ({ uploadId }, call) => ({
    upload: await getUpload(asCaller(context, call), uploadId),
  });
}
