import { z } from "zod";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { wrongSecret } from "../delivery/secret.ts";
import { invalidField, ModelwireError } from "../error.ts";
import { payloadVersions } from "../event/bodies.ts";
import { wrongFilter } from "../event/filter.ts";
import { wrongId } from "../event/ids.ts";
import type { EndpointRow } from "../store/endpoints.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Describes the URL of an endpoint. */
export function urlRule(wrongUrl: WebhookContext["wrongUrl"]): z.ZodType<string> {
  return textThat(wrongUrl);
}

/** Describes what people should know of an endpoint. */
export const descriptionRule = z
  .string()
  .max(500, "expected at most 500 characters")
  // PostgreSQL's text holds no NUL.
  .refine((text) => !text.includes("\0"), "expected a text without NUL");

/** Describes the filter of an endpoint; empty for none. */
export const filterRule = textThat((text) => {
  if (text.length > 4000) return "expected at most 4,000 characters";
  if (text.includes("\0")) return "expected a text without NUL";
  return text === "" ? undefined : wrongFilter(text);
});

function textThat(wrong: (text: string) => string | undefined): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    const message = wrong(text);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** The names of the formats, as the database has them. */
export const formatNames: Record<BodyFormat, string> = {
  [BodyFormat.UNSPECIFIED]: "STANDARD",
  [BodyFormat.STANDARD]: "STANDARD",
  [BodyFormat.PROTOBUF]: "PROTOBUF",
  [BodyFormat.SITE_FLAT]: "SITE_FLAT",
  [BodyFormat.SITE_NESTED]: "SITE_NESTED",
};

/** Says what is wrong with the payload version of a format; undefined where nothing is. */
export function wrongPayloadVersion(format: string, version: string): string | undefined {
  const versions: readonly string[] = payloadVersions[format] ?? [];
  if (versions.includes(version)) return undefined;
  return `expected ${versions.join(" or ")} for BODY_FORMAT_${format}`;
}

/** Checks the secret that a caller chose. @throws ModelwireError INVALID_FIELD */
export function checkSecret({ format }: Pick<EndpointRow, "format">, secret: string): void {
  const wrong = wrongSecret(format, secret);
  if (wrong) throw invalidField("secret", wrong);
}

/** Checks an endpoint's id. @throws ModelwireError INVALID_FIELD */
export function checkEndpointId(endpointId: string): void {
  const wrong = wrongId("ep", endpointId);
  if (wrong) throw invalidField("endpoint_id", wrong);
}

/** Creates the error for an endpoint that is not there. */
export function endpointNotFound(endpointId: string): ModelwireError {
  return new ModelwireError(ErrorReason.ENDPOINT_NOT_FOUND, `there is no endpoint ${endpointId}`, {
    resource: { type: "endpoint", name: endpointId },
  });
}
