import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { EventOrigin, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { eventDetail } from "./event-text.ts";

const cases: [string, MessageInitShape<typeof EventSchema>, string][] = [
  ["an alias that is new", { aliasChanged: { alias: "prod", version: "2" } }, "prod: nowhere → 2"],
  [
    "an alias that moved",
    { aliasChanged: { alias: "prod", version: "2", previousVersion: "1" } },
    "prod: 1 → 2",
  ],
  [
    "an alias that is gone, as seen in MLflow",
    {
      origin: EventOrigin.OBSERVED,
      aliasChanged: { alias: "prod", previousVersion: "1" },
    },
    "prod: 1 → nowhere, seen in MLflow",
  ],
  [
    "tags",
    { tagsChanged: { setTags: { team: "ops" }, deletedKeys: ["note"] } },
    "team=ops no note",
  ],
  ["a description that is gone", { descriptionChanged: {} }, "no description"],
  [
    "a stage",
    { stageChanged: { stage: "Production", previousStage: "None" } },
    "None → Production",
  ],
  ["a name", { modelRenamed: { newModelName: "other" } }, "→ other"],
  ["a deletion through Modelwire", { origin: EventOrigin.MODELWIRE, versionDeleted: {} }, ""],
];

test.each(cases)("tells of %s", (_, event, text) => {
  expect(eventDetail(create(EventSchema, event))).toBe(text);
});
