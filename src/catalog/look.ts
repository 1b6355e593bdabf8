import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { compareVersions, type VersionRun } from "./compare-versions.ts";
import type { CatalogContext } from "./context.ts";

const VERSIONS_A_PAGE = 100;
const MOST_PAGES = 10;
/** Clocks of MLflow's workers can differ, and what begins first can be written last. */
const OVERLAP_MS = 5000;

/**
 * Looks at the versions that MLflow changed last, for what is new or has another description,
 * stage or name. What leaves no time behind, as tags and aliases do, waits for the next sweep.
 *
 * @param until the newest time that was looked at before
 * @param firstSightAt set while MLflow is seen for the first time: what is older is only put down
 * @returns the newest time that was looked at now
 */
export async function lookAtChanges(
  context: CatalogContext,
  until: number,
  firstSightAt: number | undefined,
): Promise<number> {
  const found: MlflowModelVersion[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const order = "last_updated_timestamp DESC";
    const page = await context.mlflow.modelVersions.page(order, VERSIONS_A_PAGE, token);
    const changed = page.versions.filter((version) => timeOf(version) > until - OVERLAP_MS);
    found.push(...changed);
    token = page.nextToken;
    if (token === undefined || changed.length < page.versions.length) break;
  }
  // In the order in which it happened.
  for (const version of found.reverse()) {
    await compareVersions(context, [runOf(version)], firstSightAt);
  }
  return Math.max(until, ...found.map(timeOf));
}

function runOf(version: MlflowModelVersion): VersionRun {
  const number = Number(version.version);
  return { name: version.name, versions: [version], from: number, to: number };
}

function timeOf(version: MlflowModelVersion): number {
  return version.last_updated_timestamp ?? version.creation_timestamp ?? 0;
}
