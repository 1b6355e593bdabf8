import { randomUUID } from "node:crypto";
import { toJson } from "@bufbuild/protobuf";
import { IdentitySchema } from "#gen/modelwire/access/v1/identity_pb.js";
import { type Caller, requireModel } from "../identity/caller.ts";
import type { FileDigest } from "../package/digest.ts";
import type { SignatureJson } from "../package/mlmodel.ts";
import { insertRegistration } from "../store/registrations.ts";
import { insertSignatureBundle } from "../store/signature-bundles.ts";
import type { Queryable } from "../store/store.ts";
import { findUpload, moveUpload, type UploadRow } from "../store/uploads.ts";
import { currentTraceparent } from "../tracing.ts";
import { requireCompatible } from "./compatibility.ts";
import type { RegistryContext } from "./context.ts";
import { findHeldModel } from "./held-model.ts";
import { checkSignatureBundle } from "./package-signature.ts";
import {
  isUploaded,
  type PackageContent,
  type PlannedRegistration,
  type RegistrationPlan,
} from "./plan.ts";
import { requireNoPrompt } from "./registered-model.ts";
import type { RegisteredSource, Registering } from "./registering.ts";
import { resolvePlan } from "./resolve.ts";
import { notOpen } from "./upload-start.ts";
import { takeUpload } from "./uploaded-package.ts";

/** A registration that is this caller's to carry out. */
export interface Begun {
  registering: Registering;
  /** Whether another owner began it. */
  takenOver: boolean;
  /** Set for a model that MLflow holds, where it was found already. */
  source?: RegisteredSource;
  /** Set for an upload, where it was found already. */
  content?: PackageContent;
}

/**
 * Writes down what is to be done before anything is done in MLflow; undefined where another call
 * has taken the request id meanwhile.
 * @throws ModelwireError where what the registration needs is not there, or is not as it must be
 */
export async function begin(
  context: RegistryContext,
  planned: PlannedRegistration,
  signal: AbortSignal,
): Promise<Begun | undefined> {
  const { store, leaseMs, onStep, caller } = context;
  if (planned.plan.modelName !== undefined) requireModel(caller, planned.plan.modelName);
  // What is not there is found out before anything is written anywhere.
  const found = await findWhatIsThere(context, planned);
  const source = withVerifiedKey(context, planned, found);
  const asked = withCaller({ ...planned.plan, source }, caller);
  const resolved = await resolvePlan(context, asked, found.held, signal);
  await requireNoPrompt(context, resolved.modelName);
  const traceparent = currentTraceparent();
  const plan = { ...resolved, ...(traceparent !== undefined && { traceparent }) };
  await requireCompatible(context, plan.requireCompatibleWith, found.signature, signal);
  const createdAt = Date.now();
  const registration = {
    registrationId: found.upload?.registration_id ?? randomUUID(),
    requestId: planned.requestId,
    fingerprint: planned.fingerprint,
    plan: JSON.stringify(plan),
    createdAt,
    leaseUntil: createdAt + leaseMs,
  };
  const insert = async (tx: Queryable) => {
    const inserted = await insertRegistration(tx, registration);
    if (!inserted) return undefined;
    if (found.upload) await adoptUpload(tx, found.upload);
    if (planned.bundle) {
      await insertSignatureBundle(tx, inserted.registrationId, planned.bundle.text);
    }
    return inserted;
  };
  const isAlone = !found.upload && !planned.bundle;
  const lease = await (isAlone ? insert(store.db) : store.transaction(insert));
  if (!lease) return undefined;
  onStep("inserted");
  return {
    registering: { registrationId: lease.registrationId, createdAt, plan, lease },
    takenOver: false,
    ...(found.held && { source: found.held }),
    ...(found.content && { content: found.content }),
  };
}

/** Adds to a plan who asked for it: whoever finishes it is to know. */
function withCaller(plan: RegistrationPlan, { identity }: Caller): RegistrationPlan {
  return identity ? { ...plan, registeredBy: toJson(IdentitySchema, identity) } : plan;
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

/** Finds the content of an upload that another owner of the registration took. */
export async function contentAgain(
  context: RegistryContext,
  { registrationId }: Registering,
  planned: PlannedRegistration,
): Promise<PackageContent> {
  const { source } = planned.plan;
  if (!isUploaded(source)) throw new Error("a package without its files");
  return (await takeUpload(context, source, planned, registrationId)).content;
}
