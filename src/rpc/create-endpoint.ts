import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import type {
  CreateEndpointRequest,
  WebhookService,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { isSecret, newSecret } from "../delivery/secret.ts";
import { wrongUrl } from "../delivery/url.ts";
import { ModelwireError } from "../error.ts";
import { newId } from "../event/ids.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import { sha256 } from "../package/digest.ts";
import type { RegistryContext } from "../registry/context.ts";
import { uuid } from "../registry/request-rules.ts";
import { type EndpointRow, findEndpointByRequestId, insertEndpoint } from "../store/endpoints.ts";
import { check } from "../validation.ts";
import { endpointMessage } from "./endpoint-message.ts";

const rules = z.looseObject({
  requestId: uuid.optional(),
  url: z.string().superRefine((url, context) => {
    const wrong = wrongUrl(url);
    if (wrong) context.addIssue({ code: "custom", message: wrong });
  }),
  format: z.union(
    [z.literal(BodyFormat.UNSPECIFIED), z.literal(BodyFormat.STANDARD)],
    "expected BODY_FORMAT_STANDARD",
  ),
  description: z
    .string()
    .max(500, "expected at most 500 characters")
    // PostgreSQL's text holds no NUL.
    .refine((text) => !text.includes("\0"), "expected a text without NUL")
    .optional(),
  secret: z
    .string()
    .refine(isSecret, "expected whsec_ and base64 of 24 to 64 bytes; leave it unset for a new one")
    .optional(),
});

/** Creates the handler of WebhookService.CreateEndpoint. */
export function createCreateEndpoint({
  store,
}: RegistryContext): ServiceImpl<typeof WebhookService>["createEndpoint"] {
  return async (request) => {
    check(rules, request);
    const row = newRow(request);
    if (await insertEndpoint(store.db, row)) return answer(row);
    const earlier = await findEndpointByRequestId(store.db, row.request_id ?? "");
    if (earlier?.fingerprint === row.fingerprint) return answer(earlier);
    throw new ModelwireError(
      ErrorReason.REQUEST_ID_REUSED,
      `request_id: ${row.request_id} was used for another request before; make a new UUID for each endpoint`,
      { metadata: { request_id: row.request_id ?? "" } },
    );
  };
}

function newRow({ requestId, url, description, secret }: CreateEndpointRequest): EndpointRow {
  const format = BodyFormat[BodyFormat.STANDARD];
  return {
    endpoint_id: newId("ep"),
    request_id: requestId?.toLowerCase() ?? null,
    fingerprint: sha256(canonicalJson({ url, format, description, secret })),
    url,
    format,
    description: description || null,
    state: "ENABLED",
    disabled_reason: null,
    secret: secret ?? newSecret(),
    created_at: Date.now(),
  };
}

function answer(row: EndpointRow) {
  return { endpoint: endpointMessage(row), secret: row.secret };
}
