import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { namingFields } from "../registry/signature-fields.ts";
import { fromExampleMessage } from "../signature/example-message.ts";
import { inferSignature } from "../signature/infer.ts";

/** Creates the handler of RegistryService.InferSignature. */
export function createInferSignature(): ServiceImpl<typeof RegistryService>["inferSignature"] {
  return ({ input, output, paramsJson }) =>
    namingFields(() =>
      inferSignature({
        input: input && fromExampleMessage(input, "input"),
        output: output && fromExampleMessage(output, "output"),
        paramsJson,
      }),
    );
}
