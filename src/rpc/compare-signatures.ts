import type { ServiceImpl } from "@connectrpc/connect";
import type {
  RegistryService,
  SignatureSource,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { getModelVersion } from "../catalog/get.ts";
import { invalidField } from "../error.ts";
import type { RegistryContext } from "../registry/context.ts";
import { namingFields } from "../registry/signature-fields.ts";
import { compareSignatures } from "../signature/compare.ts";
import { comparisonMessage } from "../signature/comparison-message.ts";
import { completeSignature } from "../signature/complete.ts";

/** Creates the handler of RegistryService.CompareSignatures. */
export function createCompareSignatures(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService>["compareSignatures"] {
  return async (request, { signal }) => {
    const reading = readSource(context, request.next, "next", signal);
    // Where both are wrong, it is always the old one that is told.
    reading.catch(() => {});
    const old = await readSource(context, request.old, "old", signal);
    const next = await reading;
    const comparison = namingFields(
      () => compareSignatures(old, next),
      // What a request has was checked when it was read.
      () => (request.old?.source.case === "version" ? "old.version" : "next.version"),
    );
    return { comparison: comparisonMessage(comparison) };
  };
}

async function readSource(
  context: RegistryContext,
  message: SignatureSource | undefined,
  field: string,
  signal: AbortSignal,
): Promise<Signature> {
  const source = message?.source;
  switch (source?.case) {
    case "signature":
      return namingFields(
        () => completeSignature(source.value),
        (path) => `${field}.${path}`,
      );
    case "version": {
      const found = await getModelVersion(context, source.value, `${field}.version`, signal);
      const { modelInfo, modelId } = found;
      if (modelInfo?.signature) return modelInfo.signature;
      throw invalidField(`${field}.version`, `${modelId} has no signature`);
    }
    case undefined:
      throw invalidField(field, "expected either signature or version");
  }
}
