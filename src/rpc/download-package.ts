import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { downloadPackage } from "../registry/download.ts";
import type { RpcContext } from "./context.ts";

/** Creates the handler of RegistryService.DownloadPackage. */
export function createDownloadPackage(
  context: RpcContext,
): ServiceImpl<typeof RegistryService>["downloadPackage"] {
  return (request) => downloadPackage(context, request);
}
