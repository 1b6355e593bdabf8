import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { registerImprovedModel } from "../registry/register.ts";
import type { RpcContext } from "./context.ts";

/** Creates the handler of RegistryService.RegisterImprovedModel. */
export function createRegisterImprovedModel(
  context: RpcContext,
): ServiceImpl<typeof RegistryService>["registerImprovedModel"] {
  return async (request, { signal }) => ({
    registration: await registerImprovedModel(context, request, signal),
  });
}
