import type { DeleteTagRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import { check } from "../validation.ts";
import { deleteTagRules } from "./change-rules.ts";
import { type ChangeAnswer, changeVersion } from "./change-version.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Deletes a tag of a version; one that is not there is no error.
 * @throws as {@link changeVersion}
 */
export async function deleteTag(
  context: RegistryContext,
  request: DeleteTagRequest,
  signal: AbortSignal,
): Promise<ChangeAnswer> {
  check(deleteTagRules, request);
  const { key } = request;
  return changeVersion(context, request, signal, {
    isMade: ({ tags }) => !Object.hasOwn(tags, key),
    calls: ({ name, version }) => [
      () => context.mlflow.modelVersions.deleteTag(name, version, key),
    ],
    isAskedFor: ({ tagsChanged }) =>
      tagsChanged?.version !== undefined &&
      Object.keys(tagsChanged.setTags ?? {}).length === 0 &&
      tagsChanged.deletedKeys?.length === 1 &&
      tagsChanged.deletedKeys[0] === key,
  });
}
