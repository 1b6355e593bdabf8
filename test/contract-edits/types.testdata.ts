import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const keepField = "keep it as it was; add a new field beside it and mark the old one";

/** Edits of what fields hold that break those who built against the release. */
export const breakingTypes: BreakingEdit[] = [
  {
    what: "webhook: int32 made uint32",
    changes: [
      edit(
        "webhookService",
        "message ListEndpointsRequest {",
        "int32 page_size",
        "uint32 page_size",
      ),
    ],
    says: [
      [
        'field 1 of modelwire.webhook.v1.ListEndpointsRequest (page_size) changed type from "int32" to "uint32" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "registry: double made float",
    changes: [edit("modelInfo", "message PackageFile {", "double size_bytes", "float size_bytes")],
    says: [
      [
        'field 2 of modelwire.registry.v1.PackageFile (size_bytes) changed type from "double" to "float" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "webhook: string made bytes",
    changes: [
      edit(
        "delivery",
        "message Attempt {",
        "optional string error = 5;",
        "optional bytes error = 5;",
      ),
    ],
    says: [
      [
        'field 5 of modelwire.webhook.v1.Attempt (error) changed type from "string" to "bytes" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "event: a message made string",
    changes: [
      edit("event", "message Event {", "google.protobuf.Timestamp time = 3;", "string time = 3;"),
    ],
    says: [
      [
        'field 3 of modelwire.event.v1.Event (time) changed cardinality from "optional with explicit presence" to "optional with implicit presence" (released in 1.0.0)',
        keepField,
      ],
      [
        'field 3 of modelwire.event.v1.Event (time) changed type from "message" to "string" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "registry: a field of another message",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineResponse {",
        "Registration registration",
        "ModelVersionRef registration",
      ),
    ],
    says: [
      [
        'field 1 of modelwire.registry.v1.RegisterBaselineResponse (registration) changed type from "modelwire.registry.v1.Registration" to "modelwire.registry.v1.ModelVersionRef" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "webhook: an enum made int32",
    changes: [
      edit("endpoint", "message Endpoint {", "EndpointState state = 5;", "int32 state = 5;"),
    ],
    says: [
      [
        'field 5 of modelwire.webhook.v1.Endpoint (state) changed type from "enum" to "int32" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "webhook: a field of another enum",
    changes: [
      edit("endpoint", "message Endpoint {", "EndpointState state = 5;", "BodyFormat state = 5;"),
    ],
    says: [
      [
        'field 5 of modelwire.webhook.v1.Endpoint (state) changed type from "modelwire.webhook.v1.EndpointState" to "modelwire.webhook.v1.BodyFormat" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "event: a field that may be unset now",
    changes: [
      edit("event", "message Event {", "  EventType type = 2;", "  optional EventType type = 2;"),
    ],
    says: [
      [
        'field 2 of modelwire.event.v1.Event (type) changed cardinality from "optional with implicit presence" to "optional with explicit presence" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "event: a field that may not be unset any more",
    changes: [edit("event", "message AliasChanged {", "optional string version", "string version")],
    says: [
      [
        'field 2 of modelwire.event.v1.AliasChanged (version) changed cardinality from "optional with explicit presence" to "optional with implicit presence" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "webhook: a field that may not be unset any more",
    changes: [
      edit("endpoint", "message Endpoint {", "optional string description", "string description"),
    ],
    says: [
      [
        'field 4 of modelwire.webhook.v1.Endpoint (description) changed cardinality from "optional with explicit presence" to "optional with implicit presence" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "event: one value made many",
    changes: [
      edit(
        "event",
        "message VersionDeleted {",
        "string version = 1;",
        "repeated string version = 1;",
      ),
    ],
    says: [
      [
        'field 1 of modelwire.event.v1.VersionDeleted (version) changed cardinality from "optional with implicit presence" to "repeated" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "registry: many values made one",
    changes: [
      edit("modelInfo", "message ModelInfo {", "repeated string prompts", "string prompts"),
    ],
    says: [
      [
        'field 13 of modelwire.registry.v1.ModelInfo (prompts) changed cardinality from "repeated" to "optional with implicit presence" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "registry: a map made pairs, which are the same in binary",
    changes: [
      edit(
        "modelVersion",
        "message ModelVersion {",
        "map<string, string> tags = 10;",
        "repeated Tag tags = 10;",
      ),
      edit(
        "modelVersion",
        undefined,
        "// Whether MLflow has finished making a version.",
        "// A tag.\nmessage Tag {\n  // Key.\n  string key = 1;\n  // Value.\n  string value = 2;\n}\n\n// Whether MLflow has finished making a version.",
      ),
    ],
    says: [
      [
        "message modelwire.registry.v1.ModelVersion.TagsEntry was removed (released in 1.0.0)",
        "put it back where it was",
      ],
      [
        'field 10 of modelwire.registry.v1.ModelVersion (tags) changed cardinality from "map" to "repeated" (released in 1.0.0)',
        keepField,
      ],
      [
        'field 10 of modelwire.registry.v1.ModelVersion (tags) changed type from "modelwire.registry.v1.ModelVersion.TagsEntry" to "modelwire.registry.v1.Tag" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
  {
    what: "registry: a map to another type",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "map<string, string> params",
        "map<string, double> params",
      ),
    ],
    says: [
      [
        'field 2 of modelwire.registry.v1.RegisterBaselineRequest.ParamsEntry (value) changed type from "string" to "double" (released in 1.0.0)',
        keepField,
      ],
    ],
  },
];
