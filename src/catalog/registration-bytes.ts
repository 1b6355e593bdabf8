import { fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { findAliases } from "../store/catalog-models.ts";
import {
  type CatalogVersionRow,
  findCatalogVersion,
  findLiveVersionsAfter,
  putVersionAnswer,
} from "../store/catalog-versions.ts";
import type { Queryable } from "../store/store.ts";
import { etagOf } from "./summary.ts";

const VERSIONS_A_PAGE = 200;

/** A registration, or the bytes that are stored of it. */
export type EncodedOrNot = Registration | Uint8Array;

/** Reads what a version is answered with. */
export function registrationOf({ registration }: { registration: EncodedOrNot }): Registration {
  if (!(registration instanceof Uint8Array)) return registration;
  return fromBinary(RegistrationSchema, registration);
}

/** Makes the columns that a version is answered with: always together, so that they agree. */
export function answerColumns(
  registration: Registration,
): Pick<CatalogVersionRow, "registration" | "etag"> {
  return {
    registration: toBinary(RegistrationSchema, registration),
    etag: registration.modelVersion ? etagOf(registration.modelVersion) : "",
  };
}

/** Gives the aliases of the catalog that point to a version, sorted. */
export async function aliasesOf(
  db: Queryable,
  modelKey: string,
  version: number,
): Promise<string[]> {
  return Object.entries(await findAliases(db, modelKey))
    .filter(([, target]) => target === version)
    .map(([alias]) => alias)
    .sort();
}

/** Writes a version's aliases into what it is answered with. */
export async function rewriteAliases(
  tx: Queryable,
  modelKey: string,
  version: number,
): Promise<void> {
  const row = await findCatalogVersion(tx, modelKey, version);
  if (!row) return;
  const registration = registrationOf(row);
  if (registration.modelVersion) {
    registration.modelVersion.aliases = await aliasesOf(tx, modelKey, version);
  }
  await put(tx, row, registration);
}

/** Writes a registered model's new name into what its versions are answered with. */
export async function rewriteName(tx: Queryable, modelKey: string, name: string): Promise<void> {
  let last = 0;
  for (;;) {
    const rows = await findLiveVersionsAfter(tx, modelKey, last, VERSIONS_A_PAGE);
    for (const row of rows) {
      const registration = registrationOf(row);
      registration.modelName = name;
      registration.modelId = `${name}/${row.version}`;
      if (registration.modelVersion) registration.modelVersion.name = name;
      await put(tx, row, registration);
      last = row.version;
    }
    if (rows.length < VERSIONS_A_PAGE) return;
  }
}

async function put(
  tx: Queryable,
  { model_key, version }: CatalogVersionRow,
  registration: Registration,
): Promise<void> {
  await putVersionAnswer(tx, model_key, version, answerColumns(registration));
}
