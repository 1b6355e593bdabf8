import type { ServiceImpl } from "@connectrpc/connect";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { createBatchGetModelVersions } from "./batch-get-model-versions.ts";
import { createCompareSignatures } from "./compare-signatures.ts";
import { createDeleteAlias } from "./delete-alias.ts";
import { createDeleteModelVersion } from "./delete-model-version.ts";
import { createDeleteTag } from "./delete-tag.ts";
import { createDeleteUpload } from "./delete-upload.ts";
import { createDownloadPackage } from "./download-package.ts";
import { createGetIndexStatus } from "./get-index-status.ts";
import { createGetLineage } from "./get-lineage.ts";
import { createGetModelByUuid } from "./get-model-by-uuid.ts";
import { createGetModelVersion } from "./get-model-version.ts";
import { createGetUpload } from "./get-upload.ts";
import { createInferSignature } from "./infer-signature.ts";
import { createListContributions } from "./list-contributions.ts";
import { createListModelVersions } from "./list-model-versions.ts";
import { createListModels } from "./list-models.ts";
import { createRegisterBaseline } from "./register-baseline.ts";
import { createRegisterImprovedModel } from "./register-improved-model.ts";
import { createSetAlias } from "./set-alias.ts";
import { createSetTags } from "./set-tags.ts";
import { createUpdateDescription } from "./update-description.ts";
import { createUploadPackage } from "./upload-package.ts";

/** Creates the handlers of RegistryService. */
export function createRegistryService(
  context: RegistryContext,
): ServiceImpl<typeof RegistryService> {
  return {
    registerBaseline: createRegisterBaseline(context),
    getModelByUuid: createGetModelByUuid(context),
    getModelVersion: createGetModelVersion(context),
    batchGetModelVersions: createBatchGetModelVersions(context),
    listModels: createListModels(context),
    listModelVersions: createListModelVersions(context),
    getIndexStatus: createGetIndexStatus(context),
    registerImprovedModel: createRegisterImprovedModel(context),
    inferSignature: createInferSignature(),
    compareSignatures: createCompareSignatures(context),
    uploadPackage: createUploadPackage(context),
    getUpload: createGetUpload(context),
    deleteUpload: createDeleteUpload(context),
    getLineage: createGetLineage(context),
    listContributions: createListContributions(context),
    downloadPackage: createDownloadPackage(context),
    setAlias: createSetAlias(context),
    deleteAlias: createDeleteAlias(context),
    setTags: createSetTags(context),
    deleteTag: createDeleteTag(context),
    updateDescription: createUpdateDescription(context),
    deleteModelVersion: createDeleteModelVersion(context),
  };
}
