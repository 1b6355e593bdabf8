import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import {
  BodyFormat,
  type Endpoint,
  EndpointSchema,
  EndpointState,
} from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { previousSecrets } from "../delivery/secret.ts";
import { whyBlocked } from "../delivery/target.ts";
import type { Vault } from "../delivery/vault.ts";
import { countWaiting, type Waiting } from "../store/endpoint-waiting.ts";
import type { EndpointRow } from "../store/endpoints.ts";
import type { Queryable } from "../store/store.ts";

/** Makes the messages of endpoints, with their health; their secrets are not part of them. */
export async function endpointMessages(
  vault: Vault,
  db: Queryable,
  rows: readonly EndpointRow[],
): Promise<Endpoint[]> {
  const ids = rows.map((row) => row.endpoint_id);
  const waiting = await countWaiting(db, ids);
  return rows.map((row) => message(vault, row, waiting.get(row.endpoint_id)));
}

/** Makes the message of an endpoint, with its health; its secret is not part of it. */
export async function endpointMessage(
  vault: Vault,
  db: Queryable,
  row: EndpointRow,
): Promise<Endpoint> {
  const waiting = await countWaiting(db, [row.endpoint_id]);
  return message(vault, row, waiting.get(row.endpoint_id));
}

function message(vault: Vault, row: EndpointRow, waiting: Waiting | undefined): Endpoint {
  const now = Date.now();
  const signing = previousSecrets(row, now).map(({ until }) => until);
  const blocked = whyBlocked(row, vault, now);
  return create(EndpointSchema, {
    endpointId: row.endpoint_id,
    url: row.url,
    format: BodyFormat[row.format as keyof typeof BodyFormat],
    state: EndpointState[row.state],
    creationTime: timestampFromMs(row.created_at),
    ordered: row.ordered === 1,
    payloadVersion: row.payload_version,
    ...(row.description !== null && { description: row.description }),
    ...(row.disabled_reason !== null && { disabledReason: row.disabled_reason }),
    ...(row.filter !== null && { filter: row.filter }),
    ...(signing.length > 0 && {
      previousSecretExpiryTime: timestampFromMs(Math.max(...signing)),
    }),
    health: {
      consecutiveFailures: row.consecutive_failures,
      pendingCount: waiting?.count ?? 0,
      ...(row.failing_since !== null && { failingSinceTime: timestampFromMs(row.failing_since) }),
      ...(row.last_success_at !== null && {
        lastSuccessTime: timestampFromMs(row.last_success_at),
      }),
      ...(row.last_failure_at !== null && {
        lastFailureTime: timestampFromMs(row.last_failure_at),
      }),
      ...(row.last_error !== null && { lastError: row.last_error }),
      ...(blocked !== undefined && { blockedReason: blocked }),
      ...(waiting && { oldestPendingTime: timestampFromMs(waiting.oldestAt) }),
    },
  });
}
