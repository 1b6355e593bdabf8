import { create, fromBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { MLMODEL, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { findCapturedRegistration } from "../store/registrations.ts";
import { captureModelInfo, captureModelVersion } from "./capture.ts";
import type { RegistryContext } from "./context.ts";
import { alias, modelName, modelUuid, version } from "./request-rules.ts";

type LookUpContext = Pick<RegistryContext, "store" | "mlflow">;

/**
 * Finds the newest version that a model is registered as, by the model's uuid.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND; MlflowError where MLflow could not be
 *   asked, which says nothing of whether the model exists
 */
export async function getModelByUuid(
  context: LookUpContext,
  uuid: string,
  field: string,
): Promise<Registration> {
  expect(modelUuid, uuid, field);
  const { modelVersions } = context.mlflow;
  // A version of MLflow 3 has the uuid in its source; one of MLflow 2 can only have it as a tag.
  const bySource = uuid.startsWith("m-") ? await modelVersions.findBySource(`models:/${uuid}`) : [];
  const [newest] =
    bySource.length > 0 ? bySource : await modelVersions.findByTag("model_uuid", uuid);
  if (!newest) throw modelNotFound(`no model version has the uuid ${uuid}`, uuid);
  // A search does not say which aliases point to a version; the version itself does.
  return describe(context, await getVersion(context, newest.name, newest.version));
}

/**
 * Finds a model version by any reference, which stands in the request's `field`.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND; MlflowError where MLflow could not be
 *   asked, which says nothing of whether the version exists
 */
export async function getModelVersion(
  context: LookUpContext,
  reference: ModelVersionRef | undefined,
  field = "ref",
): Promise<Registration> {
  const ref = reference?.ref;
  switch (ref?.case) {
    case "modelUuid":
      return getModelByUuid(context, ref.value, `${field}.model_uuid`);
    case "modelId": {
      const slash = ref.value.lastIndexOf("/");
      const [name, number] = [ref.value.slice(0, slash), ref.value.slice(slash + 1)];
      if (slash < 1)
        throw invalidField(`${field}.model_id`, "expected name/version, such as lead_scoring/3");
      expect(modelName, name, `${field}.model_id`);
      expect(version, number, `${field}.model_id`);
      return describe(context, await getVersion(context, name, number));
    }
    case "nameVersion":
      expect(modelName, ref.value.name, `${field}.name_version.name`);
      expect(version, ref.value.version, `${field}.name_version.version`);
      return describe(context, await getVersion(context, ref.value.name, ref.value.version));
    case "nameAlias":
      expect(modelName, ref.value.name, `${field}.name_alias.name`);
      expect(alias, ref.value.alias, `${field}.name_alias.alias`);
      return describe(context, await getByAlias(context, ref.value.name, ref.value.alias));
    case undefined:
      throw invalidField(
        field,
        "expected one of model_id, name_version, name_alias and model_uuid",
      );
  }
}

async function getVersion(
  { mlflow }: LookUpContext,
  name: string,
  number: string,
): Promise<MlflowModelVersion> {
  try {
    return await mlflow.modelVersions.get(name, number);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw modelNotFound(`there is no version ${number} of ${name}`, `${name}/${number}`);
  }
}

async function getByAlias(
  { mlflow }: LookUpContext,
  name: string,
  aliasName: string,
): Promise<MlflowModelVersion> {
  try {
    return await mlflow.modelVersions.getByAlias(name, aliasName);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const text = `${name} has no alias ${aliasName} that points to a version`;
    throw modelNotFound(text, `${name}@${aliasName}`);
  }
}

/** Tells all that is known of a version: what was captured, and what MLflow says now. */
async function describe(context: LookUpContext, found: MlflowModelVersion): Promise<Registration> {
  const uuid = /^models:\/(m-[0-9a-f]{32})$/.exec(found.source)?.[1] ?? found.tags.model_uuid;
  const captured =
    uuid !== undefined &&
    (await findCapturedRegistration(context.store.db, found.name, found.version, uuid));
  if (captured) {
    const registration = fromBinary(RegistrationSchema, captured);
    registration.modelVersion = captureModelVersion(found);
    return registration;
  }
  const { is_baseline: isBaseline, model_type: modelType } = found.tags;
  const time = found.creation_timestamp;
  return create(RegistrationSchema, {
    modelId: `${found.name}/${found.version}`,
    modelName: found.name,
    version: found.version,
    ...(modelType !== undefined && { modelType }),
    ...(isBaseline !== undefined && { isBaseline: isBaseline.toLowerCase() === "true" }),
    ...(found.run_id !== undefined && { runId: found.run_id }),
    ...(time !== undefined && { registrationTime: timestampFromMs(time) }),
    modelInfo: await readModelInfo(context, found),
    modelVersion: captureModelVersion(found),
  });
}

async function readModelInfo({ mlflow }: LookUpContext, found: MlflowModelVersion) {
  const modelId = /^models:\/(m-[0-9a-f]{32})$/.exec(found.source)?.[1];
  const id = `${found.name}/${found.version}`;
  try {
    const [loggedModel, file] = await Promise.all([
      modelId === undefined ? undefined : mlflow.loggedModels.get(modelId),
      modelId === undefined
        ? mlflow.modelVersions.readFile(found.name, found.version, MLMODEL)
        : mlflow.loggedModels.readFile(modelId, MLMODEL),
    ]);
    const mlmodel = readMlmodel(Buffer.from(file).toString("utf8"));
    return captureModelInfo({
      modelUuid: modelId ?? mlmodel.modelUuid ?? found.tags.model_uuid ?? "",
      modelUri: modelId === undefined ? `models:/${id}` : `models:/${modelId}`,
      mlmodel,
      loggedModel,
      runId: found.run_id ?? loggedModel?.source_run_id ?? mlmodel.runId,
    });
  } catch (error) {
    if (error instanceof MlmodelError) {
      throw modelNotFound(`${id} is there, but its MLmodel cannot be read: ${error.message}`, id);
    }
    if (!isNotFound(error)) throw error;
    throw modelNotFound(`${id} is there, but the model that it names was deleted in MLflow`, id);
  }
}

function expect(rule: typeof modelUuid, value: string, field: string): void {
  const issue = rule.safeParse(value).error?.issues[0];
  if (issue) throw invalidField(field, issue.message);
}

function modelNotFound(text: string, name: string): ModelwireError {
  return new ModelwireError(ErrorReason.MODEL_NOT_FOUND, text, {
    resource: { type: "model_version", name },
  });
}
