import type { UpdateDescriptionRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import { check } from "../validation.ts";
import { updateDescriptionRules } from "./change-rules.ts";
import { type ChangeAnswer, changeVersion } from "./change-version.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Gives a version another description, an empty one for none.
 * @throws as {@link changeVersion}
 */
export async function updateDescription(
  context: RegistryContext,
  request: UpdateDescriptionRequest,
  signal: AbortSignal,
): Promise<ChangeAnswer> {
  check(updateDescriptionRules, request);
  const wanted = request.description;
  return changeVersion(context, request, signal, {
    isMade: ({ description = "" }) => description === wanted,
    calls: ({ name, version }) => [
      () => context.mlflow.modelVersions.updateDescription(name, version, wanted),
    ],
    isAskedFor: ({ descriptionChanged }) =>
      descriptionChanged?.version !== undefined &&
      (descriptionChanged.description ?? "") === wanted,
  });
}
