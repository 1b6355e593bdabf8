import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BreakingEdit, edit, files } from "../support/contract-edits.ts";

const putBack = "put it back where it was; it can only go with a new package";
const keep = "keep it as it was";

/** Edits of messages and files that break those who built against the release. */
export const breakingMessages: BreakingEdit[] = [
  {
    what: "event: a message removed, and the field that it is in",
    changes: [
      edit(
        "event",
        "message Event {",
        "ModelDeleted model_deleted = 15;",
        'reserved 15;\n  reserved "model_deleted";',
      ),
      edit(
        "event",
        undefined,
        "// The registered model was deleted.\nmessage ModelDeleted {}\n",
        "",
      ),
    ],
    says: [
      ["message modelwire.event.v1.ModelDeleted was removed (released in 1.0.0)", putBack],
      [
        "field 15 of modelwire.event.v1.Event (model_deleted) was removed (released in 1.0.0)",
        "put it back and mark it `deprecated = true`, with its successor beside it",
      ],
    ],
  },
  {
    what: "event: a message with another name",
    changes: [
      edit("event", "message Event {", "ModelRenamed model_renamed", "ModelMoved model_renamed"),
      edit("event", undefined, "message ModelRenamed {", "message ModelMoved {"),
    ],
    says: [
      ["message modelwire.event.v1.ModelRenamed was removed (released in 1.0.0)", putBack],
      [
        'field 14 of modelwire.event.v1.Event (model_renamed) changed type from "modelwire.event.v1.ModelRenamed" to "modelwire.event.v1.ModelMoved" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "event: a message moved into another",
    changes: [
      edit(
        "event",
        undefined,
        "// The registered model was deleted.\nmessage ModelDeleted {}\n",
        "",
      ),
      edit(
        "event",
        "message Event {",
        "message Event {",
        "message Event {\n  // The registered model was deleted.\n  message ModelDeleted {}",
      ),
    ],
    says: [
      [
        "message modelwire.event.v1.ModelDeleted was removed, and is modelwire.event.v1.Event.ModelDeleted here (released in 1.0.0)",
        "put it back under its full name",
      ],
      [
        'field 15 of modelwire.event.v1.Event (model_deleted) changed type from "modelwire.event.v1.ModelDeleted" to "modelwire.event.v1.Event.ModelDeleted" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "registry: a message moved to another file",
    changes: [
      edit(
        "registration",
        undefined,
        /\/\/ The model that an improved one is measured against\.\nmessage Baseline \{[^}]*\}\n/,
        "",
      ),
      edit(
        "improvement",
        undefined,
        "// What is known of a metric apart",
        "// The model that an improved one is measured against.\nmessage Baseline {\n  // `name/version` of the baseline.\n  string model_id = 1;\n  // `model_uuid` of the baseline. Empty where it is not known.\n  string model_uuid = 2;\n}\n\n// What is known of a metric apart",
      ),
    ],
    says: [
      [
        "message modelwire.registry.v1.Baseline moved here from proto/modelwire/registry/v1/registration.proto (released in 1.0.0)",
        "leave it in its file; to share it, import that file",
      ],
    ],
  },
  {
    what: "webhook: a message removed",
    changes: [
      edit(
        "endpoint",
        "message Endpoint {",
        "EndpointHealth health = 11;",
        'reserved 11;\n  reserved "health";',
      ),
      edit(
        "endpoint",
        undefined,
        /\/\/ How the deliveries to an endpoint have gone lately\.\nmessage EndpointHealth \{[^}]*\}\n/,
        "",
      ),
    ],
    says: [
      ["message modelwire.webhook.v1.EndpointHealth was removed (released in 1.0.0)", putBack],
      [
        "field 11 of modelwire.webhook.v1.Endpoint (health) was removed (released in 1.0.0)",
        "put it back and mark it `deprecated = true`, with its successor beside it",
      ],
    ],
  },
  {
    what: "registry: a file with another name",
    changes: [
      async (root) => {
        const folder = join(root, "proto/modelwire/registry/v1");
        await rename(join(folder, "consistency.proto"), join(folder, "freshness.proto"));
        for (const name of await readdir(folder)) {
          const text = await readFile(join(folder, name), "utf8");
          await writeFile(
            join(folder, name),
            text.replace("v1/consistency.proto", "v1/freshness.proto"),
          );
        }
      },
    ],
    says: [
      [
        "file modelwire/registry/v1/consistency.proto was removed (released in 1.0.0)",
        "put it back under its name, with all that it declares",
      ],
    ],
  },
  {
    what: "event: a file removed",
    changes: [async (root) => await rm(join(root, files.sitePayload))],
    says: [
      [
        "file modelwire/event/v1/site_payload.proto was removed (released in 1.0.0)",
        "put it back under its name, with all that it declares",
      ],
    ],
  },
  {
    what: "event: a file of another package",
    changes: [
      edit("sitePayload", undefined, "package modelwire.event.v1;", "package modelwire.site.v1;"),
    ],
    says: [
      [
        'file package changed from "modelwire.event.v1" to "modelwire.site.v1" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "registry: a file of another edition of protobuf",
    changes: [
      edit(
        "consistency",
        undefined,
        'syntax = "proto3";',
        'edition = "2023";\n\noption features.field_presence = IMPLICIT;',
      ),
    ],
    says: [['file syntax changed from "proto3" to "editions" (released in 1.0.0)', keep]],
  },
  {
    what: "webhook: a reserved number free again",
    changes: [
      edit("delivery", "message Attempt {", "reserved 50, 60 to 70;", "reserved 60 to 70;"),
    ],
    says: [
      [
        'reserved range "[50]" of modelwire.webhook.v1.Attempt is missing values: [50] were removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
  {
    what: "webhook: a reserved range made shorter",
    changes: [edit("delivery", "message Attempt {", "60 to 70;", "61 to 70;")],
    says: [
      [
        'reserved range "[60,70]" of modelwire.webhook.v1.Attempt is missing values: [60] were removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
  {
    what: "webhook: a reserved name in use again",
    changes: [
      edit(
        "delivery",
        "message Attempt {",
        '  reserved "old_outcome";',
        "  // Outcome.\n  optional string old_outcome = 20;",
      ),
    ],
    says: [
      [
        'reserved name "old_outcome" of modelwire.webhook.v1.Attempt was removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
];
