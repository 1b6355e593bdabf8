import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { add, type Edit, edit } from "../support/contract-edits.ts";

/** What is deprecated, and what is no longer: it stays what it was. */
export const harmlessDeprecations: Edit[] = [
  {
    what: "event: a field deprecated",
    changes: [
      edit(
        "event",
        "message AliasChanged {",
        "previous_model_uuid = 5;",
        "previous_model_uuid = 5 [deprecated = true];",
      ),
    ],
  },
  {
    what: "registry: a value deprecated",
    changes: [
      edit(
        "modelVersion",
        "enum ModelVersionStatus {",
        "STATUS_READY = 3;",
        "STATUS_READY = 3 [deprecated = true];",
      ),
    ],
  },
  {
    what: "registry: an RPC deprecated",
    changes: [
      edit(
        "registryService",
        "rpc GetUpload(",
        "option idempotency_level",
        "option deprecated = true;\n    option idempotency_level",
      ),
    ],
  },
  {
    what: "webhook: a message deprecated",
    changes: [add("endpoint", "message EndpointHealth {", "option deprecated = true;")],
  },
  {
    what: "event: a service deprecated",
    changes: [add("eventService", "service EventService {", "option deprecated = true;")],
  },
  {
    what: "registry: a file deprecated",
    changes: [
      edit(
        "changes",
        undefined,
        "package modelwire.registry.v1;",
        "package modelwire.registry.v1;\n\noption deprecated = true;",
      ),
    ],
  },
  {
    what: "webhook: a field no longer deprecated",
    changes: [edit("delivery", "message Attempt {", " [deprecated = true]", "")],
  },
  {
    what: "event: a value no longer deprecated",
    changes: [edit("event", "enum EventType {", " [deprecated = true]", "")],
  },
  {
    what: "webhook: an RPC no longer deprecated",
    changes: [edit("webhookService", "rpc PauseEndpoint(", "    option deprecated = true;\n", "")],
  },
  {
    what: "webhook: a field that debuggers do not show",
    changes: [
      edit(
        "webhookService",
        "message CreateEndpointResponse {",
        "string secret = 2;",
        "string secret = 2 [debug_redact = true];",
      ),
    ],
  },
];

/** Changes of comments and of how the text is set. */
export const harmlessTexts: Edit[] = [
  {
    what: "event: a comment in other words that keeps its promise",
    changes: [
      edit(
        "event",
        "message Event {",
        "How Modelwire came to know. Never",
        "Where Modelwire has it from. Never",
      ),
    ],
  },
  {
    what: "webhook: a second payload version of a format",
    changes: [
      edit(
        "endpoint",
        "enum BodyFormat {",
        "Payload version: `2026-04-30`",
        "Payload versions: `2026-04-30`, `2027-01-01`",
      ),
    ],
  },
  {
    what: "webhook: a comment with more to it",
    changes: [
      edit(
        "delivery",
        "message Delivery {",
        "// How far it is.",
        "// How far it is: from pending to its end.",
      ),
    ],
  },
  {
    what: "registry: a promise more",
    changes: [
      edit(
        "modelInfo",
        "message PackageFile {",
        "components.\n  string path",
        "components. Never empty.\n  string path",
      ),
    ],
  },
  {
    what: "registry: a unit more",
    changes: [
      edit("modelInfo", "message Metric {", "When it was measured.", "When it was measured (UTC)."),
    ],
  },
  {
    what: "event: a comment with other line breaks",
    changes: [
      edit(
        "event",
        "message Event {",
        "// What happened. New types come",
        "// What happened.\n  // New types come",
      ),
    ],
  },
  {
    what: "webhook: a comment of another form",
    changes: [edit("delivery", "message Delivery {", "// How far it is.", "/* How far it is. */")],
  },
  {
    what: "registry: a limit in a comment",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "What people should know of this version: up to 5,000 characters.",
        "What people should know of this version: up to 10,000 characters.",
      ),
    ],
  },
  {
    what: "event: a comment behind a field, beside that above it",
    changes: [
      edit("event", "message Event {", "uint32 sequence = 5;", "uint32 sequence = 5; // From 1."),
    ],
  },
  {
    what: "registry: a comment above the file",
    changes: [edit("upload", undefined, 'syntax = "proto3";', '// Uploads.\n\nsyntax = "proto3";')],
  },
  {
    what: "event: fields in another order",
    changes: [
      edit(
        "event",
        "message StageChanged {",
        /( {2}\/\/ Stage: .*\n.*= 3;\n)( {2}\/\/ Stage before.*\n.*= 4;\n)/,
        "$2$1",
      ),
    ],
  },
  {
    what: "webhook: values in another order",
    changes: [
      edit(
        "endpoint",
        "enum EndpointState {",
        /( {2}\/\/ Events are sent\.\n.*= 1;\n)( {2}\/\/ Events wait: the[\s\S]*= 2;\n)/,
        "$2$1",
      ),
    ],
  },
  {
    what: "registry: messages in another order",
    changes: [
      edit(
        "modelVersionRef",
        undefined,
        /(\/\/ A registered model and a version of it\.[\s\S]*?\n\}\n)\n(\/\/ A registered model and an alias[\s\S]*?\n\}\n)/,
        "$2\n$1",
      ),
    ],
  },
  {
    what: "event: RPCs in another order",
    changes: [
      edit(
        "eventService",
        "service EventService {",
        /( {2}\/\/ Get an event\.[\s\S]*?\n {2}\}\n)\n( {2}\/\/ List events[\s\S]*?\n {2}\}\n)/,
        "$2\n$1",
      ),
    ],
  },
  {
    what: "registry: members of a oneof in another order",
    changes: [
      edit(
        "modelVersionRef",
        "message ModelVersionRef {",
        /( {4}\/\/ Name and version apart\.\n.*\n)( {4}\/\/ Name and an alias.*\n.*\n)/,
        "$2$1",
      ),
    ],
  },
  {
    what: "webhook: imports in another order",
    changes: [
      edit(
        "delivery",
        undefined,
        'import "google/protobuf/duration.proto";\nimport "google/protobuf/timestamp.proto";',
        'import "google/protobuf/timestamp.proto";\nimport "google/protobuf/duration.proto";',
      ),
    ],
  },
  {
    what: "event: other white space",
    changes: [
      edit("event", "message Event {", "  string model_name = 4;", "\tstring   model_name=4 ;"),
    ],
  },
  {
    what: "changelog: another word about a release",
    changes: [{ file: "CHANGELOG.md", from: "The first image.", to: "The first image, at last." }],
  },
  {
    what: "changelog: a section of something else",
    changes: [
      (root) =>
        appendFile(join(root, "CHANGELOG.md"), "\n## Clients\n\n### 9.9.9\n\nA first one.\n"),
    ],
  },
  {
    what: "image: a page about them in another folder",
    changes: [(root) => writeFile(join(root, "contract/notes.md"), "A note.\n")],
  },
];
