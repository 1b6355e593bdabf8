import type { SetTagsRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import { check } from "../validation.ts";
import { setTagsRules } from "./change-rules.ts";
import { type ChangeAnswer, changeVersion } from "./change-version.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Sets tags of a version: those that it does not have yet, one call to MLflow each, and one event
 * for all.
 * @throws as {@link changeVersion}
 */
export async function setTags(
  context: RegistryContext,
  request: SetTagsRequest,
  signal: AbortSignal,
): Promise<ChangeAnswer> {
  check(setTagsRules, request);
  const { modelVersions } = context.mlflow;
  const missing = (tags: Record<string, string>) =>
    Object.entries(request.tags).filter(
      ([key, value]) => !Object.hasOwn(tags, key) || tags[key] !== value,
    );
  return changeVersion(context, request, signal, {
    isMade: ({ tags }) => missing(tags).length === 0,
    calls: ({ name, version, tags }) =>
      missing(tags).map(
        ([key, value]) =>
          () =>
            modelVersions.setTag(name, version, key, value),
      ),
    isAskedFor: ({ tagsChanged }) =>
      tagsChanged?.version !== undefined &&
      tagsChanged.deletedKeys?.length === 0 &&
      Object.entries(tagsChanged.setTags ?? {}).every(
        ([key, value]) => Object.hasOwn(request.tags, key) && request.tags[key] === value,
      ),
  });
}
