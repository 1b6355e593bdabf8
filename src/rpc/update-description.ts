import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { updateDescription } from "../registry/update-description.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.UpdateDescription. */
export function createUpdateDescription(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["updateDescription"] {
  return (request, call) => updateDescription(asCaller(context, call), request, call.signal);
}
