import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const beside = "put it beside the oneof, and say in both comments which counts where it is set";
const keepPlace = "keep it where it was; add a new field where it is wanted";
const putBack = "put it back and mark it `deprecated = true`, with its successor beside it";
const putBackOneof = "put it back where it was; it can only go with a new package";

/** Edits of oneofs that break those who built against the release. */
export const breakingOneofs: BreakingEdit[] = [
  {
    what: "registry: a new member of a request's oneof",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "string mlflow_uri = 5;",
        "string mlflow_uri = 5;\n    // A repository of git.\n    string git_url = 60;",
      ),
    ],
    says: [
      [
        "field modelwire.registry.v1.RegisterBaselineRequest.git_url joined the oneof modelwire.registry.v1.RegisterBaselineRequest.source, which 1.0.0 has without it",
        beside,
      ],
    ],
  },
  {
    what: "registry: a new member of a oneof that answers and requests have",
    changes: [
      edit(
        "signature",
        "message ColumnType {",
        "AnyType any = 5;",
        "AnyType any = 5;\n    // A date.\n    string date = 60;",
      ),
    ],
    says: [
      [
        "field modelwire.registry.v1.ColumnType.date joined the oneof modelwire.registry.v1.ColumnType.type, which 1.0.0 has without it",
        beside,
      ],
    ],
  },
  {
    what: "registry: a field moved into a new oneof",
    changes: [
      edit(
        "modelVersion",
        "message ModelVersion {",
        "  optional string run_id = 4;",
        "  oneof run {\n    // Run that made the model. Unset where there was none.\n    string run_id = 4;\n  }",
      ),
    ],
    says: [
      [
        "field 4 of modelwire.registry.v1.ModelVersion (run_id) moved from outside to inside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
  {
    what: "webhook: two fields moved into a new oneof",
    changes: [
      edit(
        "webhookService",
        "message ListDeliveriesRequest {",
        /\n {2}\/\/ Only deliveries to this endpoint\. Unset: to any\.\n {2}optional string endpoint_id = 3;\n {2}\/\/ Only deliveries of this event\. Unset: of any\.\n {2}optional string event_id = 4;/,
        "\n  // Of what.\n  oneof of {\n    // Only deliveries to this endpoint. Unset: to any.\n    string endpoint_id = 3;\n    // Only deliveries of this event. Unset: of any.\n    string event_id = 4;\n  }",
      ),
    ],
    says: [
      [
        "field 3 of modelwire.webhook.v1.ListDeliveriesRequest (endpoint_id) moved from outside to inside a oneof (released in 1.0.0)",
        keepPlace,
      ],
      [
        "field 4 of modelwire.webhook.v1.ListDeliveriesRequest (event_id) moved from outside to inside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
  {
    what: "event: a field moved into a new oneof",
    changes: [
      edit(
        "event",
        "message ModelRenamed {",
        "string new_model_name = 1;",
        "oneof name {\n    // The new name; the event's `model_name` is the old one. Never empty.\n    string new_model_name = 1;\n  }",
      ),
    ],
    says: [
      [
        'field 1 of modelwire.event.v1.ModelRenamed (new_model_name) changed cardinality from "optional with implicit presence" to "optional with explicit presence" (released in 1.0.0)',
        "keep it as it was",
      ],
      [
        "field 1 of modelwire.event.v1.ModelRenamed (new_model_name) moved from outside to inside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
  {
    what: "registry: a released field moved into a released oneof",
    changes: [
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "  optional string run_id = 13;\n",
        "",
      ),
      edit(
        "registryService",
        "message RegisterBaselineRequest {",
        "string mlflow_uri = 5;",
        "string mlflow_uri = 5;\n    // A run that is there already and that the model belongs to.\n    string run_id = 13;",
      ),
    ],
    says: [
      [
        "field 13 of modelwire.registry.v1.RegisterBaselineRequest (run_id) moved from outside to inside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
  {
    what: "registry: a member moved out of its oneof",
    changes: [
      edit(
        "modelVersionRef",
        "message ModelVersionRef {",
        /\n {4}\/\/ `model_uuid` of a ModelInfo\.\n {4}string model_uuid = 4;\n {2}\}/,
        "\n  }\n  // `model_uuid` of a ModelInfo.\n  string model_uuid = 4;",
      ),
    ],
    says: [
      [
        'field 4 of modelwire.registry.v1.ModelVersionRef (model_uuid) changed cardinality from "optional with explicit presence" to "optional with implicit presence" (released in 1.0.0)',
        "keep it as it was",
      ],
      [
        "field 4 of modelwire.registry.v1.ModelVersionRef (model_uuid) moved from inside to outside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
  {
    what: "registry: a member removed",
    changes: [
      edit(
        "example",
        "message Example {",
        /\n {4}\/\/ Named arrays, as a dict of numpy ndarrays\.\n {4}ExampleArrays arrays = 4;/,
        "",
      ),
    ],
    says: [
      [
        "field 4 of modelwire.registry.v1.Example (arrays) was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "registry: a oneof with another name",
    changes: [
      edit("consistency", "message Consistency {", "oneof requirement {", "oneof demand {"),
    ],
    says: [
      [
        "oneof requirement of modelwire.registry.v1.Consistency was removed (released in 1.0.0)",
        putBackOneof,
      ],
      [
        'field 1 of modelwire.registry.v1.Consistency (local) moved from oneof "requirement" to oneof "demand" (released in 1.0.0)',
        keepPlace,
      ],
      [
        'field 2 of modelwire.registry.v1.Consistency (at_least_as_fresh) moved from oneof "requirement" to oneof "demand" (released in 1.0.0)',
        keepPlace,
      ],
      [
        'field 3 of modelwire.registry.v1.Consistency (fully_consistent) moved from oneof "requirement" to oneof "demand" (released in 1.0.0)',
        keepPlace,
      ],
    ],
  },
  {
    what: "registry: a oneof dissolved",
    changes: [
      edit(
        "registryService",
        "message SignatureSource {",
        "  // Where the signature is. One must be set.\n  oneof source {\n",
        "",
      ),
      edit(
        "registryService",
        undefined,
        "    ModelVersionRef version = 2;\n  }\n",
        "    ModelVersionRef version = 2;\n",
      ),
    ],
    says: [
      [
        "oneof source of modelwire.registry.v1.SignatureSource was removed (released in 1.0.0)",
        putBackOneof,
      ],
      [
        "field 1 of modelwire.registry.v1.SignatureSource (signature) moved from inside to outside a oneof (released in 1.0.0)",
        keepPlace,
      ],
      [
        "field 2 of modelwire.registry.v1.SignatureSource (version) moved from inside to outside a oneof (released in 1.0.0)",
        keepPlace,
      ],
    ],
  },
];
