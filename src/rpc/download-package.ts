import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { downloadPackage } from "../registry/download.ts";

/** Creates the handler of RegistryService.DownloadPackage. */
export function createDownloadPackage(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["downloadPackage"] {
  return (request, { signal }) => downloadPackage(context, request, signal);
}
