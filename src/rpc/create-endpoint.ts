import { randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import type {
  CreateEndpointRequest,
  CreateEndpointResponse,
  WebhookService,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { newSecretOf, wrongSecret } from "../delivery/secret.ts";
import { ModelwireError } from "../error.ts";
import { payloadVersions } from "../event/bodies.ts";
import { newId } from "../event/ids.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import { sha256 } from "../package/digest.ts";
import { uuid } from "../registry/request-rules.ts";
import {
  type EndpointRow,
  findEndpointByRequestId,
  insertEndpoint,
  targetsHold,
} from "../store/endpoints.ts";
import { check } from "../validation.ts";
import { endpointMessage } from "./endpoint-message.ts";
import {
  descriptionRule,
  filterRule,
  formatNames,
  urlRule,
  wrongPayloadVersion,
} from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

const formatRule = z.enum(
  BodyFormat,
  "expected BODY_FORMAT_STANDARD, BODY_FORMAT_PROTOBUF, BODY_FORMAT_SITE_FLAT or BODY_FORMAT_SITE_NESTED",
);

const rulesOf = (wrongUrl: WebhookContext["wrongUrl"]) =>
  z
    .looseObject({
      requestId: uuid.optional(),
      url: urlRule(wrongUrl),
      format: formatRule,
      description: descriptionRule.optional(),
      filter: filterRule.optional(),
      secret: z.string().optional(),
      payloadVersion: z.string().optional(),
    })
    .check((context) => {
      const { secret, payloadVersion } = context.value;
      const format = formatNames[context.value.format];
      const wrong = {
        secret: secret === undefined ? undefined : wrongSecret(format, secret),
        payloadVersion:
          payloadVersion === undefined ? undefined : wrongPayloadVersion(format, payloadVersion),
      };
      for (const [field, message] of Object.entries(wrong)) {
        if (message) {
          // Without `input`: a secret is in no error.
          context.issues.push({ code: "custom", path: [field], message, input: undefined });
        }
      }
    });

/** Creates the handler of WebhookService.CreateEndpoint. */
export function createCreateEndpoint({
  store,
  vault,
  wrongUrl,
}: WebhookContext): ServiceImpl<typeof WebhookService>["createEndpoint"] {
  const rules = rulesOf(wrongUrl);
  async function answer(row: EndpointRow): Promise<Omit<CreateEndpointResponse, "$typeName">> {
    await targetsHold(store.engine);
    return {
      endpoint: await endpointMessage(vault, store.db, row),
      secret: vault.open(row.secret),
    };
  }
  return async (request) => {
    check(rules, request);
    const row = await newRow(request, vault);
    // The one that has the request id can be deleted between the two.
    for (;;) {
      if (await insertEndpoint(store.db, row)) return answer(row);
      const earlier = await findEndpointByRequestId(store.db, row.request_id ?? "");
      if (earlier?.fingerprint === row.fingerprint) return answer(earlier);
      if (earlier) break;
    }
    throw new ModelwireError(
      ErrorReason.REQUEST_ID_REUSED,
      `request_id: ${row.request_id} was used for another request before; make a new UUID for each endpoint`,
      { metadata: { request_id: row.request_id ?? "" } },
    );
  };
}

async function newRow(
  request: CreateEndpointRequest,
  vault: WebhookContext["vault"],
): Promise<EndpointRow> {
  const format = formatNames[request.format];
  return {
    endpoint_id: newId("ep"),
    request_id: request.requestId?.toLowerCase() ?? null,
    fingerprint: await fingerprintOf(request),
    url: request.url,
    format,
    description: request.description || null,
    state: "ENABLED",
    disabled_reason: null,
    secret: vault.seal(request.secret ?? newSecretOf(format)),
    previous_secrets: "[]",
    created_at: Date.now(),
    filter: request.filter || null,
    ordered: request.ordered ? 1 : 0,
    payload_version: request.payloadVersion ?? payloadVersions[format]?.at(-1) ?? "",
    consecutive_failures: 0,
    failing_since: null,
    last_success_at: null,
    last_failure_at: null,
    last_error: null,
  };
}

/** Tells one request from another under the same request id. */
async function fingerprintOf(request: CreateEndpointRequest): Promise<string> {
  // Nothing is ever compared with it then.
  if (request.requestId === undefined) return randomBytes(32).toString("hex");
  const { url, description, secret, filter, ordered, payloadVersion } = request;
  // By scrypt: the secret that somebody chose cannot be tried out on what the database holds.
  const key = secret === undefined ? undefined : await slowHash(secret, request.requestId);
  const format = formatNames[request.format];
  return sha256(
    canonicalJson({ url, format, description, secret: key, filter, ordered, payloadVersion }),
  );
}

async function slowHash(secret: string, requestId: string): Promise<string> {
  const derive = promisify<string, string, number, Buffer>(scrypt);
  return (await derive(secret, requestId.toLowerCase(), 32)).toString("hex");
}
