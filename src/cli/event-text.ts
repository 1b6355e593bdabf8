import { type Event, EventOrigin } from "#gen/modelwire/event/v1/event_pb.js";

/** Says on one line what an event tells, beside its type and what it is about; empty for nothing. */
export function eventDetail(event: Event): string {
  const parts = [changeText(event), event.origin === EventOrigin.OBSERVED ? "seen in MLflow" : ""];
  return parts.filter((part) => part !== "").join(", ");
}

function changeText(event: Event): string {
  const { aliasChanged, tagsChanged, descriptionChanged, stageChanged, modelRenamed } = event;
  if (aliasChanged) {
    const { alias, version, previousVersion } = aliasChanged;
    return `${alias}: ${previousVersion ?? "nowhere"} → ${version ?? "nowhere"}`;
  }
  if (tagsChanged) {
    const set = Object.entries(tagsChanged.setTags).map(([key, value]) => `${key}=${value}`);
    return [...set, ...tagsChanged.deletedKeys.map((key) => `no ${key}`)].join(" ");
  }
  if (descriptionChanged) return descriptionChanged.description ?? "no description";
  if (stageChanged) return `${stageChanged.previousStage} → ${stageChanged.stage}`;
  if (modelRenamed) return `→ ${modelRenamed.newModelName}`;
  return "";
}
