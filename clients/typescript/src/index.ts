// Client of Modelwire. All messages of the contract are at `@modelwire/client/gen/…`, as
// protoc-gen-es names their files; what most programs need of them is here too.
export { type Event, EventType } from "#gen/modelwire/event/v1/event_pb.js";
export { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
export type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
export { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
export { type ConnectOptions, clientsOf, connect, type Modelwire } from "./connect.ts";
export {
  type ErrorFacts,
  errorFacts,
  type FieldViolation,
  reasonOf,
  retryAfterMs,
} from "./errors.ts";
export { PackageError } from "./package-files.ts";
export { callUntilAvailable, type RetryOptions } from "./retry.ts";
export { type UploadDirectoryOptions, uploadDirectory } from "./upload.ts";
export { type WatchedEvent, type WatchOptions, type WatchRequest, watchEvents } from "./watch.ts";
export {
  type VerifyOptions,
  verifyWebhook,
  WebhookError,
  type WebhookRefusal,
  type WebhookRequest,
} from "./webhooks.ts";
