import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  GetModelVersionResponseSchema,
  type RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getRegistration } from "../catalog/get.ts";
import { readVersionReference } from "../catalog/reference.ts";
import type { RegistryContext } from "../registry/context.ts";
import { setRegistration } from "./stored-registration.ts";

/** Creates the handler of RegistryService.GetModelVersion. */
export function createGetModelVersion(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["getModelVersion"] {
  return async ({ ref, consistency }, { signal, requestHeader }) => {
    const reference = readVersionReference(ref, "ref");
    const found = await getRegistration(context, reference, consistency, signal);
    const { registration, etag, asOf } = found;
    const answer = create(GetModelVersionResponseSchema, { etag, asOf: timestampFromMs(asOf) });
    setRegistration(answer, registration, requestHeader);
    return answer;
  };
}
