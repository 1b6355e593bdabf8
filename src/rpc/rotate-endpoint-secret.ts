import type { ServiceImpl } from "@connectrpc/connect";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { newSecretOf, type PreviousSecret, previousSecrets } from "../delivery/secret.ts";
import type { Vault } from "../delivery/vault.ts";
import { invalidField, ModelwireError } from "../error.ts";
import { isSiteFormat } from "../event/bodies.ts";
import { type EndpointRow, lockEndpoint, updateEndpoint } from "../store/endpoints.ts";
import { endpointMessage } from "./endpoint-message.ts";
import { checkEndpointId, checkSecret, endpointNotFound } from "./endpoint-rules.ts";
import { DEFAULT_OVERLAP_MS, readOverlap } from "./overlap.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Of which each is one more signature in the header of every request. */
const MOST_SECRETS = 10;

/** Creates the handler of WebhookService.RotateEndpointSecret. */
export function createRotateEndpointSecret({
  store,
  vault,
}: WebhookContext): ServiceImpl<typeof WebhookService>["rotateEndpointSecret"] {
  return async ({ endpointId, secret: chosen, overlap }) => {
    checkEndpointId(endpointId);
    const askedMs = overlap && readOverlap(overlap);
    const answer = await store.transaction(async (tx) => {
      const row = await lockEndpoint(store.engine, tx, endpointId);
      if (!row) throw endpointNotFound(endpointId);
      if (chosen !== undefined) checkSecret(row, chosen);
      const overlapMs = overlapOf(row, askedMs);
      if (chosen !== undefined && chosen === vault.open(row.secret)) {
        return { endpoint: await endpointMessage(vault, tx, row), secret: chosen };
      }
      const secret = chosen ?? newSecretOf(row.format);
      const previous = earlierSecrets(vault, row, secret, overlapMs);
      const rotated = await updateEndpoint(tx, endpointId, {
        secret: vault.seal(secret),
        previous_secrets: JSON.stringify(previous),
      });
      if (!rotated) throw endpointNotFound(endpointId);
      return { endpoint: await endpointMessage(vault, tx, rotated), secret };
    });
    store.wake("endpoints");
    return answer;
  };
}

/**
 * Lists what signs beside a new secret: none for longer than the overlap.
 *
 * @throws ModelwireError TOO_MANY_SECRETS
 */
function earlierSecrets(
  vault: Vault,
  row: EndpointRow,
  secret: string,
  overlapMs: number,
): PreviousSecret[] {
  const now = Date.now();
  const until = now + overlapMs;
  if (until <= now) return [];
  const earlier = previousSecrets(row, now)
    .filter((one) => vault.open(one.secret) !== secret)
    .map((one) => ({ secret: one.secret, until: Math.min(one.until, until) }));
  const all = [{ secret: row.secret, until }, ...earlier];
  if (all.length < MOST_SECRETS) return all;
  // To drop one would be to have receivers refuse what is signed without it.
  throw tooManySecrets(row, Math.min(...previousSecrets(row, now).map((one) => one.until)));
}

function tooManySecrets({ endpoint_id: id }: EndpointRow, nextExpiryAt: number): ModelwireError {
  const next = new Date(nextExpiryAt).toISOString();
  return new ModelwireError(
    ErrorReason.TOO_MANY_SECRETS,
    `endpoint ${id} is signed for with ${MOST_SECRETS} secrets, the most there can be: the next of them expires at ${next}; with an overlap of 0 all but the new one do at once`,
    { metadata: { endpoint_id: id, next_expiry_time: next } },
  );
}

function overlapOf({ format }: EndpointRow, askedMs: number | undefined): number {
  if (!isSiteFormat(format)) return askedMs ?? DEFAULT_OVERLAP_MS;
  if (askedMs) {
    throw invalidField(
      "overlap",
      "expected 0, or unset: a header of the site's formats holds one signature",
    );
  }
  return 0;
}
