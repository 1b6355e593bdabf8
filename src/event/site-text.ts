import { createHash } from "node:crypto";
import { toJson } from "@bufbuild/protobuf";
import { TimestampSchema } from "@bufbuild/protobuf/wkt";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { SiteBinding } from "#gen/modelwire/registry/v1/site_binding_pb.js";

/** A registration that the site is told of. */
export type SiteRegistration = Registration & { siteBinding: SiteBinding };

/** Gives the registration that an event tells the site of; undefined where it tells it of none. */
export function siteRegistrationOf({ modelRegistered }: Event): SiteRegistration | undefined {
  const registration = modelRegistered?.registration;
  return registration?.siteBinding ? (registration as SiteRegistration) : undefined;
}

/** Writes when an event happened, as ISO 8601 in UTC with `Z`. */
export function siteTime({ time }: Event): string {
  return time ? toJson(TimestampSchema, time) : new Date(0).toISOString();
}

/** RFC 9562's namespace of DNS names. */
const DNS_NAMESPACE = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");

/**
 * Makes the site's idempotency key of a registration: the UUID of version 5, in the namespace of
 * DNS names, of `model_id:token_symbol:mlflow_run_id:model_version`. A run that is not there is
 * `None`, as Python writes it.
 */
export function siteIdempotencyKey({
  modelId,
  runId,
  version,
  siteBinding,
}: SiteRegistration): string {
  const name = [modelId, siteBinding.tokenSymbol, runId ?? "None", version].join(":");
  const bytes = createHash("sha1").update(DNS_NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
