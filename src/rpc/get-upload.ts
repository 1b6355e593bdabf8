import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getUpload } from "../registry/upload.ts";
import type { RpcContext } from "./context.ts";

/** Creates the handler of RegistryService.GetUpload. */
export function createGetUpload(
  context: RpcContext,
): ServiceImpl<typeof RegistryService>["getUpload"] {
  return async ({ uploadId }) => ({ upload: await getUpload(context, uploadId) });
}
