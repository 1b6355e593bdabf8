import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { ModelwireError } from "../error.ts";
import { wakeForEvents } from "../event/commit.ts";
import { MlflowError } from "../mlflow/error.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { ensureCatalogModel, findCatalogModel } from "../store/catalog-models.ts";
import { readCatalogState } from "../store/catalog-state.ts";
import {
  type CatalogVersionRow,
  findCatalogVersion,
  findNewestLiveVersions,
  markVersionDeleted,
  putCatalogVersion,
} from "../store/catalog-versions.ts";
import { isDiscarded } from "../store/discarded-registrations.ts";
import { findRegistration } from "../store/registrations.ts";
import type { Queryable } from "../store/store.ts";
import { announce, type Change, type OriginOf, observed } from "./announce.ts";
import { captureModelVersion } from "./capture.ts";
import type { CatalogContext } from "./context.ts";
import { describeVersion, outlineVersion, REGISTRATION_TAG } from "./describe.ts";
import type { ModelLock } from "./lock.ts";
import { catalogVersion, createdAtOf, hashOfVersion, type RecordedVersion } from "./record.ts";
import { isAfter, refreshModel } from "./refresh-model.ts";
import { aliasesOf, registrationOf } from "./registration-bytes.ts";
import { orAbsent } from "./relocate.ts";
import { deletedChange, observedChange, versionChanges } from "./version-changes.ts";

/** When a model is tried again that could not be read although MLflow answers. */
const READ_AGAIN_MS = 300_000;

/**
 * Asks MLflow for a version and writes down what it says, with an event for each change since it
 * was written down last.
 *
 * @returns the version as the catalog has it now; undefined where MLflow has none, or has one of a
 *   registration that is still under way
 * @throws MlflowError where MLflow could not be asked
 */
export async function refreshVersion(
  context: CatalogContext,
  lock: ModelLock,
  version: string,
  originOf: OriginOf = observed,
): Promise<CatalogVersionRow | undefined> {
  const { store, mlflow } = context;
  const confirmedAt = Date.now();
  const found = await orAbsent(mlflow.modelVersions.get(lock.modelName, version));
  if (!found) {
    await noteAbsence(context, lock, Number(version), originOf);
    return undefined;
  }
  let known = await findKnown(store.db, found);
  if (!(await isKnownModel(context, known, found))) {
    if (!(await refreshModel(context, lock, originOf))) return undefined;
    known = await findKnown(store.db, found);
  }
  if (!known.row && (await isUnderWay(store.db, found))) return undefined;
  if (!isWrittenDown(known.row, found)) {
    const recorded = await read(context, known.row, found, confirmedAt);
    await write(context, lock, found, recorded, originOf);
    known = await findKnown(store.db, found);
  }
  const { modelKey, row } = known;
  if (!modelKey || !row) return row;
  const aliases = await aliasesOf(store.db, modelKey, row.version);
  if (aliases.join() === found.aliases.toSorted().join()) return row;
  await refreshModel(context, lock, originOf);
  return findCatalogVersion(store.db, modelKey, row.version);
}

/** Finds what the catalog has of a version that is not deleted. */
async function findKnown(
  db: Queryable,
  { name, version }: Pick<MlflowModelVersion, "name" | "version">,
): Promise<{ modelKey?: string; row?: CatalogVersionRow }> {
  const model = await findCatalogModel(db, name);
  if (!model) return {};
  const row = await findCatalogVersion(db, model.model_key, Number(version));
  return { modelKey: model.model_key, ...(row?.deleted_at === null && { row }) };
}

function isSame(row: CatalogVersionRow, found: MlflowModelVersion): boolean {
  return row.created_at === createdAtOf(found);
}

/**
 * Tells whether the catalog knows the registered model of a version, and not only another one that
 * had its name before: that one's versions had the same numbers and other times.
 */
async function isKnownModel(
  { store, mlflow }: CatalogContext,
  { modelKey, row }: { modelKey?: string; row?: CatalogVersionRow },
  found: MlflowModelVersion,
): Promise<boolean> {
  if (!modelKey) return false;
  if (row) return isSame(row, found);
  // Not the registered model itself, of which MLflow loads all versions to answer.
  const [sibling] = await findNewestLiveVersions(store.db, modelKey, 1);
  if (!sibling) return false;
  const there = await orAbsent(mlflow.modelVersions.get(found.name, String(sibling.version)));
  return there !== undefined && isSame(sibling, there);
}

/** Tells whether a row says all that MLflow says, and has what its model says. */
function isWrittenDown(row: CatalogVersionRow | undefined, found: MlflowModelVersion): boolean {
  return row !== undefined && row.unread === 0 && row.seen_hash === hashOfVersion(found);
}

/**
 * Tells whether a version is of a registration that will be written down by itself, or that is
 * being cleaned up.
 */
async function isUnderWay(db: Queryable, found: MlflowModelVersion): Promise<boolean> {
  const registrationId = found.tags[REGISTRATION_TAG];
  if (registrationId === undefined) return false;
  const registration = await findRegistration(db, registrationId);
  return registration?.state === "PENDING" || (await isDiscarded(db, registrationId));
}

/** Reads what is to be written down of a version. */
async function read(
  context: CatalogContext,
  row: CatalogVersionRow | undefined,
  found: MlflowModelVersion,
  confirmedAt: number,
): Promise<RecordedVersion> {
  const about = { seenHash: hashOfVersion(found), confirmedAt, unread: false as const };
  const before = row && registrationOf(row);
  const isKnown = row?.unread === 0 && row.read_error === null;
  if (before && isKnown && (before.registrationId || !isDescribedAnew(before, found))) {
    before.modelVersion = captureModelVersion(found);
    return { ...about, registration: before, modelUuid: row.model_uuid ?? undefined };
  }
  try {
    const registration = await describeVersion(context, found);
    return { ...about, registration, modelUuid: registration.modelInfo?.modelUuid };
  } catch (error) {
    if (isOutage(context, error)) throw error;
    const outline = await outlineVersion(context, found);
    if (error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND) {
      return { ...about, ...outline, readError: error.message };
    }
    // Something is wrong with this model alone, perhaps for now: the others are not to wait for it.
    context.log.warn({ err: error, model_id: outline.registration.modelId }, "unreadable model");
    return { ...about, ...outline, unread: { after: Date.now() + READ_AGAIN_MS } };
  }
}

/** Tells whether an error is of MLflow or of the database as a whole. */
function isOutage({ store }: CatalogContext, error: unknown): boolean {
  if (!(error instanceof MlflowError)) return store.engine.isUnavailable(error);
  return ["unreachable", "timeout", "unavailable", "credentials"].includes(error.failure);
}

/**
 * Tells whether what is known of a version that others registered is to be read again: it is known
 * from its tags, its run and its source. MLflow takes the latter two from a version that it deletes
 * while its stage is moved, which goes on without them.
 */
function isDescribedAnew({ modelVersion }: Registration, found: MlflowModelVersion): boolean {
  return (
    modelVersion?.source !== found.source ||
    modelVersion.runId !== found.run_id ||
    areTagsChanged(modelVersion.tags, found)
  );
}

function areTagsChanged(old: Record<string, string>, { tags }: MlflowModelVersion): boolean {
  const keys = Object.keys(tags);
  return (
    keys.length !== Object.keys(old).length ||
    keys.some((key) => !Object.hasOwn(old, key) || old[key] !== tags[key])
  );
}

/** Writes a version down with an event for each change. */
async function write(
  { store }: CatalogContext,
  lock: ModelLock,
  found: MlflowModelVersion,
  recorded: RecordedVersion,
  originOf: OriginOf,
): Promise<void> {
  const { first_sight_at: firstSightAt } = await readCatalogState(store.db);
  const now = Date.now();
  await store.transaction(async (tx) => {
    await lock.guard(tx);
    const modelKey = await ensureCatalogModel(tx, found.name);
    const { registration } = recorded;
    const { row } = await findKnown(tx, found);
    const isOther = row !== undefined && !isSame(row, found);
    const about = {
      modelName: found.name,
      version: found.version,
      modelUuid: row?.model_uuid ?? recorded.modelUuid,
    };
    const changes: Change[] = isOther ? [deletedChange(about)] : [];
    const before = row && !isOther ? registrationOf(row).modelVersion : undefined;
    const after = registration.modelVersion;
    if (after) after.aliases = await aliasesOf(tx, modelKey, Number(found.version));
    if (before && after) changes.push(...versionChanges(about, before, after));
    const isNews = isOther || isAfter(found.creation_timestamp, firstSightAt);
    if (!before && isNews) changes.push(observedChange(registration));
    await putCatalogVersion(tx, catalogVersion(modelKey, recorded));
    await announce(store, tx, changes, originOf, now);
  });
  wakeForEvents(store);
}

/** Notes that MLflow does not have a version, which the catalog may have. */
async function noteAbsence(
  context: CatalogContext,
  lock: ModelLock,
  version: number,
  originOf: OriginOf,
): Promise<void> {
  const { store } = context;
  const about = { name: lock.modelName, version: String(version) };
  if (!(await findKnown(store.db, about)).row) return;
  // Where the registered model went with it, or has another name, this tells.
  await refreshModel(context, lock, originOf);
  if (await orAbsent(context.mlflow.modelVersions.get(about.name, about.version))) return;
  const now = Date.now();
  await store.transaction(async (tx) => {
    await lock.guard(tx);
    const { modelKey, row } = await findKnown(tx, about);
    if (!modelKey || !row) return;
    await markVersionDeleted(tx, modelKey, version, now);
    const modelUuid = row.model_uuid ?? undefined;
    const change = deletedChange({ modelName: about.name, version: about.version, modelUuid });
    await announce(store, tx, [change], originOf, now);
  });
  wakeForEvents(store);
}
