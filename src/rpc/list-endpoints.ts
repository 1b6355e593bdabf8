import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { listEndpoints } from "../store/endpoints.ts";
import { endpointMessages } from "./endpoint-message.ts";
import { readPage, timeAndId } from "./page.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.ListEndpoints. */
export function createListEndpoints({
  store,
  vault,
}: WebhookContext): ServiceImpl<typeof WebhookService>["listEndpoints"] {
  return async (request) => {
    const page = readPage(timeAndId("ep"), request, undefined);
    // One more than asked for tells whether there is a next page.
    const rows = await listEndpoints(store.db, page.size + 1, page.after);
    const shown = rows.slice(0, page.size);
    const last = rows.length > page.size ? shown.at(-1) : undefined;
    return {
      endpoints: await endpointMessages(vault, store.db, shown),
      nextPageToken: last
        ? page.tokenAfter({ createdAt: last.created_at, id: last.endpoint_id })
        : "",
    };
  };
}
