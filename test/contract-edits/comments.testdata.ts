import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const putBack = "put it back: ";
const keepPromise = "put the sentence back and keep the promise";
const keepUnit = "put the unit back and keep it, or add a new field";

/** Edits of comments that take from readers what the release told them. */
export const breakingComments: BreakingEdit[] = [
  {
    what: "event: the comment of a field removed",
    changes: [
      edit(
        "event",
        "message Event {",
        "  // How Modelwire came to know. Never EVENT_ORIGIN_UNSPECIFIED.\n",
        "",
      ),
    ],
    says: [["field modelwire.event.v1.Event.origin lost its comment, which 1.0.0 had", putBack]],
  },
  {
    what: "webhook: the comment of a message removed",
    changes: [edit("delivery", undefined, "// One try to deliver.\n", "")],
    says: [["message modelwire.webhook.v1.Attempt lost its comment, which 1.0.0 had", putBack]],
  },
  {
    what: "registry: the comment of a value removed",
    changes: [
      edit(
        "improvement",
        "enum MetricDirection {",
        "  // Less is better, as with latency or loss.\n",
        "",
      ),
    ],
    says: [
      [
        "enum value modelwire.registry.v1.MetricDirection.METRIC_DIRECTION_LOWER_IS_BETTER lost its comment, which 1.0.0 had",
        putBack,
      ],
    ],
  },
  {
    what: "webhook: the comment of an enum removed",
    changes: [edit("delivery", undefined, "// How far a delivery is.\n", "")],
    says: [["enum modelwire.webhook.v1.DeliveryState lost its comment, which 1.0.0 had", putBack]],
  },
  {
    what: "registry: the comment of a oneof removed",
    changes: [
      edit(
        "modelVersionRef",
        "message ModelVersionRef {",
        "  // How the version is named. One must be set.\n",
        "",
      ),
    ],
    says: [
      [
        "oneof modelwire.registry.v1.ModelVersionRef.ref lost its comment, which 1.0.0 had",
        putBack,
      ],
    ],
  },
  {
    what: "event: the comment of an RPC removed",
    changes: [
      edit(
        "eventService",
        "service EventService {",
        "  // Get an event.\n  //\n  // Errors: INVALID_FIELD, EVENT_NOT_FOUND.\n",
        "",
      ),
    ],
    says: [
      ["RPC modelwire.event.v1.EventService.GetEvent lost its comment, which 1.0.0 had", putBack],
    ],
  },
  {
    what: "registry: the comment of a service removed",
    changes: [
      edit(
        "registryService",
        undefined,
        /\/\/ Registers models in MLflow and looks them up\.\n(\/\/.*\n)+/,
        "",
      ),
    ],
    says: [
      ["service modelwire.registry.v1.RegistryService lost its comment, which 1.0.0 had", putBack],
    ],
  },
  {
    what: "webhook: a comment parted from its field by an empty line",
    changes: [
      edit("delivery", "message Delivery {", "  // How far it is.\n", "  // How far it is.\n\n"),
    ],
    says: [
      ["field modelwire.webhook.v1.Delivery.state lost its comment, which 1.0.0 had", putBack],
    ],
  },
  {
    what: "event: a promise removed",
    changes: [edit("event", "message Event {", "without a gap. Never 0.", "without a gap.")],
    says: [
      [
        'the comment of field modelwire.event.v1.Event.sequence lost the promise "Never 0.", which 1.0.0 has',
        keepPromise,
      ],
    ],
  },
  {
    what: "webhook: a promise made weaker",
    changes: [
      edit("endpoint", "message Endpoint {", "lately. Never unset.", "lately. Seldom unset."),
    ],
    says: [
      [
        'the comment of field modelwire.webhook.v1.Endpoint.health lost the promise "Never unset.", which 1.0.0 has',
        keepPromise,
      ],
    ],
  },
  {
    what: "registry: a promise that a list is not empty removed",
    changes: [
      edit(
        "modelInfo",
        "message ModelInfo {",
        "stand in the MLmodel file. At least one.",
        "stand in the MLmodel file.",
      ),
    ],
    says: [
      [
        'the comment of field modelwire.registry.v1.ModelInfo.flavors lost the promise "At least one.", which 1.0.0 has',
        keepPromise,
      ],
    ],
  },
  {
    what: "event: a promise that a field is nowhere else set removed",
    changes: [
      edit(
        "event",
        "message Event {",
        "EVENT_TYPE_ALIAS_CHANGED, and only there.",
        "EVENT_TYPE_ALIAS_CHANGED.",
      ),
    ],
    says: [
      [
        'the comment of field modelwire.event.v1.Event.alias_changed lost the promise "Set where `type` is EVENT_TYPE_ALIAS_CHANGED, and only there.", which 1.0.0 has',
        keepPromise,
      ],
    ],
  },
  {
    what: "registry: a promise for answers removed",
    changes: [
      edit(
        "signature",
        "message Property {",
        "as in MLflow;\n  // always set in an answer.",
        "as in MLflow.",
      ),
    ],
    says: [
      [
        'the comment of field modelwire.registry.v1.Property.required lost the promise "always set in an answer", which 1.0.0 has',
        keepPromise,
      ],
    ],
  },
  {
    what: "registry: a size in another unit",
    changes: [edit("modelInfo", "message PackageFile {", "Size in bytes", "Size in kilobytes")],
    says: [
      [
        'the comment of field modelwire.registry.v1.PackageFile.size_bytes lost the unit "in bytes", which 1.0.0 has',
        keepUnit,
      ],
    ],
  },
  {
    what: "registry: a time no longer said to be in UTC",
    changes: [edit("modelInfo", "message ModelInfo {", "saved (UTC)", "saved")],
    says: [
      [
        'the comment of field modelwire.registry.v1.ModelInfo.utc_time_created lost the unit "(UTC)", which 1.0.0 has',
        keepUnit,
      ],
    ],
  },
  {
    what: "event: a change no longer in percent",
    changes: [
      edit("sitePayload", "message SiteFlatMetadata {", "in percent of it", "as a share of it"),
    ],
    says: [
      [
        'the comment of field modelwire.event.v1.SiteFlatMetadata.improvement_percentage lost the unit "in percent", which 1.0.0 has',
        keepUnit,
      ],
    ],
  },
  {
    what: "registry: a change in per cent instead of parts of one",
    changes: [
      edit(
        "improvement",
        "message Improvement {",
        "0.1 is ten per\n  // cent.",
        "10 is ten per\n  // cent.",
      ),
    ],
    says: [
      [
        'the comment of field modelwire.registry.v1.Improvement.relative_change lost the unit "0.1 is ten per cent", which 1.0.0 has',
        keepUnit,
      ],
    ],
  },
  {
    what: "webhook: a payload version no longer named",
    changes: [
      edit("endpoint", "enum BodyFormat {", "`2025-08-15`,\n  // `2026-04-07`", "`2026-04-07`"),
    ],
    says: [
      [
        "the comment of enum value modelwire.webhook.v1.BodyFormat.BODY_FORMAT_SITE_FLAT lost the payload version `2025-08-15`, which 1.0.0 has",
        "put it back, and keep making it",
      ],
    ],
  },
  {
    what: "webhook: the only payload version of a format no longer named",
    changes: [edit("endpoint", "enum BodyFormat {", " Payload version: `2026-04-30`.", "")],
    says: [
      [
        "the comment of enum value modelwire.webhook.v1.BodyFormat.BODY_FORMAT_SITE_NESTED lost the payload version `2026-04-30`, which 1.0.0 has",
        "put it back, and keep making it",
      ],
    ],
  },
];
