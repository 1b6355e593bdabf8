import { create, fromBinary } from "@bufbuild/protobuf";
import { type Consistency, ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { ModelwireError } from "../error.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { type CatalogAnswer, readByAlias, readByVersion } from "../store/catalog-reads.ts";
import { readCatalogState } from "../store/catalog-state.ts";
import {
  findCatalogVersionsByUuid,
  findDeletionTime,
  hasUnknownUuids,
} from "../store/catalog-versions.ts";
import { addBaselineUuids } from "./baseline-uuid.ts";
import type { CatalogContext } from "./context.ts";
import { describeVersion, modelNotFound } from "./describe.ts";
import { freshenCatalog, indexIncomplete, sourceOf } from "./freshness.ts";
import { findMlflowVersion, type VersionName } from "./look-up.ts";
import { readVersionReference, type VersionReference } from "./reference.ts";
import type { EncodedOrNot } from "./registration-bytes.ts";
import { etagOf } from "./summary.ts";

type GetContext = Pick<CatalogContext, "store" | "mlflow">;

/** A registration, and how fresh it is. */
export interface RegistrationAsOf {
  /** As MLflow was asked for it, or the bytes of it that the catalog has. */
  registration: EncodedOrNot;
  etag: string;
  /** Up to when what was written to MLflow directly is in it, in milliseconds since 1970. */
  asOf: number;
}

/**
 * Gets what a reference names, as fresh as `consistency` says; of MLflow where that is unset.
 * What the catalog does not have is asked of MLflow.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE where a version whose
 *   model was not read yet could be it; MlflowError where MLflow could not be asked
 */
export async function getRegistration(
  context: GetContext,
  reference: VersionReference,
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<RegistrationAsOf> {
  if ((await sourceOf(context, consistency, "mlflow")) === "catalog") {
    const answer = await readAnswer(context, reference);
    if (answer && answer.unread === 0 && answer.read_error === null) {
      return {
        registration: await withBaselineUuid(context, answer),
        etag: answer.etag,
        asOf: Math.max(answer.as_of ?? 0, answer.confirmed_at),
      };
    }
  }
  const asOf = Date.now();
  const registration = await getFromMlflow(context, reference, signal);
  const { modelVersion } = registration;
  return { registration, etag: modelVersion ? etagOf(modelVersion) : "", asOf };
}

/** Gives the bytes of a registration as they are, unless its baseline's uuid was found since. */
async function withBaselineUuid(
  { store }: GetContext,
  answer: CatalogAnswer,
): Promise<EncodedOrNot> {
  if (answer.baseline_id === null || answer.baseline_uuid !== null) return answer.registration;
  const registration = fromBinary(RegistrationSchema, answer.registration);
  await addBaselineUuids(store.db, [registration]);
  return registration;
}

function readAnswer(
  { store }: GetContext,
  reference: VersionReference,
): Promise<CatalogAnswer | undefined> {
  switch (reference.by) {
    case "uuid":
      return store.readByUuid(reference.uuid);
    case "version":
      return readByVersion(store.db, reference.name, Number(reference.version));
    case "alias":
      return readByAlias(store.db, reference.name, reference.alias);
  }
}

/**
 * Gets a model version of MLflow by any reference, which stands in the request's `field`.
 * @throws ModelwireError as {@link getRegistration}; MlflowError where MLflow could not be asked,
 *   which says nothing of whether the version exists
 */
export async function getModelVersion(
  context: GetContext,
  reference: ModelVersionRef | undefined,
  field: string,
  signal: AbortSignal,
): Promise<Registration> {
  return getFromMlflow(context, readVersionReference(reference, field), signal);
}

/**
 * Gets what a reference names, as MLflow has it now.
 * @throws ModelwireError MODEL_NOT_FOUND and INDEX_INCOMPLETE as {@link getRegistration};
 *   MlflowError where MLflow could not be asked
 */
export async function getFromMlflow(
  context: GetContext,
  reference: VersionReference,
  signal: AbortSignal,
): Promise<Registration> {
  let found: MlflowModelVersion;
  try {
    found = await findMlflowVersion(context, reference);
  } catch (error) {
    if (!isModelNotFound(error)) throw error;
    switch (reference.by) {
      case "uuid":
        return getWhatMlflowCannotFind(context, reference.uuid, error, signal);
      case "version":
        throw await withDeletion(context, reference, error);
      case "alias":
        throw error;
    }
  }
  const newer =
    reference.by === "uuid" && (await getWhatCatalogNames(context, reference.uuid, found));
  return newer || describeVersion(context, found);
}

/**
 * Gets a version by a uuid that MLflow cannot search for: one of MLflow 2 without a tag has it in
 * its MLmodel file alone, and only the catalog has read that.
 */
async function getWhatMlflowCannotFind(
  context: GetContext,
  uuid: string,
  notFound: ModelwireError,
  signal: AbortSignal,
): Promise<Registration> {
  const { db } = context.store;
  const known = await getWhatCatalogNames(context, uuid);
  if (known) return known;
  if (!uuid.startsWith("m-")) {
    const { as_of: asOf } = await readCatalogState(db);
    if (asOf === null || (await hasUnknownUuids(db))) throw await indexIncomplete(context);
    await freshenCatalog(context, fullyConsistent, signal);
    const seen = await getWhatCatalogNames(context, uuid);
    if (seen) return seen;
    if (await hasUnknownUuids(db)) throw await indexIncomplete(context);
  }
  const deletedAt = await deletionOf(context, uuid);
  if (deletedAt === undefined) throw notFound;
  throw wasDeleted(`the model with the uuid ${uuid}`, uuid, deletedAt);
}

const fullyConsistent = create(ConsistencySchema, {
  requirement: { case: "fullyConsistent", value: {} },
});

/**
 * Asks MLflow for the newest version that the catalog has of a uuid.
 * @param found what MLflow found by itself: only newer ones count, such as a copy, which names the
 *   version that it was made of
 */
async function getWhatCatalogNames(
  context: GetContext,
  uuid: string,
  found?: MlflowModelVersion,
): Promise<Registration | undefined> {
  for (const row of await findCatalogVersionsByUuid(context.store.db, uuid)) {
    if (found && row.created_at <= (found.creation_timestamp ?? 0)) return undefined;
    if (row.name === null || row.deleted_at !== null) continue;
    const reference = { by: "version", name: row.name, version: String(row.version) } as const;
    let there: MlflowModelVersion;
    try {
      there = await findMlflowVersion(context, reference);
    } catch (error) {
      if (!isModelNotFound(error)) throw error;
      continue;
    }
    const registration = await describeVersion(context, there);
    // The name may be that of another model meanwhile.
    if (registration.modelInfo?.modelUuid === uuid) return registration;
  }
  return undefined;
}

/** Tells when the last version of a uuid was deleted; undefined where there was none. */
async function deletionOf({ store }: GetContext, uuid: string): Promise<number | undefined> {
  const rows = await findCatalogVersionsByUuid(store.db, uuid);
  const times = rows.flatMap(({ deleted_at }) => (deleted_at === null ? [] : [deleted_at]));
  return times.length === 0 ? undefined : Math.max(...times);
}

/** Adds to the error for a version that is not there when it was deleted, if that is known. */
async function withDeletion(
  { store }: GetContext,
  { name, version }: VersionName,
  notFound: ModelwireError,
): Promise<ModelwireError> {
  const deletedAt = await findDeletionTime(store.db, name, Number(version));
  if (deletedAt === undefined) return notFound;
  return wasDeleted(`version ${version} of ${name}`, `${name}/${version}`, deletedAt);
}

function wasDeleted(what: string, name: string, deletedAt: number): ModelwireError {
  const when = new Date(deletedAt).toISOString();
  return modelNotFound(`${what} was deleted at ${when}`, name, deletedAt);
}

function isModelNotFound(error: unknown): error is ModelwireError {
  return error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND;
}
