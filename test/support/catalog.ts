import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { ContributorKind, RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { catalogVersion } from "../../src/catalog/record.ts";
import {
  ensureCatalogModel,
  markModelDeleted,
  putAlias,
  putCatalogModel,
} from "../../src/store/catalog-models.ts";
import type { VersionFilter } from "../../src/store/catalog-version-conditions.ts";
import { insertCatalogVersions } from "../../src/store/catalog-versions.ts";
import type { Queryable, Store } from "../../src/store/store.ts";
import { NOW } from "./stores.ts";

/** A version as a test thinks of it. */
export interface PlainVersion {
  name: string;
  modelKey: string;
  version: number;
  createdAt: number;
  isDeleted: boolean;
  modelUuid: string;
  modelType: string | undefined;
  isBaseline: boolean | undefined;
  contributor: { kind: ContributorKind; id: string } | undefined;
  tags: Record<string, string>;
  aliases: string[];
}

/** A registered model as a test thinks of it. */
export interface PlainModel {
  name: string;
  modelKey: string;
  /** Undefined where it was not seen in MLflow yet. */
  createdAt: number | undefined;
  isDeleted: boolean;
  tags: Record<string, string>;
  /** Also those that point to a version that was deleted. */
  aliases: Record<string, number>;
  versions: PlainVersion[];
}

/** What a version is that a test does not say otherwise of. */
export const plainVersion: Omit<PlainVersion, "name" | "modelKey" | "version"> = {
  createdAt: NOW,
  isDeleted: false,
  modelUuid: `m-${"0".repeat(32)}`,
  modelType: undefined,
  isBaseline: undefined,
  contributor: undefined,
  tags: {},
  aliases: [],
};

/** A filter that all versions pass. */
export const anyVersion: VersionFilter = {
  modelName: undefined,
  namePrefix: undefined,
  modelType: undefined,
  isBaseline: undefined,
  contributor: undefined,
  tags: [],
  alias: undefined,
  createdFrom: undefined,
  createdBefore: undefined,
};

/** Makes the row of a version. */
export function rowOf(plain: PlainVersion): ReturnType<typeof catalogVersion> {
  const { name, version, createdAt, modelUuid, modelType, isBaseline, contributor } = plain;
  const made = catalogVersion(plain.modelKey, {
    registration: create(RegistrationSchema, {
      modelId: `${name}/${version}`,
      modelName: name,
      version: String(version),
      modelInfo: { modelUuid },
      modelVersion: {
        name,
        version: String(version),
        creationTime: timestampFromMs(createdAt),
        tags: plain.tags,
        aliases: plain.aliases,
      },
      ...(modelType !== undefined && { modelType }),
      ...(isBaseline !== undefined && { isBaseline }),
      ...(contributor && { contributor }),
    }),
    modelUuid,
    unread: false,
    seenHash: "seen",
    confirmedAt: NOW,
  });
  if (!plain.isDeleted) return made;
  return { ...made, row: { ...made.row, deleted_at: NOW }, tags: {}, improvements: [] };
}

/** Writes registered models with their versions; their keys are set. */
export async function fillCatalog(store: Store, models: readonly PlainModel[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const model of models) await putModel(tx, model);
    await insertCatalogVersions(
      tx,
      models.flatMap(({ versions }) => versions.map(rowOf)),
    );
    await sawMlflow(tx, NOW);
  });
}

/** Notes that all that MLflow had at a time is in the catalog. */
export async function sawMlflow(db: Queryable, asOf: number): Promise<void> {
  await db.updateTable("catalog_state").set({ as_of: asOf }).execute();
}

async function putModel(tx: Queryable, model: PlainModel): Promise<void> {
  const { name, createdAt, tags, aliases, versions } = model;
  model.modelKey = await ensureCatalogModel(tx, name);
  for (const version of versions) version.modelKey = model.modelKey;
  if (createdAt !== undefined) {
    const seen = { name, createdAt, updatedAt: createdAt, description: undefined, tags, aliases };
    await putCatalogModel(tx, model.modelKey, seen);
  }
  for (const [alias, version] of Object.entries(aliases)) {
    await putAlias(tx, model.modelKey, alias, version);
  }
  if (model.isDeleted) await markModelDeleted(tx, model.modelKey, NOW);
}

/** Makes numbers that look random and are the same each time: xorshift. */
export function numbers(seed = 2_463_534_242): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const NAMES = ["lead", "lead_x", "leadx", "lead%", "Lead", "Zoë", "é", "ｱ", "😀", "a b"];

/** Makes models with 12,000 versions in all, of every kind that a filter tells apart. */
export function manyModels(): PlainModel[] {
  const below = numbers();
  const pick = <T>(of: readonly T[]) => of[below(of.length)] as T;
  return Array.from({ length: 240 }, (_, index) => {
    const name = `${NAMES[index % NAMES.length]}${index < NAMES.length ? "" : index}`;
    const isDeleted = index % 24 === 23;
    const count = index === 0 ? 3000 : index % 16 === 15 ? 0 : 1 + below(80);
    const aliases: Record<string, number> = {};
    if (count > 0 && index % 2 === 0) aliases.champion = count;
    if (count > 0 && index % 40 === 0) aliases.canary = 1 + below(count);
    const versions = Array.from({ length: count }, (_, i): PlainVersion => {
      const version = i + 1;
      const isBaseline = pick([true, false, false, undefined]);
      const account = { kind: ContributorKind.ACCOUNT, id: pick(["ann", "bob", "x"]) };
      const address = {
        kind: ContributorKind.ETHEREUM_ADDRESS,
        id: `0x${pick(["a", "b"]).repeat(40)}`,
      };
      return {
        ...plainVersion,
        name,
        modelKey: "",
        version,
        // Several at a time, so that the rest of the order counts.
        createdAt: NOW + below(2000),
        isDeleted: below(10) === 0,
        modelUuid: `m-${below(1_000_000_000).toString(16).padStart(32, "0")}`,
        modelType: pick(["ranking", "ranking", "churn", undefined]),
        isBaseline,
        contributor: isBaseline === false ? pick([account, address]) : undefined,
        tags: {
          ...(below(4) > 0 && { team: pick(["growth", "growth", "risk"]) }),
          ...(below(500) === 0 && { rare: "yes" }),
          stage: below(2) === 0 ? "é".repeat(3000) : "",
        },
        aliases: Object.keys(aliases).filter((alias) => aliases[alias] === version),
      };
    });
    return {
      name,
      modelKey: "",
      createdAt: index % 30 === 7 ? undefined : NOW + below(50),
      isDeleted,
      tags: index % 30 === 7 ? {} : { team: pick(["growth", "risk"]), [`own${index}`]: "x" },
      aliases: isDeleted ? {} : aliases,
      versions,
    };
  });
}

/** Compares texts in code point order. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
