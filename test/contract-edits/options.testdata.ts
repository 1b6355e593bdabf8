import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const keep = "keep it as it was";

/** Edits of options and settings that break those who built against the release. */
export const breakingOptions: BreakingEdit[] = [
  ...(
    [
      ["event", "go_package", "", "example.com/modelwire/eventv1"],
      ["registration", "java_package", "", "com.example.modelwire"],
      ["delivery", "java_multiple_files", "false", "true"],
      ["endpoint", "csharp_namespace", "", "Modelwire.Webhook"],
      ["eventService", "ruby_package", "", "Modelwire"],
      ["modelInfo", "php_namespace", "", "Modelwire"],
      ["webhookService", "swift_prefix", "", "MW"],
    ] as const
  ).map(
    ([file, option, before, value]): BreakingEdit => ({
      what: `${file}: ${option} set`,
      changes: [
        edit(
          file,
          undefined,
          /(package modelwire\.\w+\.v1;)/,
          `$1\n\noption ${option} = ${value === "true" ? value : JSON.stringify(value)};`,
        ),
      ],
      says: [
        [
          `file option "${option}" changed from "${before}" to "${value}" (released in 1.0.0)`,
          keep,
        ],
      ],
    }),
  ),
  {
    what: "registry: optimize_for set",
    changes: [
      edit(
        "upload",
        undefined,
        "package modelwire.registry.v1;",
        "package modelwire.registry.v1;\n\noption optimize_for = CODE_SIZE;",
      ),
    ],
    says: [
      ['file option "optimize_for" changed from "SPEED" to "CODE_SIZE" (released in 1.0.0)', keep],
    ],
  },
  {
    what: "webhook: objc_class_prefix set",
    changes: [
      edit(
        "delivery",
        undefined,
        "package modelwire.webhook.v1;",
        'package modelwire.webhook.v1;\n\noption objc_class_prefix = "MWW";',
      ),
    ],
    says: [['file option "objc_class_prefix" changed from "" to "MWW" (released in 1.0.0)', keep]],
  },
  {
    what: "event: an import made public",
    changes: [
      edit(
        "event",
        undefined,
        'import "google/protobuf/timestamp.proto";',
        'import public "google/protobuf/timestamp.proto";',
      ),
    ],
    says: [
      [
        'Import "google/protobuf/timestamp.proto" must not be public',
        "follow buf's rule IMPORT_NO_PUBLIC",
      ],
    ],
  },
  {
    what: "event: an exception for what breaks, in buf.yaml",
    changes: [
      { file: "buf.yaml", from: "    - FILE", to: "    - FILE\n  ignore:\n    - proto/modelwire" },
      edit("event", "message AliasChanged {", "string alias = 1;", "bytes alias = 1;"),
    ],
    says: [
      [
        'field 1 of modelwire.event.v1.AliasChanged (alias) changed type from "string" to "bytes" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "webhook: an exception for the lint, in buf.yaml",
    changes: [
      {
        file: "buf.yaml",
        from: "lint:\n  use:\n    - STANDARD\n    - COMMENTS",
        to: "lint:\n  use:\n    - MINIMAL",
      },
      edit(
        "endpoint",
        "message Endpoint {",
        "message Endpoint {",
        "message Endpoint {\n  // A note.\n  optional string Note = 20;",
      ),
    ],
    says: [
      [
        'Field name "Note" should be lower_snake_case, such as "note"',
        "follow buf's rule FIELD_LOWER_SNAKE_CASE",
      ],
    ],
  },
  {
    what: "registry: an exception for the lint, in a comment",
    changes: [
      edit(
        "modelVersionRef",
        "message NameAndAlias {",
        "message NameAndAlias {",
        "message NameAndAlias {\n  // A note.\n  // buf:lint:ignore FIELD_LOWER_SNAKE_CASE\n  optional string Note = 20;",
      ),
    ],
    says: [
      [
        'Field name "Note" should be lower_snake_case, such as "note"',
        "follow buf's rule FIELD_LOWER_SNAKE_CASE",
      ],
    ],
  },
];
