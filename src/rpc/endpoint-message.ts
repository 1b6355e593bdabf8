import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import {
  BodyFormat,
  type Endpoint,
  EndpointSchema,
  EndpointState,
} from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import type { EndpointRow } from "../store/endpoints.ts";

/** Makes the message of an endpoint; its secret is not part of it. */
export function endpointMessage(row: EndpointRow): Endpoint {
  return create(EndpointSchema, {
    endpointId: row.endpoint_id,
    url: row.url,
    format: BodyFormat[row.format as keyof typeof BodyFormat],
    state: EndpointState[row.state],
    creationTime: timestampFromMs(row.created_at),
    ...(row.description !== null && { description: row.description }),
    ...(row.disabled_reason !== null && { disabledReason: row.disabled_reason }),
  });
}
