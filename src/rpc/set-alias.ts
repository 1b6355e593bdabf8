import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { setAlias } from "../registry/set-alias.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.SetAlias. */
export function createSetAlias(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["setAlias"] {
  return (request, call) => setAlias(asCaller(context, call), request, call.signal);
}
