import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { createCompareSignatures } from "./compare-signatures.ts";
import { createDeleteUpload } from "./delete-upload.ts";
import { createDownloadPackage } from "./download-package.ts";
import { createGetModelByUuid } from "./get-model-by-uuid.ts";
import { createGetModelVersion } from "./get-model-version.ts";
import { createGetUpload } from "./get-upload.ts";
import { createInferSignature } from "./infer-signature.ts";
import { createRegisterBaseline } from "./register-baseline.ts";
import { createRegisterImprovedModel } from "./register-improved-model.ts";
import { createUploadPackage } from "./upload-package.ts";

/** Creates the handlers of RegistryService. */
export function createRegistryService(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService> {
  return {
    registerBaseline: createRegisterBaseline(context),
    getModelByUuid: createGetModelByUuid(context),
    getModelVersion: createGetModelVersion(context),
    registerImprovedModel: createRegisterImprovedModel(context),
    inferSignature: createInferSignature(),
    compareSignatures: createCompareSignatures(context),
    uploadPackage: createUploadPackage(context),
    getUpload: createGetUpload(context),
    deleteUpload: createDeleteUpload(context),
    downloadPackage: createDownloadPackage(context),
  };
}
