import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { setTags } from "../registry/set-tags.ts";
import { asCaller } from "./caller.ts";

/** Creates the handler of RegistryService.SetTags. */
export function createSetTags(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["setTags"] {
  return (request, call) => setTags(asCaller(context, call), request, call.signal);
}
