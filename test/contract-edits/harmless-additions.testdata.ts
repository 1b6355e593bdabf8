import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { add, type Edit, edit } from "../support/contract-edits.ts";

/** Additions that no client of the release notices. */
export const harmlessAdditions: Edit[] = [
  {
    what: "event: a field that may be unset",
    changes: [
      add(
        "event",
        "message AliasChanged {",
        "// Who asked for it. Unset where that is not known.\n  optional string user_id = 50;",
      ),
    ],
  },
  {
    what: "registry: a field that is never unset",
    changes: [
      add(
        "modelInfo",
        "message PackageFile {",
        "// Whether it may be run.\n  bool executable = 50;",
      ),
    ],
  },
  {
    what: "webhook: a list",
    changes: [add("endpoint", "message Endpoint {", "// Labels.\n  repeated string labels = 50;")],
  },
  {
    what: "registry: a map",
    changes: [
      add(
        "registration",
        "message Registration {",
        "// Labels.\n  map<string, string> labels = 50;",
      ),
    ],
  },
  {
    what: "webhook: a field of a request",
    changes: [
      add(
        "webhookService",
        "message ListEndpointsRequest {",
        "// Only those in this state. Unset: in any.\n  EndpointState state = 50;",
      ),
    ],
  },
  {
    what: "event: a field of a payload of the site",
    changes: [
      add(
        "sitePayload",
        "message SiteFlatPayload {",
        '// Label. Left out where there is none.\n  optional string label = 50 [json_name = "label"];',
      ),
    ],
  },
  {
    what: "event: a type of events, with what it tells",
    changes: [
      edit(
        "event",
        "enum EventType {",
        "EVENT_TYPE_ENDPOINT_TEST = 10;",
        "EVENT_TYPE_ENDPOINT_TEST = 10;\n  // A run has ended.\n  EVENT_TYPE_RUN_ENDED = 11;",
      ),
      edit(
        "event",
        "message Event {",
        "EndpointTest endpoint_test = 16;",
        "EndpointTest endpoint_test = 16;\n  // Set where `type` is EVENT_TYPE_RUN_ENDED, and only there.\n  RunEnded run_ended = 19;",
      ),
      edit(
        "event",
        undefined,
        "// Somebody tries out an endpoint.\n",
        "// A run has ended.\nmessage RunEnded {\n  // The run. Never empty.\n  string run_id = 1;\n}\n\n// Somebody tries out an endpoint.\n",
      ),
    ],
  },
  {
    what: "webhook: a value of an enum",
    changes: [
      edit(
        "endpoint",
        "enum BodyFormat {",
        "BODY_FORMAT_SITE_NESTED = 4;",
        "BODY_FORMAT_SITE_NESTED = 4;\n  // As CBOR. Payload version: `1`.\n  BODY_FORMAT_CBOR = 5;",
      ),
    ],
  },
  {
    what: "registry: a reason of errors",
    changes: [
      edit(
        "errorReason",
        "enum ErrorReason {",
        "ERROR_REASON_MODEL_BUSY = 26;",
        "ERROR_REASON_MODEL_BUSY = 26;\n  // It was too late.\n  ERROR_REASON_TOO_LATE = 90;",
      ),
    ],
  },
  {
    what: "registry: a message",
    changes: [
      edit(
        "upload",
        undefined,
        "// A file of an upload.",
        "// A part of a file.\nmessage Part {\n  // Number.\n  uint32 number = 1;\n}\n\n// A file of an upload.",
      ),
    ],
  },
  {
    what: "event: a message within another, with an enum",
    changes: [
      add(
        "event",
        "message Event {",
        "// A note.\n  message Note {\n    // A kind of note.\n    enum Kind {\n      // Not said.\n      KIND_UNSPECIFIED = 0;\n    }\n    // The kind.\n    Kind kind = 1;\n  }",
      ),
    ],
  },
  {
    what: "webhook: an enum",
    changes: [
      edit(
        "delivery",
        undefined,
        "// One try to deliver.\n",
        "// A priority.\nenum Priority {\n  // Not said.\n  PRIORITY_UNSPECIFIED = 0;\n}\n\n// One try to deliver.\n",
      ),
    ],
  },
  {
    what: "registry: a message with a oneof",
    changes: [
      edit(
        "upload",
        undefined,
        "// A file of an upload.",
        "// Where it is.\nmessage Place {\n  // Where.\n  oneof place {\n    // Here.\n    string here = 1;\n    // There.\n    string there = 2;\n  }\n}\n\n// A file of an upload.",
      ),
    ],
  },
  {
    what: "webhook: a oneof of new fields",
    changes: [
      add(
        "endpoint",
        "message Endpoint {",
        "// Who made it.\n  oneof maker {\n    // A person.\n    string person = 50;\n    // A program.\n    string program = 51;\n  }",
      ),
    ],
  },
  {
    what: "webhook: an RPC",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        "service WebhookService {",
        "service WebhookService {\n  // Count endpoints.\n  rpc CountEndpoints(CountEndpointsRequest) returns (CountEndpointsResponse) {\n    option idempotency_level = NO_SIDE_EFFECTS;\n  }\n",
      ),
      edit(
        "webhookService",
        undefined,
        "// Which endpoint to get.",
        "// What to count.\nmessage CountEndpointsRequest {}\n\n// How many there are.\nmessage CountEndpointsResponse {\n  // Number.\n  uint32 count = 1;\n}\n\n// Which endpoint to get.",
      ),
    ],
  },
  {
    what: "registry: an RPC with streams",
    changes: [
      edit(
        "registryService",
        "service RegistryService {",
        "service RegistryService {",
        "service RegistryService {\n  // Follow.\n  rpc Follow(stream FollowRequest) returns (stream FollowResponse);\n",
      ),
      edit(
        "registryService",
        undefined,
        "// What to register as a baseline.",
        "// What to follow.\nmessage FollowRequest {}\n\n// What there is.\nmessage FollowResponse {}\n\n// What to register as a baseline.",
      ),
    ],
  },
  {
    what: "event: a service in a file of its own",
    changes: [
      (root) =>
        writeFile(
          join(root, "proto/modelwire/event/v1/clock_service.proto"),
          'syntax = "proto3";\n\npackage modelwire.event.v1;\n\n// Tells the time.\nservice ClockService {\n  // Tell the time.\n  rpc GetTime(GetTimeRequest) returns (GetTimeResponse);\n}\n\n// Nothing.\nmessage GetTimeRequest {}\n\n// The time.\nmessage GetTimeResponse {}\n',
        ),
    ],
  },
  {
    what: "registry: a version of its own beside it",
    changes: [
      async (root) => {
        await mkdir(join(root, "proto/modelwire/registry/v2"));
        const text =
          'syntax = "proto3";\n\npackage modelwire.registry.v2;\n\n// A model.\nmessage Model {\n  // Name.\n  string name = 1;\n}\n';
        await writeFile(join(root, "proto/modelwire/registry/v2/model.proto"), text);
      },
    ],
  },
  {
    what: "event: a number and a name reserved",
    changes: [add("event", "message ModelRenamed {", 'reserved 9;\n  reserved "old_model_name";')],
  },
  {
    what: "webhook: a reserved range made longer",
    changes: [edit("delivery", "message Attempt {", "60 to 70;", "60 to 80;")],
  },
  {
    what: "registry: a number of an enum reserved",
    changes: [add("improvement", "enum MetricDirection {", "reserved 9;")],
  },
  {
    what: "event: a field whose JSON name is written out",
    changes: [
      edit(
        "event",
        "message Event {",
        "string event_id = 1;",
        'string event_id = 1 [json_name = "eventId"];',
      ),
    ],
  },
];
