import { type BreakingEdit, edit } from "../support/contract-edits.ts";

/** Additions that would be wrong from the release on. */
export const breakingAdditions: BreakingEdit[] = [
  {
    what: "event: a new integer of 64 bits",
    changes: [
      edit(
        "event",
        "message ModelDeleted {}",
        "message ModelDeleted {}",
        "message ModelDeleted {\n  // How many versions it had.\n  uint64 version_count = 1;\n}",
      ),
    ],
    says: [
      [
        "field modelwire.event.v1.ModelDeleted.version_count is of uint64, which JSON carries as a string",
        "take int32 or uint32 where they suffice",
      ],
    ],
  },
  {
    what: "webhook: a new map to integers of 64 bits",
    changes: [
      edit(
        "endpoint",
        "message EndpointHealth {",
        "message EndpointHealth {",
        "message EndpointHealth {\n  // Failures by status.\n  map<string, int64> failures = 20;",
      ),
    ],
    says: [
      [
        "field modelwire.webhook.v1.EndpointHealth.failures has a map of int64, which JSON carries as a string",
        "take int32 or uint32 where they suffice",
      ],
    ],
  },
  {
    what: "registry: a new wrapped integer of 64 bits",
    changes: [
      edit(
        "upload",
        undefined,
        'import "google/protobuf/timestamp.proto";',
        'import "google/protobuf/timestamp.proto";\nimport "google/protobuf/wrappers.proto";',
      ),
      edit(
        "upload",
        "message UploadedFile {",
        "message UploadedFile {",
        "message UploadedFile {\n  // Number of the part.\n  google.protobuf.Int64Value part = 20;",
      ),
    ],
    says: [
      [
        "field modelwire.registry.v1.UploadedFile.part is of google.protobuf.Int64Value, which JSON carries as a string",
        "take int32 or uint32 where they suffice",
      ],
    ],
  },
  {
    what: "event: a new field with the JSON key of another",
    changes: [
      edit(
        "event",
        "message Event {",
        "message Event {",
        'message Event {\n  // Id at the sender.\n  optional string outer_id = 50 [json_name = "event_id"];',
      ),
    ],
    says: [
      [
        'field 50 modelwire.event.v1.Event.outer_id has the JSON key "event_id" of field 1 modelwire.event.v1.Event.event_id, which 1.0.0 has',
        "give it a name and a `json_name` that no other field has or had",
      ],
    ],
  },
  {
    what: "webhook: a new field with the JSON key of another",
    changes: [
      edit(
        "webhookService",
        "message UpdateEndpointRequest {",
        "message UpdateEndpointRequest {",
        'message UpdateEndpointRequest {\n  // Id at the sender.\n  optional string id = 50 [json_name = "endpoint_id"];',
      ),
    ],
    says: [
      [
        'field 50 modelwire.webhook.v1.UpdateEndpointRequest.id has the JSON key "endpoint_id" of field 1 modelwire.webhook.v1.UpdateEndpointRequest.endpoint_id, which 1.0.0 has',
        "give it a name and a `json_name` that no other field has or had",
      ],
    ],
  },
  {
    what: "event: a new field without a comment",
    changes: [
      edit(
        "event",
        "message StageChanged {",
        "message StageChanged {",
        "message StageChanged {\n  optional string note = 50;",
      ),
    ],
    says: [
      [
        "field modelwire.event.v1.StageChanged.note has no comment",
        "say above it what it is, its unit and when it is unset",
      ],
    ],
  },
  {
    what: "registry: a new field whose name is not in snake case",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "message RegisterBaselineRequest {",
        "message RegisterBaselineRequest {\n  // A note.\n  optional string longNote = 50;",
      ),
    ],
    says: [
      [
        'Field name "longNote" should be lower_snake_case, such as "long_note"',
        "follow buf's rule FIELD_LOWER_SNAKE_CASE",
      ],
    ],
  },
  {
    what: "event: a new value without a comment",
    changes: [
      edit(
        "event",
        "enum EventType {",
        "ENDPOINT_TEST = 10;",
        "ENDPOINT_TEST = 10;\n\n  EVENT_TYPE_RUN_ENDED = 11;",
      ),
    ],
    says: [
      [
        "enum value modelwire.event.v1.EventType.EVENT_TYPE_RUN_ENDED has no comment",
        "say above it what it is, its unit and when it is unset",
      ],
    ],
  },
  {
    what: "registry: a new value without the enum's name in its own",
    changes: [
      edit(
        "errorReason",
        "enum ErrorReason {",
        "ERROR_REASON_MODEL_BUSY = 26;",
        "ERROR_REASON_MODEL_BUSY = 26;\n  // It was too late.\n  TOO_LATE = 90;",
      ),
    ],
    says: [
      [
        'Enum value name "TOO_LATE" should be prefixed with "ERROR_REASON_"',
        "follow buf's rule ENUM_VALUE_PREFIX",
      ],
    ],
  },
  {
    what: "registry: a new message without a comment",
    changes: [
      edit(
        "upload",
        undefined,
        "// A file of an upload.",
        "message Part {}\n\n// A file of an upload.",
      ),
    ],
    says: [
      [
        "message modelwire.registry.v1.Part has no comment",
        "say above it what it is, its unit and when it is unset",
      ],
    ],
  },
  {
    what: "event: a new RPC without a comment",
    changes: [
      edit(
        "eventService",
        "service EventService {",
        "service EventService {",
        "service EventService {\n  rpc CountEvents(CountEventsRequest) returns (CountEventsResponse);\n",
      ),
      edit(
        "eventService",
        undefined,
        "// Which event to get.",
        "// What to count.\nmessage CountEventsRequest {}\n\n// How many.\nmessage CountEventsResponse {}\n\n// Which event to get.",
      ),
    ],
    says: [
      [
        "RPC modelwire.event.v1.EventService.CountEvents has no comment",
        "say above it what it is, its unit and when it is unset",
      ],
    ],
  },
  {
    what: "webhook: a new RPC that shares a request",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        "service WebhookService {",
        "service WebhookService {\n  // Ping an endpoint.\n  rpc PingEndpoint(TestEndpointRequest) returns (PingEndpointResponse);\n",
      ),
      edit(
        "webhookService",
        undefined,
        "// Which endpoint to get.",
        "// It was.\nmessage PingEndpointResponse {}\n\n// Which endpoint to get.",
      ),
    ],
    says: [
      [
        '"modelwire.webhook.v1.TestEndpointRequest" is used as the request or response type for multiple RPCs',
        "follow buf's rule RPC_REQUEST_RESPONSE_UNIQUE",
      ],
      [
        'RPC request type "TestEndpointRequest" should be named "PingEndpointRequest" or "WebhookServicePingEndpointRequest"',
        "follow buf's rule RPC_REQUEST_STANDARD_NAME",
      ],
      [
        '"modelwire.webhook.v1.TestEndpointRequest" is used as the request or response type for multiple RPCs',
        "follow buf's rule RPC_REQUEST_RESPONSE_UNIQUE",
      ],
    ],
  },
];
