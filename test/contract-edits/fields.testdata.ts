import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const keepNumber = "keep the number; for a new meaning add a new field with a new number";
const keepName = "keep the name; say in the comment what is meant";
const putBack = "put it back and mark it `deprecated = true`, with its successor beside it";

/** Edits of fields that break those who built against the release. */
export const breakingFields: BreakingEdit[] = [
  {
    what: "event: a field with another number",
    changes: [edit("event", "message Event {", "sequence = 5;", "sequence = 90;")],
    says: [
      [
        "field 5 of modelwire.event.v1.Event (sequence) changed its number from 5 to 90 (released in 1.0.0)",
        keepNumber,
      ],
    ],
  },
  {
    what: "webhook: two fields with each other's number",
    changes: [
      edit("delivery", "message Delivery {", "event_id = 2;", "event_id = 99;"),
      edit("delivery", "message Delivery {", "endpoint_id = 3;", "endpoint_id = 2;"),
      edit("delivery", "message Delivery {", "event_id = 99;", "event_id = 3;"),
    ],
    says: [
      [
        'field 3 of modelwire.webhook.v1.Delivery changed name from "endpoint_id" to "event_id" (released in 1.0.0)',
        keepName,
      ],
      [
        'field 2 of modelwire.webhook.v1.Delivery changed name from "event_id" to "endpoint_id" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "event: a field removed, its number and name reserved",
    changes: [
      edit(
        "event",
        "message Event {",
        "string model_name = 4;",
        'reserved 4;\n  reserved "model_name";',
      ),
    ],
    says: [
      ["field 4 of modelwire.event.v1.Event (model_name) was removed (released in 1.0.0)", putBack],
    ],
  },
  {
    what: "webhook: a field removed",
    changes: [
      edit(
        "endpoint",
        "message Endpoint {",
        /\/\/ Whether events are sent\.\n {2}EndpointState state = 5;/,
        "",
      ),
    ],
    says: [
      ["field 5 of modelwire.webhook.v1.Endpoint (state) was removed (released in 1.0.0)", putBack],
    ],
  },
  {
    what: "registry: a field moved to another message",
    changes: [
      edit(
        "registration",
        "message Registration {",
        "optional string run_id = 7;",
        'reserved 7;\n  reserved "run_id";',
      ),
      edit(
        "registration",
        "message Baseline {",
        "string model_uuid = 2;",
        "string model_uuid = 2;\n  // Run that made the model. Unset where there was none.\n  optional string run_id = 7;",
      ),
    ],
    says: [
      [
        "field 7 of modelwire.registry.v1.Registration (run_id) was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "event: a field with another name",
    changes: [edit("event", "message Event {", "string event_id = 1;", "string id = 1;")],
    says: [
      [
        'field 1 of modelwire.event.v1.Event changed name from "event_id" to "id" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "registry: a field with another name that keeps its JSON name",
    changes: [
      edit(
        "modelInfo",
        "message ModelInfo {",
        "string model_uri = 3;",
        'string uri = 3 [json_name = "modelUri"];',
      ),
    ],
    says: [
      [
        'field 3 of modelwire.registry.v1.ModelInfo changed name from "model_uri" to "uri" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "event: a payload's field without the JSON name that it had",
    changes: [
      edit(
        "sitePayload",
        "message SiteFlatPayload {",
        'token_id = 5 [json_name = "token_id"];',
        "token_id = 5;",
      ),
    ],
    says: [
      [
        'field 5 of modelwire.event.v1.SiteFlatPayload (token_id) changed option "json_name" from "token_id" to "tokenId" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
  {
    what: "webhook: a field with a JSON name of its own",
    changes: [
      edit(
        "webhookService",
        "message ListEndpointsResponse {",
        "next_page_token = 2;",
        'next_page_token = 2 [json_name = "nextPage"];',
      ),
    ],
    says: [
      [
        'field 2 of modelwire.webhook.v1.ListEndpointsResponse (next_page_token) changed option "json_name" from "nextPageToken" to "nextPage" (released in 1.0.0)',
        keepName,
      ],
    ],
  },
];
