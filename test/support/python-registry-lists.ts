import { type Timestamp, timestampMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import type { Improvement } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { VersionOrder } from "#gen/modelwire/registry/v1/reads_pb.js";
import { type Contributor, ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Arguments } from "../vectors/registry/read-recorded.ts";
import { flat, withHalvedVersion } from "./python-registry.ts";

type Registry = Client<typeof RegistryService>;

/** An entry of a list that the Python registry gave, by what tells it apart from the others. */
export type Entry = [key: string, entry: Record<string, unknown>];

/** What the answers of Modelwire say of a version. */
interface Told {
  runId?: string | undefined;
  creationTime?: Timestamp | undefined;
  isBaseline?: boolean | undefined;
  contributor?: Contributor | undefined;
  improvements: Improvement[];
}

const metricsOf = ({ improvements }: Told) =>
  Object.fromEntries(improvements.map(({ metric, absoluteChange }) => [metric, absoluteChange]));

/**
 * Makes the call `get_model_lineage`: of a name, all of its versions, and what the newest of them
 * came from; of a `name/version`, what that came from. Those of the model are told by their version,
 * the others by their `name/version`.
 */
export async function modelLineage(
  registry: Registry,
  { model_id: asked = "" }: Arguments,
): Promise<Entry[]> {
  const name = asked.split("/")[0] ?? "";
  const { versions } = asked.includes("/")
    ? { versions: [] }
    : await registry.listModelVersions({ modelName: name, order: VersionOrder.OLDEST_FIRST });
  // A name without versions is not said not to be there before MLflow was asked.
  const newest = `${name}/${versions.at(-1)?.modelVersion?.version ?? "1"}`;
  const value = asked.includes("/") ? withHalvedVersion(asked) : newest;
  const { nodes } = await registry.getLineage({ ref: { ref: { case: "modelId", value } } });
  const path = nodes.filter(({ onPath }) => onPath);
  const others = path.filter((node) => !isOf(name, node.modelId) || versions.length === 0);
  const entries = [
    ...others.map((node) => entryOf(name, node.modelId, node.parentModelId, node)),
    ...versions.map(({ modelVersion, baseline, ...told }) => {
      const { runId, creationTime, version } = modelVersion ?? {};
      return entryOf(name, `${name}/${version}`, baseline?.modelId, {
        ...told,
        runId,
        creationTime,
      });
    }),
  ];
  const steps = path.at(-1)?.cumulativeImprovements ?? [];
  const last = entries.at(-1)?.[1] ?? {};
  last.cumulative_improvement = {
    ...Object.fromEntries(steps.map(({ metric, absoluteChange }) => [metric, absoluteChange])),
    total_improvements: path.length - 1,
  };
  return entries;
}

function isOf(name: string, modelId: string): boolean {
  return modelId.startsWith(`${name}/`);
}

function entryOf(name: string, modelId: string, baselineId: string | undefined, told: Told): Entry {
  const version = modelId.slice(modelId.lastIndexOf("/") + 1);
  return [
    isOf(name, modelId) ? version : modelId,
    {
      version,
      run_id: told.runId,
      created_at: told.creationTime && timestampMs(told.creationTime),
      is_baseline: told.isBaseline,
      metrics: metricsOf(told),
      ...(told.contributor && { contributor: told.contributor.id, baseline_id: baselineId }),
    },
  ];
}

/** Makes the call `get_contributor_models`: the newest first, told by where they stand. */
export async function contributorModels(
  registry: Registry,
  { contributor_address: id = "" }: Arguments,
): Promise<Entry[]> {
  const contributor = { kind: ContributorKind.ETHEREUM_ADDRESS, id };
  const { versions } = await registry.listModelVersions({ contributor });
  return versions.map((summary, index) => {
    const { modelVersion, baseline } = summary;
    const entry = {
      run_id: modelVersion?.runId,
      model_name: modelVersion?.name,
      contributor_address: summary.contributor?.id,
      baseline_id: baseline?.modelId,
      metrics: metricsOf(summary),
      created_at: modelVersion?.creationTime && timestampMs(modelVersion.creationTime),
    };
    return [String(index), entry];
  });
}

/**
 * Reads a recorded list as if each registration had made one version, and none were of a baseline
 * that is not there.
 */
export function recordedEntries(result: readonly Record<string, unknown>[]): Entry[] {
  const kept = result.filter(
    ({ version, baseline_id: id }) => Number(version ?? 0) % 2 === 0 && id !== "nothing_baseline/9",
  );
  return kept.map((entry, index) => {
    const { version, baseline_id: id } = entry;
    const halved = { ...entry, baseline_id: withHalvedVersion(String(id)) };
    if (version === undefined) return [String(index), halved];
    const number = String(Number(version) / 2);
    return [number, { ...halved, version: number }];
  });
}

/** Makes a list comparable, as a map by path, such as `2.metrics.accuracy`: without ids and times. */
export function comparableList(entries: readonly Entry[]): Map<string, unknown> {
  return new Map(
    entries.flatMap(([key, { run_id: runId, created_at: createdAt, ...entry }]) => [
      ...flat({ ...entry, run_id: typeof runId, created_at: createdAt ? "<time>" : "none" }, key),
    ]),
  );
}

/** Makes the call `promote_model_to_production`: an alias, and a tag that readers of it look for. */
export async function promote(
  registry: Registry,
  { model_name: modelName = "", version = "" }: Arguments,
): Promise<Entry[]> {
  const ours = withHalvedVersion(`${modelName}/${version}`).split("/")[1] ?? "";
  await registry.setAlias({ modelName, alias: "production", version: ours });
  const ref = { case: "nameVersion", value: { name: modelName, version: ours } } as const;
  const answer = await registry.setTags({ ref: { ref }, tags: { lifecycle_stage: "Production" } });
  const { modelVersion } = answer.version ?? {};
  const stage = modelVersion?.tags.lifecycle_stage;
  return [["promoted", { model_id: modelVersion?.name, version: modelVersion?.version, stage }]];
}

/** Reads what a promotion was answered with, as if each registration had made one version. */
export function recordedPromotion({ version, timestamp: _, ...rest }: Record<string, unknown>) {
  return [["promoted", { ...rest, version: String(Number(version) / 2) }]] satisfies Entry[];
}

/** Makes the call `get_production_models`. */
export async function productionModels(registry: Registry): Promise<Entry[]> {
  const { versions } = await registry.listModelVersions({ alias: "production" });
  return versions.map(({ modelVersion }, index) => {
    const { name, version, tags = {} } = modelVersion ?? {};
    const stage = tags.lifecycle_stage;
    return [String(index), { model_name: name, version, stage, tags }];
  });
}
