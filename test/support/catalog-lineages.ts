import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { inject } from "vitest";
import type { GetLineageResponse } from "#gen/modelwire/registry/v1/lineage_pb.js";
import { GetLineageResponseSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import {
  type ModelVersionRef,
  ModelVersionRefSchema,
} from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { ContributorKind, RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { getLineage } from "../../src/catalog/lineage.ts";
import { catalogVersion } from "../../src/catalog/record.ts";
import { readConfig } from "../../src/config/config.ts";
import { createMlflowClient } from "../../src/mlflow/client.ts";
import { ensureCatalogModel, markModelDeleted } from "../../src/store/catalog-models.ts";
import { changeCatalogState } from "../../src/store/catalog-state.ts";
import { insertCatalogVersions, markVersionDeleted } from "../../src/store/catalog-versions.ts";
import type { Store } from "../../src/store/store.ts";
import { NOW } from "./stores.ts";

/** A version to write into a catalog. */
export interface LineageFixture {
  /** `name/version`. */
  id: string;
  /** Milliseconds after {@link NOW}. */
  at: number;
  uuid?: string | undefined;
  baselineId?: string | undefined;
  baselineUuid?: string | undefined;
  improvements?: { metric: string; absoluteChange?: number; direction?: number; unit?: string }[];
  contributor?: string;
  aliases?: string[];
}

/** Gives a uuid that a number tells apart from others. */
export function uuidOf(number: number): string {
  return `m-${number.toString(16).padStart(32, "0")}`;
}

/** Writes versions into a catalog that has seen all of MLflow at {@link NOW}. */
export async function fillCatalog(
  store: Store,
  versions: readonly LineageFixture[],
): Promise<void> {
  await changeCatalogState(store.db, 0, { as_of: NOW });
  const keys = new Map<string, string>();
  for (const { id } of versions) {
    const name = nameOf(id);
    if (!keys.has(name)) keys.set(name, await ensureCatalogModel(store.db, name));
  }
  const rows = versions.map((fixture) => rowOf(keys.get(nameOf(fixture.id)) ?? "", fixture));
  await store.transaction((tx) => insertCatalogVersions(tx, rows));
}

function rowOf(modelKey: string, fixture: LineageFixture) {
  const { id, at, uuid, baselineId, baselineUuid, improvements = [], contributor } = fixture;
  const [modelName, version] = [nameOf(id), id.slice(nameOf(id).length + 1)];
  const isImproved = baselineId !== undefined || baselineUuid !== undefined;
  const registration = create(RegistrationSchema, {
    modelId: id,
    modelName,
    version,
    isBaseline: !isImproved,
    improvements,
    modelVersion: {
      name: modelName,
      version,
      creationTime: timestampFromMs(NOW + at),
      aliases: fixture.aliases ?? [],
    },
    ...(isImproved && { baseline: { modelId: baselineId ?? "", modelUuid: baselineUuid ?? "" } }),
    ...(contributor && { contributor: { kind: ContributorKind.ACCOUNT, id: contributor } }),
  });
  return catalogVersion(modelKey, {
    registration,
    modelUuid: uuid,
    unread: false,
    seenHash: "",
    confirmedAt: NOW,
  });
}

function nameOf(id: string): string {
  return id.slice(0, id.lastIndexOf("/"));
}

/** Deletes a version in a catalog. */
export async function deleteVersion(store: Store, id: string): Promise<void> {
  const modelKey = await ensureCatalogModel(store.db, nameOf(id));
  await markVersionDeleted(store.db, modelKey, Number(id.slice(nameOf(id).length + 1)), NOW);
}

/** Deletes a registered model with all its versions in a catalog. */
export async function deleteModel(store: Store, name: string, versions: number): Promise<void> {
  for (let version = 1; version <= versions; version++) {
    await deleteVersion(store, `${name}/${version}`);
  }
  await markModelDeleted(store.db, await ensureCatalogModel(store.db, name), NOW);
}

/** Makes a reference by `name/version`. */
export function refTo(modelId: string): ModelVersionRef {
  return create(ModelVersionRefSchema, { ref: { case: "modelId", value: modelId } });
}

/** Gets a lineage from a catalog. Without `mlflowUrl` it has the MLflow that all tests share. */
export async function lineageOf(
  store: Store,
  ref: ModelVersionRef | string,
  mlflowUrl = inject("mlflowUrl"),
): Promise<GetLineageResponse> {
  const { mlflow: config } = readConfig({});
  const mlflow = createMlflowClient({ ...config, trackingUri: mlflowUrl });
  try {
    const wanted = typeof ref === "string" ? refTo(ref) : ref;
    const signal = AbortSignal.timeout(30_000);
    const answer = await getLineage({ store, mlflow }, wanted, undefined, signal);
    return create(GetLineageResponseSchema, answer);
  } finally {
    await mlflow.close();
  }
}

/** Draws a lineage as text: a line a node, `*` on the path, `?` where it is missing. */
export function drawing({ nodes }: Pick<GetLineageResponse, "nodes">): string[] {
  return nodes.map(
    ({ depth, modelId, onPath, missing }) =>
      `${"  ".repeat(depth)}${modelId}${onPath ? " *" : ""}${missing ? " ?" : ""}`,
  );
}
