import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { BatchGetModelVersionsItemSchema } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { getRegistrations } from "../catalog/batch-get.ts";
import type { RegistryContext } from "../registry/context.ts";
import { setRegistration } from "./stored-registration.ts";

/** Creates the handler of RegistryService.BatchGetModelVersions. */
export function createBatchGetModelVersions(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["batchGetModelVersions"] {
  return async ({ refs, consistency }, { signal, requestHeader }) => {
    const { found, asOf } = await getRegistrations(context, refs, consistency, signal);
    const items = found.map((one) => {
      if (!one) return {};
      const item = create(BatchGetModelVersionsItemSchema, { etag: one.etag });
      setRegistration(item, one.registration, requestHeader);
      return item;
    });
    return { items, asOf: timestampFromMs(asOf) };
  };
}
