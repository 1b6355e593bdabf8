import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type { ModelVersion } from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { Change } from "./announce.ts";

/** Names a version in an event. */
export interface ChangedVersion {
  modelName: string;
  version: string;
  modelUuid: string | undefined;
}

/** Tells what has changed of a version, its aliases apart. */
export function versionChanges(
  about: ChangedVersion,
  before: ModelVersion,
  after: ModelVersion,
): Change[] {
  const { modelName, version } = about;
  const uuid = uuidOf(about);
  const changes = [
    tagChange(about, before.tags, after.tags),
    descriptionChange(about, before.description, after.description),
  ].filter((change) => change !== undefined);
  if (before.currentStage !== after.currentStage) {
    changes.push({
      modelName,
      type: EventType.STAGE_CHANGED,
      stageChanged: {
        version,
        ...uuid,
        stage: after.currentStage,
        previousStage: before.currentStage,
      },
    });
  }
  return changes;
}

/** Tells that tags have changed: of a version, or of a registered model where there is none. */
export function tagChange(
  about: Pick<ChangedVersion, "modelName"> & Partial<ChangedVersion>,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Change | undefined {
  const set = Object.entries(after).filter(([key, value]) => own(before, key) !== value);
  const deletedKeys = Object.keys(before)
    .filter((key) => own(after, key) === undefined)
    .sort();
  if (set.length === 0 && deletedKeys.length === 0) return undefined;
  return {
    modelName: about.modelName,
    type: EventType.TAGS_CHANGED,
    tagsChanged: {
      ...(about.version !== undefined && { version: about.version }),
      ...uuidOf(about),
      setTags: Object.fromEntries(set),
      deletedKeys,
    },
  };
}

/** Tells that a description has changed: of a version, or of a registered model. */
export function descriptionChange(
  about: Pick<ChangedVersion, "modelName"> & Partial<ChangedVersion>,
  before: string | undefined,
  after: string | undefined,
): Change | undefined {
  if (before === after) return undefined;
  return {
    modelName: about.modelName,
    type: EventType.DESCRIPTION_CHANGED,
    descriptionChanged: {
      ...(about.version !== undefined && { version: about.version }),
      ...uuidOf(about),
      ...(after !== undefined && { description: after }),
      ...(before !== undefined && { previousDescription: before }),
    },
  };
}

/** Tells that a version was found in MLflow. */
export function observedChange(registration: Registration): Change {
  const { modelVersion, modelInfo, modelName } = registration;
  return {
    modelName,
    type: EventType.VERSION_OBSERVED,
    versionObserved: {
      ...(modelVersion && { modelVersion }),
      ...(modelInfo && { registration }),
    },
  };
}

/** Tells that a version was deleted. */
export function deletedChange({ modelName, version, ...about }: ChangedVersion): Change {
  return {
    modelName,
    type: EventType.VERSION_DELETED,
    versionDeleted: { version, ...uuidOf(about) },
  };
}

function uuidOf({ modelUuid }: { modelUuid?: string | undefined }): { modelUuid?: string } {
  return modelUuid === undefined ? {} : { modelUuid };
}

// A tag may be named `constructor`.
function own(tags: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}
