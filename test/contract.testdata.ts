/** Names the file with the webhook's payload. */
export const event = "proto/modelwire/event/v1/event.proto";
/** Names the file with the service. */
export const service = "proto/modelwire/registry/v1/registry_service.proto";

/** Is a change of one file that the contract gate has to refuse. */
export interface Refusal {
  change: string;
  file: string;
  from: string | RegExp;
  to: string;
  /** What the line about it has to hold: first what finds it, then the mend. */
  says: string[];
}

/**
 * Lists what the gate has to refuse after the contract was released as 1.0.0-rc.1. Each changes
 * something else, so that all can be made in one tree.
 */
export const refusals: Refusal[] = [
  {
    change: "a changed field number",
    file: event,
    from: "uint32 sequence = 5;",
    to: "uint32 sequence = 90;",
    says: [
      "field 5 of modelwire.event.v1.Event (sequence) changed its number from 5 to 90 (released in 1.0.0-rc.1): consumers that parse the payload would lose it",
      "; keep the number; for a new meaning add a new field",
    ],
  },
  {
    change: "a removed field",
    file: event,
    from: "string model_name = 4;",
    to: 'reserved 4; reserved "model_name";',
    says: [
      "field 4 of modelwire.event.v1.Event (model_name) was removed (released in 1.0.0-rc.1)",
      "; put it back and mark it `deprecated = true`",
    ],
  },
  {
    change: "a renamed field",
    file: event,
    from: "string event_id = 1;",
    to: "string id = 1;",
    says: [
      'field 1 of modelwire.event.v1.Event changed name from "event_id" to "id"',
      "consumers that read JSON would miss it under the old name",
      "; keep the name",
    ],
  },
  {
    change: "a changed field type",
    file: event,
    from: "google.protobuf.Timestamp time = 3;",
    to: "string time = 3;",
    says: [
      'field 3 of modelwire.event.v1.Event (time) changed type from "message" to "string"',
      "; keep it as it was; add a new field beside it",
    ],
  },
  {
    change: "a field whose presence changed",
    file: event,
    from: "EventType type = 2;",
    to: "optional EventType type = 2;",
    says: [
      "field 2 of modelwire.event.v1.Event (type) changed cardinality",
      "; keep it as it was; add a new field beside it",
    ],
  },
  {
    change: "a changed enum number",
    file: event,
    from: "EVENT_ORIGIN_MODELWIRE = 1;",
    to: "EVENT_ORIGIN_MODELWIRE = 7;",
    says: [
      "enum value 1 of modelwire.event.v1.EventOrigin (EVENT_ORIGIN_MODELWIRE) changed its number from 1 to 7",
      "; keep the number",
    ],
  },
  {
    change: "a removed message",
    file: event,
    from: /ModelRegistered model_registered = 7;([\s\S]*)message ModelRegistered \{[^}]*\}/,
    to: "reserved 7;$1",
    says: [
      "message modelwire.event.v1.ModelRegistered was removed (released in 1.0.0-rc.1)",
      "; put it back where it was",
    ],
  },
  {
    change: "a removed comment",
    file: event,
    from: "  // How Modelwire came to know. Never EVENT_ORIGIN_UNSPECIFIED.\n",
    to: "",
    says: [
      "field modelwire.event.v1.Event.origin lost its comment, which 1.0.0-rc.1 had",
      '; put it back: "How Modelwire came to know. Never EVENT_ORIGIN_UNSPECIFIED."',
    ],
  },
  {
    change: "a promise that left a comment",
    file: event,
    from: "without a gap. Never 0.",
    to: "without a gap.",
    says: [
      'the comment of field modelwire.event.v1.Event.sequence lost the promise "Never 0.", which 1.0.0-rc.1 made',
      "; put the sentence back and keep the promise",
    ],
  },
  {
    change: "a new field without a comment",
    file: event,
    from: "message Event {",
    to: "message Event {\n  optional string note = 50;",
    says: [
      `✗ ${event}:15: field modelwire.event.v1.Event.note has no comment`,
      "; say above it what it is, its unit and when it is unset",
    ],
  },
  {
    change: "a new field of 64 bits",
    file: event,
    from: "message Event {",
    to: "message Event {\n  // Sizes by name, in bytes.\n  map<string, uint64> sizes = 51;",
    says: [
      "field modelwire.event.v1.Event.sizes has a map of uint64, which JSON carries as a string",
      "; take int32 or uint32 where they suffice",
    ],
  },
  {
    change: "a changed idempotency level",
    file: service,
    from: "option idempotency_level = IDEMPOTENT;",
    to: "option idempotency_level = NO_SIDE_EFFECTS;",
    says: [
      'RPC RegisterBaseline of modelwire.registry.v1.RegistryService changed option "idempotency_level" from "IDEMPOTENT" to "NO_SIDE_EFFECTS"',
      "; keep the level; add a new RPC",
    ],
  },
  {
    change: "a removed RPC",
    file: service,
    from: /rpc GetModelVersion\([^}]*\}/,
    to: "",
    says: [
      "RPC GetModelVersion of modelwire.registry.v1.RegistryService was removed",
      "every client that calls it would be answered UNIMPLEMENTED; put it back",
    ],
  },
  {
    change: "an RPC that streams now",
    file: service,
    from: "returns (GetModelByUuidResponse)",
    to: "returns (stream GetModelByUuidResponse)",
    says: [
      "RPC GetModelByUuid of modelwire.registry.v1.RegistryService changed from server unary to server streaming",
      "; keep it as it was; add a new RPC beside it",
    ],
  },
  {
    change: "a name against the lint",
    file: service,
    from: "message RegisterBaselineRequest {",
    to: "message RegisterBaselineRequest {\n  // A name.\n  optional string wrongCase = 50;",
    says: [
      'Field name "wrongCase" should be lower_snake_case',
      "; follow buf's rule FIELD_LOWER_SNAKE_CASE",
    ],
  },
  {
    change: "generated code that was edited",
    file: "gen/es/google/rpc/status_pb.d.ts",
    from: "code: number",
    to: "code: string",
    says: [
      "✗ gen/es/google/rpc/status_pb.d.ts: generated code is not what the contract gives now",
      "; run `npm run generate` and commit what it writes",
    ],
  },
  {
    change: "a heading that left the changelog",
    file: "CHANGELOG.md",
    from: "### 1.0.0-rc.1",
    to: "### Something",
    says: ["CHANGELOG.md: modelwire-1.0.0-rc.1.binpb has no heading", "bring its heading"],
  },
];
