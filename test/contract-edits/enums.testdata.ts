import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const keepNumber = "keep the number; for a new meaning add a new field with a new number";
const keepName = "keep the name; say in the comment what is meant";
const putBack = "put it back and mark it `deprecated = true`; it can only go with a new package";

/** Edits of enums that break those who built against the release. */
export const breakingEnums: BreakingEdit[] = [
  {
    what: "event: a value with another number",
    changes: [edit("event", "enum EventOrigin {", "MODELWIRE = 1;", "MODELWIRE = 7;")],
    says: [
      [
        "enum value 1 of modelwire.event.v1.EventOrigin (EVENT_ORIGIN_MODELWIRE) changed its number from 1 to 7 (released in 1.0.0)",
        keepNumber,
      ],
    ],
  },
  {
    what: "webhook: two values with each other's number",
    changes: [
      edit("delivery", "enum DeliveryState {", "DELIVERED = 2;", "DELIVERED = 9;"),
      edit("delivery", "enum DeliveryState {", "FAILED = 3;", "FAILED = 2;"),
      edit("delivery", "enum DeliveryState {", "DELIVERED = 9;", "DELIVERED = 3;"),
    ],
    says: [
      [
        'enum value 3 of modelwire.webhook.v1.DeliveryState changed name from "DELIVERY_STATE_FAILED" to "DELIVERY_STATE_DELIVERED" (released in 1.0.0)',
        keepName,
      ],
      [
        'enum value 2 of modelwire.webhook.v1.DeliveryState changed name from "DELIVERY_STATE_DELIVERED" to "DELIVERY_STATE_FAILED" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "event: a value removed, its number and name reserved",
    changes: [
      edit(
        "event",
        "enum EventType {",
        "EVENT_TYPE_MODEL_RENAMED = 8;",
        'reserved 8;\n  reserved "EVENT_TYPE_MODEL_RENAMED";',
      ),
    ],
    says: [
      [
        "enum value 8 of modelwire.event.v1.EventType (EVENT_TYPE_MODEL_RENAMED) was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "registry: a reason of errors removed",
    changes: [
      edit("errorReason", "enum ErrorReason {", /\n {2}ERROR_REASON_MODEL_BUSY = \d+;/, ""),
    ],
    says: [
      [
        "enum value 26 of modelwire.registry.v1.ErrorReason (ERROR_REASON_MODEL_BUSY) was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "webhook: a value with another name",
    changes: [
      edit("endpoint", "enum EndpointState {", "ENDPOINT_STATE_DISABLED", "ENDPOINT_STATE_STOPPED"),
    ],
    says: [
      [
        'enum value 2 of modelwire.webhook.v1.EndpointState changed name from "ENDPOINT_STATE_DISABLED" to "ENDPOINT_STATE_STOPPED" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "event: a zero value with another name",
    changes: [
      edit("event", "enum EventOrigin {", "EVENT_ORIGIN_UNSPECIFIED", "EVENT_ORIGIN_UNKNOWN"),
    ],
    says: [
      [
        'enum value 0 of modelwire.event.v1.EventOrigin changed name from "EVENT_ORIGIN_UNSPECIFIED" to "EVENT_ORIGIN_UNKNOWN" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "registry: another value made the zero value",
    changes: [
      edit(
        "modelVersion",
        "enum ModelVersionStatus {",
        "STATUS_UNSPECIFIED = 0;",
        "STATUS_UNSPECIFIED = 9;",
      ),
      edit(
        "modelVersion",
        "enum ModelVersionStatus {",
        "PENDING_REGISTRATION = 1;",
        "PENDING_REGISTRATION = 0;",
      ),
      edit(
        "modelVersion",
        "enum ModelVersionStatus {",
        "STATUS_UNSPECIFIED = 9;",
        "STATUS_UNSPECIFIED = 1;",
      ),
      edit(
        "modelVersion",
        "enum ModelVersionStatus {",
        /( {2}\/\/ MLflow gave.*\n.*UNSPECIFIED = 1;\n)( {2}\/\/.*\n.*REGISTRATION = 0;\n)/,
        "$2$1",
      ),
    ],
    says: [
      [
        'enum value 0 of modelwire.registry.v1.ModelVersionStatus changed name from "MODEL_VERSION_STATUS_UNSPECIFIED" to "MODEL_VERSION_STATUS_PENDING_REGISTRATION" (released in 1.0.0)',
        keepName,
      ],
      [
        'enum value 1 of modelwire.registry.v1.ModelVersionStatus changed name from "MODEL_VERSION_STATUS_PENDING_REGISTRATION" to "MODEL_VERSION_STATUS_UNSPECIFIED" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "event: a second name for a value, written before the first",
    changes: [
      edit(
        "event",
        "enum EventOrigin {",
        "  // It was done through Modelwire.",
        "  option allow_alias = true;\n  // It was done by us.\n  EVENT_ORIGIN_OURS = 1;\n  // It was done through Modelwire.",
      ),
    ],
    says: [
      [
        'Enum option "allow_alias" on enum "EventOrigin" must be false',
        "follow buf's rule ENUM_NO_ALLOW_ALIAS",
      ],
    ],
  },
  {
    what: "registry: a second name for a value, written behind the first",
    changes: [
      edit(
        "improvement",
        "enum MetricDirection {",
        "LOWER_IS_BETTER = 2;",
        "LOWER_IS_BETTER = 2;\n  option allow_alias = true;\n  // Less is better.\n  METRIC_DIRECTION_DOWN = 2;",
      ),
    ],
    says: [
      [
        'Enum option "allow_alias" on enum "MetricDirection" must be false',
        "follow buf's rule ENUM_NO_ALLOW_ALIAS",
      ],
    ],
  },
  {
    what: "registry: an enum removed",
    changes: [
      edit("reads", "message ListModelsRequest {", "ModelOrder order = 7;", "int32 order = 7;"),
      edit(
        "reads",
        undefined,
        /\n\/\/ In which order registered models are listed\.\nenum ModelOrder \{[^}]*\}\n/,
        "",
      ),
    ],
    says: [
      [
        "enum modelwire.registry.v1.ModelOrder was removed (released in 1.0.0)",
        "put it back where it was",
      ],
      [
        'field 7 of modelwire.registry.v1.ListModelsRequest (order) changed type from "enum" to "int32" (released in 1.0.0)',
        "keep it as it was",
      ],
    ],
  },
  {
    what: "webhook: an enum moved into a message",
    changes: [
      edit(
        "endpoint",
        undefined,
        "\nenum EndpointState {",
        "\nmessage States {\n  // State.\n  EndpointState state = 1;\n  // Whether events are sent.\n  enum EndpointState {",
      ),
      edit("endpoint", undefined, /(ENDPOINT_STATE_PAUSED = 3;\n\})/, "$1}"),
      edit("endpoint", "message Endpoint {", "EndpointState state", "States.EndpointState state"),
    ],
    says: [
      [
        "enum modelwire.webhook.v1.EndpointState was removed, and is modelwire.webhook.v1.States.EndpointState here (released in 1.0.0)",
        "put it back under its full name",
      ],
      [
        'field 5 of modelwire.webhook.v1.Endpoint (state) changed type from "modelwire.webhook.v1.EndpointState" to "modelwire.webhook.v1.States.EndpointState" (released in 1.0.0)',
        "keep it as it was",
      ],
    ],
  },
  {
    what: "webhook: an enum moved to another file",
    changes: [
      edit(
        "delivery",
        undefined,
        /\/\/ How far a delivery is\.\nenum DeliveryState \{[^}]*\}\n/,
        "",
      ),
      edit(
        "delivery",
        undefined,
        'import "modelwire/event/v1/event.proto";',
        'import "modelwire/event/v1/event.proto";\nimport "modelwire/webhook/v1/endpoint.proto";',
      ),
      edit(
        "endpoint",
        undefined,
        "// Whether events are sent to an endpoint.",
        '// How far a delivery is.\nenum DeliveryState {\n  reserved 50, 60 to 70;\n  reserved "DELIVERY_STATE_LOST";\n  // In a request: any state.\n  DELIVERY_STATE_UNSPECIFIED = 0;\n  // It was not delivered yet.\n  DELIVERY_STATE_PENDING = 1;\n  // It was.\n  DELIVERY_STATE_DELIVERED = 2;\n  // It failed.\n  DELIVERY_STATE_FAILED = 3;\n  // It is not sent.\n  DELIVERY_STATE_SKIPPED = 4;\n}\n\n// Whether events are sent to an endpoint.',
      ),
    ],
    says: [
      [
        "enum modelwire.webhook.v1.DeliveryState moved here from proto/modelwire/webhook/v1/delivery.proto (released in 1.0.0)",
        "leave it in its file",
      ],
    ],
  },
  {
    what: "webhook: a reserved number of an enum free again",
    changes: [
      edit("delivery", "enum DeliveryState {", "reserved 50, 60 to 70;", "reserved 60 to 70;"),
    ],
    says: [
      [
        'reserved range "[50]" of modelwire.webhook.v1.DeliveryState is missing values: [50] were removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
  {
    what: "webhook: a reserved range of an enum made shorter",
    changes: [edit("delivery", "enum DeliveryState {", "60 to 70;", "60 to 69;")],
    says: [
      [
        'reserved range "[60,70]" of modelwire.webhook.v1.DeliveryState is missing values: [70] were removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
  {
    what: "webhook: a reserved name of an enum in use again",
    changes: [
      edit("delivery", "enum DeliveryState {", '  reserved "DELIVERY_STATE_LOST";\n', ""),
      edit(
        "delivery",
        "enum DeliveryState {",
        "DELIVERY_STATE_SKIPPED = 4;",
        "DELIVERY_STATE_SKIPPED = 4;\n  // It was lost.\n  DELIVERY_STATE_LOST = 5;",
      ),
    ],
    says: [
      [
        'reserved name "DELIVERY_STATE_LOST" of modelwire.webhook.v1.DeliveryState was removed (released in 1.0.0)',
        "keep it reserved",
      ],
    ],
  },
];
