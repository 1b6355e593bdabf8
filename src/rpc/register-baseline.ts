import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { registerBaseline } from "../registry/register.ts";
import type { RpcContext } from "./context.ts";

/** Creates the handler of RegistryService.RegisterBaseline. */
export function createRegisterBaseline(
  context: RpcContext,
): ServiceImpl<typeof RegistryService>["registerBaseline"] {
  return async (request, { signal }) => ({
    registration: await registerBaseline(context, request, signal),
  });
}
