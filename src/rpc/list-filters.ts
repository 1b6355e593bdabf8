import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type {
  ListModelsRequest,
  ListModelVersionsRequest,
  TagFilter,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import { type Contributor, ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { alias as aliasRule } from "../catalog/name-rules.ts";
import { invalidField } from "../error.ts";
import { readContributor } from "../registry/contributor.ts";
import type { TagCondition } from "../store/catalog-lists.ts";
import type { ModelFilter } from "../store/catalog-model-list.ts";
import type { VersionFilter } from "../store/catalog-version-conditions.ts";

const MOST_TAGS = 5;

/** Reads which registered models a request wants. @throws ModelwireError INVALID_FIELD */
export function readModelFilter({ namePrefix, alias, tags }: ListModelsRequest): ModelFilter {
  return { namePrefix, alias: readAlias(alias), tags: readTags(tags) };
}

/** Reads which versions a request wants. @throws ModelwireError INVALID_FIELD */
export function readVersionFilter(request: ListModelVersionsRequest): VersionFilter {
  const { modelName, modelNamePrefix: namePrefix, modelType, isBaseline } = request;
  // MLflow may have names of versions before it that it would refuse today.
  if (modelName === "") throw invalidField("model_name", "expected a name; unset means any");
  return {
    modelName,
    namePrefix,
    modelType,
    isBaseline,
    contributor: readContributorFilter(request.contributor),
    tags: readTags(request.tags),
    alias: readAlias(request.alias),
    createdFrom: readTime(request.createdFrom, "created_from"),
    createdBefore: readTime(request.createdBefore, "created_before"),
  };
}

/**
 * Reads whose contributions a request wants, and tells the kind of a contributor where that is left
 * open.
 * @throws ModelwireError INVALID_FIELD
 */
export function readContributorFilter(
  contributor: Contributor | undefined,
): { kind: ContributorKind; id: string } | undefined {
  if (!contributor || contributor.kind !== ContributorKind.UNSPECIFIED) {
    return contributor && readContributor(contributor);
  }
  const isAddress = /^0x[0-9a-f]{40}$/i.test(contributor.id);
  const kind = isAddress ? ContributorKind.ETHEREUM_ADDRESS : ContributorKind.ACCOUNT;
  return readContributor({ ...contributor, kind });
}

function readAlias(alias: string | undefined): string | undefined {
  const issue = alias === undefined ? undefined : aliasRule.safeParse(alias).error?.issues[0];
  if (issue) throw invalidField("alias", issue.message);
  return alias;
}

function readTags(tags: readonly TagFilter[]): TagCondition[] {
  if (tags.length > MOST_TAGS) {
    throw invalidField("tags", `expected at most ${MOST_TAGS}; there are ${tags.length}`);
  }
  return tags.map(({ key, value }, index) => {
    if (key === "") throw invalidField(`tags[${index}].key`, "expected the key of a tag");
    return { key, value };
  });
}

const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

/**
 * Gives the first whole millisecond that is not before a time.
 * @throws ModelwireError INVALID_FIELD
 */
export function readTime(time: Timestamp | undefined, field: string): number | undefined {
  if (time === undefined) return undefined;
  const { seconds, nanos } = time;
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos > 999_999_999) {
    throw invalidField(field, "expected a time from year 1 to year 9999");
  }
  return Number(seconds) * 1000 + Math.ceil(nanos / 1_000_000);
}
