import { z } from "zod";
import { alias, modelName, version } from "../catalog/name-rules.ts";
import { description, versionTagKey, versionTags } from "./request-rules.ts";

const MOST_TAGS = 100;

/** What a SetAliasRequest must hold. */
export const setAliasRules = z.looseObject({
  modelName,
  // MLflow's rule (`_validate_model_alias_name_reserved`).
  alias: alias.refine(
    (name) => !/^(latest|v\d+)$/i.test(name),
    "expected another alias: latest, and v before a number, are MLflow's own",
  ),
  version,
});

/** What a DeleteAliasRequest must hold. */
export const deleteAliasRules = z.looseObject({ modelName, alias });

/** What a SetTagsRequest must hold, its reference apart. */
export const setTagsRules = z.looseObject({
  tags: versionTags.refine((tags) => {
    const count = Object.keys(tags).length;
    return count >= 1 && count <= MOST_TAGS;
  }, `expected 1 to ${MOST_TAGS} tags`),
});

/** What a DeleteTagRequest must hold, its reference apart. */
export const deleteTagRules = z.looseObject({ key: versionTagKey });

/** What an UpdateDescriptionRequest must hold, its reference apart. */
export const updateDescriptionRules = z.looseObject({ description });
