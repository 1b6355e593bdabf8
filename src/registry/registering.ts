import { create, fromJson, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { IdentitySchema } from "#gen/modelwire/access/v1/identity_pb.js";
import { EventOrigin, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { ImprovementSchema } from "#gen/modelwire/registry/v1/improvement_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { announce, observed } from "../catalog/announce.ts";
import { captureModelInfo, captureModelVersion } from "../catalog/capture.ts";
import { recordRegistration, settleName } from "../catalog/record-registration.ts";
import { commitEvent, wakeForEvents } from "../event/commit.ts";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import type { FileDigest } from "../package/digest.ts";
import type { Mlmodel } from "../package/mlmodel.ts";
import { completeRegistration, type RegistrationLease } from "../store/registrations.ts";
import { closeUpload } from "../store/uploads.ts";
import type { RegistryContext } from "./context.ts";
import { ensureVersion, type PlannedVersion } from "./model-version.ts";
import { endRun } from "./open-runs.ts";
import { isUploaded, type ResolvedPlan } from "./plan.ts";
import { ensureRegisteredModel } from "./registered-model.ts";
import { readSiteBinding } from "./site-binding.ts";

/** A registration that is under way, and the right to work on it. */
export interface Registering {
  registrationId: string;
  /** When it was accepted, in milliseconds since 1970. */
  createdAt: number;
  plan: ResolvedPlan;
  lease: RegistrationLease;
}

/** A model that is whole in MLflow: what remains is its version. */
export interface RegisteredSource {
  modelUuid: string;
  /** URI by which MLflow loads it. */
  modelUri: string;
  /** What the version's `source` is to be. */
  source: string;
  modelId: string | undefined;
  runId: string | undefined;
  /** Whether the registration made the run, and ends it. */
  ownRun: boolean;
  mlmodel: Mlmodel;
  loggedModel: LoggedModel | undefined;
  files?: readonly FileDigest[];
  sizeBytes?: number;
}

/**
 * Makes the version of a model that is whole in MLflow, and commits the registration with its
 * event. From here on a registration only goes forward: what is READY gets its version. Undefined
 * where another owner has taken the registration over meanwhile.
 *
 * @param mayExist whether an earlier owner may have made the version already
 */
export async function finishRegistration(
  context: RegistryContext,
  registering: Registering,
  source: RegisteredSource,
  mayExist: boolean,
): Promise<Registration | undefined> {
  const { onStep } = context;
  const { plan, registrationId } = registering;
  const madeAt = await ensureRegisteredModel(context, plan.modelName);
  onStep("registered-model-ensured");
  // Beside the call that creates the version, which takes longer.
  const settling = settleName(context, plan.modelName, madeAt !== undefined);
  settling.catch(() => {});
  const { version, isPlain } = await ensureVersion(
    context,
    registrationId,
    newVersion(plan, source),
    mayExist,
  );
  onStep("version-created");
  await settling;
  if (!isPlain) await settleName(context, version.name, false);
  const modelMadeAt = isPlain ? madeAt : undefined;
  const registration = assemble(registering, source, version);
  const openRun = source.ownRun ? source.runId : undefined;
  const made: Made = { version, modelMadeAt, openRun };
  if (!(await commit(context, registering, registration, made))) return undefined;
  onStep("committed");
  if (openRun !== undefined) {
    const ending = endRun(context, { registrationId, runId: openRun, completedAt: Date.now() });
    context.running.add(ending);
    void ending.finally(() => context.running.delete(ending));
  }
  return registration;
}

/** Gives the version that a registration makes in MLflow. */
function newVersion(plan: ResolvedPlan, source: RegisteredSource): PlannedVersion {
  return {
    name: plan.modelName,
    source: source.source,
    modelId: source.modelId,
    runId: source.runId,
    description: plan.description,
    tags: {
      ...plan.tags,
      model_uuid: source.modelUuid,
      model_type: plan.modelType,
      is_baseline: plan.improved ? "false" : "true",
      ...(plan.improved && {
        baseline_model_id: plan.improved.found?.baseline.modelId ?? "",
        contributor: plan.improved.contributor.id,
      }),
    },
  };
}

function assemble(
  { registrationId, createdAt, plan }: Registering,
  source: RegisteredSource,
  version: MlflowModelVersion,
): Registration {
  const sizeBytes =
    source.sizeBytes ?? source.files?.reduce((total, file) => total + file.sizeBytes, 0);
  const packageSignature =
    plan.source.kind === "package" ? plan.source.packageSignature : undefined;
  return create(RegistrationSchema, {
    registrationId,
    modelId: `${version.name}/${version.version}`,
    modelName: version.name,
    version: version.version,
    modelType: plan.modelType,
    isBaseline: plan.improved === undefined,
    ...(plan.improved?.found && {
      baseline: plan.improved.found.baseline,
      contributor: plan.improved.contributor,
      improvements: plan.improved.found.improvements.map((json) =>
        fromJson(ImprovementSchema, json),
      ),
    }),
    ...(source.runId !== undefined && { runId: source.runId }),
    registrationTime: timestampFromMs(createdAt),
    ...(plan.registeredBy !== undefined && {
      // A newer process may have written more of it.
      registeredBy: fromJson(IdentitySchema, plan.registeredBy, { ignoreUnknownFields: true }),
    }),
    modelInfo: captureModelInfo({ ...source, sizeBytes, packageSignature }),
    modelVersion: captureModelVersion(version),
    ...(plan.siteBinding && { siteBinding: readSiteBinding(plan.siteBinding) }),
  });
}

/** What a registration made in MLflow. */
interface Made {
  version: MlflowModelVersion;
  /** `creation_timestamp` of the registered model, where that is new. */
  modelMadeAt: number | undefined;
  /** The run that is to be ended. */
  openRun: string | undefined;
}

/** Commits registration, event and deliveries at once; false where the lease was lost. */
async function commit(
  { store, leaseMs }: RegistryContext,
  { lease, plan }: Registering,
  registration: Registration,
  { version, modelMadeAt, openRun }: Made,
): Promise<boolean> {
  const now = Date.now();
  const committed = await store.transaction(async (tx) => {
    const completed = await completeRegistration(tx, lease, {
      modelName: registration.modelName,
      version: registration.version,
      modelUuid: registration.modelInfo?.modelUuid ?? "",
      registration: toBinary(RegistrationSchema, registration),
      completedAt: now,
      openRun,
      leaseUntil: now + leaseMs,
    });
    if (!completed) return false;
    const changes = await recordRegistration(tx, registration, version, modelMadeAt, now);
    await announce(store, tx, changes, observed, now);
    const draft = {
      modelName: registration.modelName,
      type: EventType.MODEL_REGISTERED,
      origin: EventOrigin.MODELWIRE,
      ...(registration.registeredBy && { actor: registration.registeredBy }),
      modelRegistered: { registration },
    };
    await commitEvent(store, tx, draft, now);
    if (isUploaded(plan.source)) await closeUpload(tx, lease.registrationId);
    return true;
  });
  if (committed) wakeForEvents(store);
  return committed;
}
