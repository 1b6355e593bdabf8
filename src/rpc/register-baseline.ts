import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { tokenOf } from "../registry/change.ts";
import type { RegistryContext } from "../registry/context.ts";
import { registerBaseline } from "../registry/register.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.RegisterBaseline. */
export function createRegisterBaseline(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["registerBaseline"] {
  return async (request, call) => {
    const registration = await registerBaseline(asCaller(context, call), request, call.signal);
    return { registration, consistencyToken: await tokenOf(context, registration.modelName) };
  };
}
