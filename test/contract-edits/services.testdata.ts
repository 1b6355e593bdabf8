import { type BreakingEdit, edit } from "../support/contract-edits.ts";

const putBack = "put it back and mark it `deprecated = true`; it can only go with a new package";
const putBackService = "put it back where it was; it can only go with a new package";
const keep = "keep it as it was; add a new RPC beside it";
const keepLevel = "keep the level; add a new RPC with the level that is wanted";

/** Edits of services that break those who built against the release. */
export const breakingServices: BreakingEdit[] = [
  {
    what: "event: a service with another name",
    changes: [
      edit("eventService", undefined, "service EventService {", "service EventLogService {"),
    ],
    says: [
      ["service modelwire.event.v1.EventService was removed (released in 1.0.0)", putBackService],
    ],
  },
  {
    what: "webhook: an RPC removed with its messages",
    changes: [
      edit(
        "webhookService",
        undefined,
        /\n {2}\/\/ Get a delivery with its attempts\.\n[^}]*rpc GetDelivery\([^}]*\}\n/,
        "",
      ),
      edit(
        "webhookService",
        undefined,
        /\/\/ Which delivery to get\.\nmessage GetDeliveryRequest \{[^}]*\}\n/,
        "",
      ),
      edit(
        "webhookService",
        undefined,
        /\/\/ The delivery\.\nmessage GetDeliveryResponse \{[^}]*\}\n/,
        "",
      ),
    ],
    says: [
      [
        "message modelwire.webhook.v1.GetDeliveryRequest was removed (released in 1.0.0)",
        putBackService,
      ],
      [
        "message modelwire.webhook.v1.GetDeliveryResponse was removed (released in 1.0.0)",
        putBackService,
      ],
      [
        "RPC GetDelivery of modelwire.webhook.v1.WebhookService was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "registry: an RPC removed",
    changes: [
      edit("registryService", "service RegistryService {", /rpc GetModelVersion\([^}]*\}/, ""),
    ],
    says: [
      [
        "RPC GetModelVersion of modelwire.registry.v1.RegistryService was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "event: an RPC with another name",
    changes: [
      edit("eventService", "service EventService {", "rpc ListEvents(", "rpc QueryEvents("),
    ],
    says: [
      [
        "RPC ListEvents of modelwire.event.v1.EventService was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
  {
    what: "registry: an RPC with another request",
    changes: [
      edit(
        "registryService",
        "service RegistryService {",
        "GetUpload(GetUploadRequest)",
        "GetUpload(DeleteUploadRequest)",
      ),
    ],
    says: [
      [
        'RPC GetUpload of modelwire.registry.v1.RegistryService changed request type from "modelwire.registry.v1.GetUploadRequest" to "modelwire.registry.v1.DeleteUploadRequest" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "webhook: an RPC with another answer",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        "returns (PauseEndpointResponse)",
        "returns (ResumeEndpointResponse)",
      ),
    ],
    says: [
      [
        'RPC PauseEndpoint of modelwire.webhook.v1.WebhookService changed response type from "modelwire.webhook.v1.PauseEndpointResponse" to "modelwire.webhook.v1.ResumeEndpointResponse" (released in 1.0.0)',
        keep,
      ],
    ],
  },
  {
    what: "registry: an RPC whose answer is a stream now",
    changes: [
      edit(
        "registryService",
        "service RegistryService {",
        "returns (GetModelByUuidResponse)",
        "returns (stream GetModelByUuidResponse)",
      ),
    ],
    says: [
      [
        "RPC GetModelByUuid of modelwire.registry.v1.RegistryService changed from server unary to server streaming (released in 1.0.0)",
        keep,
      ],
    ],
  },
  {
    what: "event: an RPC whose answer is no stream any more",
    changes: [
      edit(
        "eventService",
        "service EventService {",
        "returns (stream WatchEventsResponse)",
        "returns (WatchEventsResponse)",
      ),
    ],
    says: [
      [
        "RPC WatchEvents of modelwire.event.v1.EventService changed from server streaming to server unary (released in 1.0.0)",
        keep,
      ],
    ],
  },
  {
    what: "registry: an RPC whose request is no stream any more",
    changes: [
      edit(
        "registryService",
        "service RegistryService {",
        "UploadPackage(stream UploadPackageRequest)",
        "UploadPackage(UploadPackageRequest)",
      ),
    ],
    says: [
      [
        "RPC UploadPackage of modelwire.registry.v1.RegistryService changed from client streaming to client unary (released in 1.0.0)",
        keep,
      ],
    ],
  },
  {
    what: "webhook: an RPC whose request is a stream now",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        "Redeliver(RedeliverRequest)",
        "Redeliver(stream RedeliverRequest)",
      ),
    ],
    says: [
      [
        "RPC Redeliver of modelwire.webhook.v1.WebhookService changed from client unary to client streaming (released in 1.0.0)",
        keep,
      ],
    ],
  },
  {
    what: "registry: an RPC said to have no side effects",
    changes: [
      edit("registryService", "rpc RegisterBaseline(", "= IDEMPOTENT;", "= NO_SIDE_EFFECTS;"),
    ],
    says: [
      [
        'RPC RegisterBaseline of modelwire.registry.v1.RegistryService changed option "idempotency_level" from "IDEMPOTENT" to "NO_SIDE_EFFECTS" (released in 1.0.0)',
        keepLevel,
      ],
    ],
  },
  {
    what: "event: an RPC no longer said to have no side effects",
    changes: [
      edit("eventService", "rpc GetEvent(", "option idempotency_level = NO_SIDE_EFFECTS;", ""),
    ],
    says: [
      [
        'RPC GetEvent of modelwire.event.v1.EventService changed option "idempotency_level" from "NO_SIDE_EFFECTS" to "IDEMPOTENCY_UNKNOWN" (released in 1.0.0)',
        keepLevel,
      ],
    ],
  },
  {
    what: "webhook: an RPC said to be idempotent now",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        "returns (RedeliverResponse) {}",
        "returns (RedeliverResponse) {\n    option idempotency_level = IDEMPOTENT;\n  }",
      ),
    ],
    says: [
      [
        'RPC Redeliver of modelwire.webhook.v1.WebhookService changed option "idempotency_level" from "IDEMPOTENCY_UNKNOWN" to "IDEMPOTENT" (released in 1.0.0)',
        keepLevel,
      ],
    ],
  },
  {
    what: "webhook: an RPC moved to another service",
    changes: [
      edit(
        "webhookService",
        "service WebhookService {",
        /(\/\/ Send an endpoint again what[\s\S]*?)( {2}rpc RecoverEndpoint)/,
        "}\n\n// Recovers.\nservice RecoveryService {\n  $1$2",
      ),
    ],
    says: [
      [
        "RPC RecoverEndpoint of modelwire.webhook.v1.WebhookService was removed (released in 1.0.0)",
        putBack,
      ],
    ],
  },
];
