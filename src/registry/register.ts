import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fromBinary } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import type { FileDigest } from "../package/digest.ts";
import type { SignatureJson } from "../package/mlmodel.ts";
import {
  claimRegistration,
  findByRequestId,
  insertRegistration,
  type RegistrationRow,
} from "../store/registrations.ts";
import { insertSignatureBundle } from "../store/signature-bundles.ts";
import type { Queryable } from "../store/store.ts";
import { findUpload, moveUpload, type UploadRow } from "../store/uploads.ts";
import { requireCompatible } from "./compatibility.ts";
import type { RegistryContext } from "./context.ts";
import { forgetExperiments } from "./experiment.ts";
import { findHeldModel } from "./held-model.ts";
import { keepLease, settleFailure } from "./lease.ts";
import { removeOthersLeftovers, standBack } from "./leftovers.ts";
import { isPlaced, resumePackage, uploadPackage } from "./package-registration.ts";
import { checkSignatureBundle } from "./package-signature.ts";
import {
  isUploaded,
  type PackageContent,
  type PlannedRegistration,
  planBaseline,
  planImprovedModel,
  type RegistrationPlan,
  type ResolvedPlan,
} from "./plan.ts";
import { finishRegistration, type RegisteredSource, type Registering } from "./registering.ts";
import { resolvePlan } from "./resolve.ts";
import { notOpen } from "./upload-start.ts";
import { takeUpload } from "./uploaded-package.ts";

const WAIT_FOR_OTHER_MS = 100;
const LONGEST_WAIT_MS = 30_000;

/**
 * Registers a baseline: exactly one model version, its event, and the event's deliveries.
 *
 * Once it has begun it does not end with its caller: where `signal` is aborted, the work goes on
 * and only the answer is not waited for.
 *
 * @throws ModelwireError, MlflowError
 */
export async function registerBaseline(
  context: RegistryContext,
  request: RegisterBaselineRequest,
  signal: AbortSignal,
): Promise<Registration> {
  return register(context, planBaseline(request, context.config), signal);
}

/**
 * Registers an improvement of another model, as {@link registerBaseline} registers a baseline.
 *
 * @throws ModelwireError, MlflowError
 */
export async function registerImprovedModel(
  context: RegistryContext,
  request: RegisterImprovedModelRequest,
  signal: AbortSignal,
): Promise<Registration> {
  return register(context, planImprovedModel(request, context.config), signal);
}

async function register(
  context: RegistryContext,
  planned: PlannedRegistration,
  signal: AbortSignal,
): Promise<Registration> {
  const before = await findEarlier(context, planned, signal);
  if (before && "registration" in before) return before.registration;
  const begun = before ?? (await begin(context, planned, signal));
  if ("registration" in begun) return begun.registration;
  const work = carryOut(context, begun, planned).finally(() => context.running.delete(work));
  context.running.add(work);
  // Whoever waits gets the failure from `until`; where nobody does, the log has it.
  work.catch(() => {});
  return until(work, signal, begun.registering.registrationId);
}

/** A registration that is this caller's to carry out. */
interface Begun {
  registering: Registering;
  /** Whether another owner began it. */
  takenOver: boolean;
  /** Set for a model that MLflow holds, where it was found already. */
  source?: RegisteredSource;
  /** Set for an upload, where it was found already. */
  content?: PackageContent;
}

/** Finds what became of an earlier call with the same request id; undefined where there is none. */
async function findEarlier(
  { store, leaseMs }: RegistryContext,
  { requestId, fingerprint }: PlannedRegistration,
  signal: AbortSignal,
): Promise<{ registration: Registration } | Begun | undefined> {
  if (requestId === undefined) return undefined;
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const row = await findByRequestId(store.db, requestId);
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) throw requestIdReused(row);
    if (row.registration) return { registration: fromBinary(RegistrationSchema, row.registration) };
    const now = Date.now();
    const lease = await claimRegistration(store.db, row.registration_id, now, now + leaseMs);
    if (lease) return { registering: { ...readRow(row), lease }, takenOver: true };
    if (signal.aborted || now > giveUpAt) throw inProgress(row);
    await sleep(WAIT_FOR_OTHER_MS, undefined, { signal }).catch(() => {});
  }
}

/** Writes down what is to be done before anything is done in MLflow. */
async function begin(
  context: RegistryContext,
  planned: PlannedRegistration,
  signal: AbortSignal,
): Promise<{ registration: Registration } | Begun> {
  const { store, leaseMs, onStep } = context;
  // What is not there is found out before anything is written anywhere.
  const found = await findWhatIsThere(context, planned);
  const source = withVerifiedKey(context, planned, found);
  const plan = await resolvePlan(context, { ...planned.plan, source });
  await requireCompatible(context, plan.requireCompatibleWith, found.signature);
  const createdAt = Date.now();
  const registration = {
    registrationId: found.upload?.registration_id ?? randomUUID(),
    requestId: planned.requestId,
    fingerprint: planned.fingerprint,
    plan: JSON.stringify(plan),
    createdAt,
    leaseUntil: createdAt + leaseMs,
  };
  const lease = await store.transaction(async (tx) => {
    const inserted = await insertRegistration(tx, registration);
    if (!inserted) return undefined;
    if (found.upload) await adoptUpload(tx, found.upload);
    if (planned.bundle) {
      await insertSignatureBundle(tx, inserted.registrationId, planned.bundle.text);
    }
    return inserted;
  });
  if (!lease) {
    const earlier = await findEarlier(context, planned, signal);
    return earlier ?? begin(context, planned, signal);
  }
  onStep("inserted");
  return {
    registering: { registrationId: lease.registrationId, createdAt, plan, lease },
    takenOver: false,
    ...(found.held && { source: found.held }),
    ...(found.content && { content: found.content }),
  };
}

/** What a registration finds in MLflow, or was sent before. */
interface Found {
  source: RegistrationPlan["source"];
  signature: SignatureJson | undefined;
  held?: RegisteredSource;
  upload?: UploadRow;
  content?: PackageContent;
  /** The files of a package, as they were sent. */
  sent: readonly FileDigest[];
}

async function findWhatIsThere(
  context: RegistryContext,
  planned: PlannedRegistration,
): Promise<Found> {
  const { source } = planned.plan;
  if (source.kind === "mlflow") {
    const held = await findHeldModel(context, source.uri);
    return { source, signature: held.mlmodel.signature, held, sent: [] };
  }
  if (isUploaded(source)) {
    const taken = await takeUpload(context, source, planned);
    const signature = taken.source.signature ?? taken.content.mlmodel.signature;
    const { row: upload, content, sent } = taken;
    return { source: taken.source, signature, upload, content, sent };
  }
  const signature = source.signature ?? planned.content?.mlmodel.signature;
  return { source, signature, sent: planned.sent };
}

async function adoptUpload(tx: Queryable, { upload_id: id }: UploadRow): Promise<void> {
  if (await moveUpload(tx, id, ["OPEN"], "ADOPTED")) return;
  // Thrown inside, so that the registration is not inserted either.
  throw notOpen(id, await findUpload(tx, id));
}

/** Checks the signature bundle of a package, and adds to its plan which key made it. */
function withVerifiedKey(
  { signingKeys }: RegistryContext,
  { bundle }: PlannedRegistration,
  { source, sent }: Found,
): RegistrationPlan["source"] {
  if (!bundle || source.kind !== "package") return source;
  return { ...source, packageSignature: checkSignatureBundle(signingKeys, bundle, sent) };
}

async function carryOut(
  context: RegistryContext,
  { registering, takenOver, source: held, content }: Begun,
  planned: PlannedRegistration,
): Promise<Registration> {
  const release = keepLease(context, registering);
  const { source } = registering.plan;
  try {
    let model = held;
    if (isPlaced(source)) {
      if (takenOver) model = await resumePackage(context, registering, source);
      model ??= await uploadPackage(
        context,
        registering,
        source,
        content ?? planned.content ?? (await contentAgain(context, registering, planned)),
      );
    } else if (source.kind === "mlflow") {
      model ??= await findHeldModel(context, source.uri);
    }
    if (!model) throw new Error("a package without an experiment");
    const registration = await finishRegistration(context, registering, model, takenOver);
    if (registration) {
      if (takenOver) await removeOthersLeftovers(context, registering, registration);
      return registration;
    }
  } catch (error) {
    if (error instanceof MlflowError) forgetExperiments(context);
    await release();
    if (await settleFailure(context, registering, error)) throw error;
  } finally {
    await release();
  }
  const others = await standBack(context, registering);
  if (others) return others;
  throw takenOverByOther(registering);
}

/** Finds the content of an upload that another owner of the registration took. */
async function contentAgain(
  context: RegistryContext,
  { registrationId }: Registering,
  planned: PlannedRegistration,
): Promise<PackageContent> {
  const { source } = planned.plan;
  if (!isUploaded(source)) throw new Error("a package without its files");
  return (await takeUpload(context, source, planned, registrationId)).content;
}

/** Reads what a row says of a registration, its lease apart. */
export function readRow(row: RegistrationRow): Omit<Registering, "lease"> {
  return {
    registrationId: row.registration_id,
    createdAt: row.created_at,
    plan: JSON.parse(row.plan) as ResolvedPlan,
  };
}

function until<T>(work: Promise<T>, signal: AbortSignal, registrationId: string): Promise<T> {
  const ended = () =>
    new ModelwireError(
      ErrorReason.CALL_ENDED,
      "the call ended before the registration did; it goes on, and the same request_id gives its answer",
      { metadata: { registration_id: registrationId } },
    );
  if (signal.aborted) return Promise.reject(ended());
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(ended());
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", abort));
}

function requestIdReused(row: RegistrationRow): ModelwireError {
  return new ModelwireError(
    ErrorReason.REQUEST_ID_REUSED,
    `request_id: ${row.request_id} was used for another request before; make a new UUID for each registration`,
    { metadata: idsOf(row) },
  );
}

function inProgress(row: RegistrationRow): ModelwireError {
  const why = row.last_error ? ` (last: ${row.last_error})` : "";
  return new ModelwireError(
    ErrorReason.REGISTRATION_IN_PROGRESS,
    `the registration under this request_id is still under way${why}; call again with the same request`,
    { metadata: idsOf(row), retryAfterMs: 1000 },
  );
}

function takenOverByOther({ registrationId }: Registering): ModelwireError {
  return new ModelwireError(
    ErrorReason.REGISTRATION_IN_PROGRESS,
    "another replica took the registration over; call again with the same request",
    { metadata: { registration_id: registrationId }, retryAfterMs: 1000 },
  );
}

function idsOf(row: RegistrationRow): Record<string, string> {
  return { request_id: row.request_id ?? "", registration_id: row.registration_id };
}
