import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  GetModelByUuidResponseSchema,
  type RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getRegistration } from "../catalog/get.ts";
import { readUuid } from "../catalog/reference.ts";
import type { RegistryContext } from "../registry/context.ts";
import { setRegistration } from "./stored-registration.ts";

/** Creates the handler of RegistryService.GetModelByUuid. */
export function createGetModelByUuid(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getModelByUuid"] {
  return async ({ modelUuid, consistency }, { signal, requestHeader }) => {
    const reference = readUuid(modelUuid, "model_uuid");
    const found = await getRegistration(context, reference, consistency, signal);
    const { registration, etag, asOf } = found;
    const answer = create(GetModelByUuidResponseSchema, { etag, asOf: timestampFromMs(asOf) });
    setRegistration(answer, registration, requestHeader);
    return answer;
  };
}
