import { type Event, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type { ModelVersion } from "#gen/modelwire/registry/v1/model_version_pb.js";

/** What somebody knows of a version who follows the events. */
export interface KnownVersion {
  description: string | undefined;
  stage: string;
  tags: Record<string, string>;
}

/** What somebody knows of a registered model who follows the events. */
export interface KnownModel {
  description: string | undefined;
  tags: Record<string, string>;
  aliases: Record<string, string>;
  versions: Record<string, KnownVersion>;
}

/**
 * Follows events from the beginning.
 * @throws Error at an event that tells of no change, of something that is not there, or of
 *   something that is there already: what was announced twice, or left out before it
 */
export function replay(events: readonly Event[]): Map<string, KnownModel> {
  const models = new Map<string, KnownModel>();
  // Names that were swapped: the model that lost its name, until its own event comes.
  const parked = new Map<string, KnownModel>();
  const sequences = new Map<string, number>();
  for (const event of events) {
    const last = sequences.get(event.modelName) ?? 0;
    if (event.sequence !== last + 1) throw wrong(event, `follows sequence ${last}`);
    sequences.set(event.modelName, event.sequence);
    if (event.type === EventType.MODEL_RENAMED) {
      const { newModelName = "" } = event.modelRenamed ?? {};
      // One that never had a version is not announced by anything else.
      const model = parked.get(event.modelName) ?? models.get(event.modelName) ?? newModel();
      if (!parked.delete(event.modelName)) models.delete(event.modelName);
      const displaced = models.get(newModelName);
      if (displaced) parked.set(newModelName, displaced);
      models.set(newModelName, model);
      continue;
    }
    const model = models.get(event.modelName) ?? newModel();
    models.set(event.modelName, model);
    apply(event, model);
    if (event.type === EventType.MODEL_DELETED) models.delete(event.modelName);
  }
  if (parked.size > 0) throw new Error(`models lost their names: ${[...parked.keys()]}`);
  return models;
}

function apply(event: Event, model: KnownModel): void {
  const { aliasChanged, tagsChanged, descriptionChanged, stageChanged } = event;
  const at = (version: string | undefined) => {
    if (version === undefined) return model;
    const known = model.versions[version];
    if (!known) throw wrong(event, `is of version ${version}, which is not there`);
    return known;
  };
  switch (event.type) {
    case EventType.MODEL_REGISTERED:
      add(event, model, event.modelRegistered?.registration?.modelVersion);
      return;
    case EventType.VERSION_OBSERVED:
      add(event, model, event.versionObserved?.modelVersion);
      return;
    case EventType.VERSION_DELETED: {
      const { version = "" } = event.versionDeleted ?? {};
      at(version);
      delete model.versions[version];
      return;
    }
    case EventType.MODEL_DELETED:
      if (Object.keys(model.versions).length > 0) throw wrong(event, "leaves versions behind");
      return;
    case EventType.ALIAS_CHANGED: {
      const { alias = "", version, previousVersion } = aliasChanged ?? {};
      if (model.aliases[alias] !== previousVersion) {
        throw wrong(event, `is not where ${alias} was: ${model.aliases[alias]}`);
      }
      if (version === previousVersion) throw wrong(event, "changes nothing");
      if (version === undefined) delete model.aliases[alias];
      else model.aliases[alias] = version;
      return;
    }
    case EventType.TAGS_CHANGED: {
      const { tags } = at(tagsChanged?.version);
      const { setTags = {}, deletedKeys = [] } = tagsChanged ?? {};
      for (const [key, value] of Object.entries(setTags)) {
        if (tags[key] === value) throw wrong(event, `sets ${key} to what it is`);
        tags[key] = value;
      }
      for (const key of deletedKeys) {
        if (tags[key] === undefined) throw wrong(event, `deletes ${key}, which is not there`);
        delete tags[key];
      }
      return;
    }
    case EventType.DESCRIPTION_CHANGED: {
      const known = at(descriptionChanged?.version);
      if (known.description !== descriptionChanged?.previousDescription) {
        throw wrong(event, `is not what it was: ${known.description}`);
      }
      known.description = descriptionChanged?.description;
      return;
    }
    case EventType.STAGE_CHANGED: {
      const known = at(stageChanged?.version) as KnownVersion;
      if (known.stage !== stageChanged?.previousStage) throw wrong(event, `was ${known.stage}`);
      known.stage = stageChanged.stage;
      return;
    }
    default:
      throw wrong(event, "is of a type that nobody knows");
  }
}

function add(event: Event, model: KnownModel, version: ModelVersion | undefined): void {
  if (!version) throw wrong(event, "has no version");
  if (model.versions[version.version]) throw wrong(event, "is of a version that is there already");
  model.versions[version.version] = {
    description: version.description,
    stage: version.currentStage,
    tags: { ...version.tags },
  };
}

function newModel(): KnownModel {
  return { description: undefined, tags: {}, aliases: {}, versions: {} };
}

function wrong(event: Event, why: string): Error {
  const about = `${EventType[event.type]} ${event.modelName} ${event.sequence}`;
  return new Error(`${about} ${why}`);
}
