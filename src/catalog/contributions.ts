import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type Contribution, ContributionSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import {
  type ContributionFilter,
  type ContributionKey,
  type ContributionSum,
  sumContributions,
} from "../store/catalog-contributions.ts";
import type { Store } from "../store/store.ts";

/** A page of contributions. */
export interface ContributionPage {
  contributions: Contribution[];
  /** The key that the next page follows; unset for the last page. */
  next: ContributionKey | undefined;
}

/** Lists what each contributor added to each metric, by contributor, metric, direction and unit. */
export async function listContributions(
  store: Pick<Store, "engine" | "db">,
  filter: ContributionFilter,
  size: number,
  after: ContributionKey | undefined,
): Promise<ContributionPage> {
  // One more than asked for tells whether there is a next page.
  const sums = await sumContributions(store, filter, size + 1, after);
  const shown = sums.slice(0, size);
  return {
    contributions: shown.map(contributionOf),
    next: sums.length > size ? keyOf(shown.at(-1)) : undefined,
  };
}

function keyOf(sum: ContributionSum | undefined): ContributionKey | undefined {
  if (!sum) return undefined;
  const { contributorId, contributorKind, metric, direction, unit } = sum;
  return { contributorId, contributorKind, metric, direction, unit };
}

function contributionOf(sum: ContributionSum): Contribution {
  return create(ContributionSchema, {
    contributor: { kind: sum.contributorKind, id: sum.contributorId },
    metric: sum.metric,
    direction: sum.direction,
    versionCount: sum.versionCount,
    unknownChangeCount: sum.unknownChangeCount,
    absoluteChange: sum.absoluteChange,
    firstTime: timestampFromMs(sum.firstAt),
    lastTime: timestampFromMs(sum.lastAt),
    ...(sum.unit !== "" && { unit: sum.unit }),
  });
}
