import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RpcContext } from "./context.ts";
import { createGetModelByUuid } from "./get-model-by-uuid.ts";
import { createGetModelVersion } from "./get-model-version.ts";
import { createRegisterBaseline } from "./register-baseline.ts";

/** Creates the handlers of RegistryService. */
export function createRegistryService(context: RpcContext): ServiceImpl<typeof RegistryService> {
  return {
    registerBaseline: createRegisterBaseline(context),
    getModelByUuid: createGetModelByUuid(context),
    getModelVersion: createGetModelVersion(context),
  };
}
