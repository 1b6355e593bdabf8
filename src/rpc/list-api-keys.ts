import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { wrongApiKeyId } from "../identity/api-key-text.ts";
import { listApiKeys } from "../store/api-keys.ts";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { readPage } from "./page.ts";

const place = z.object({
  createdAt: z.number().int(),
  id: z.string().refine((id) => wrongApiKeyId(id) === undefined),
});

/** Creates the handler of AccessService.ListApiKeys. */
export function createListApiKeys({
  store,
}: AccessContext): ServiceImpl<typeof AccessService>["listApiKeys"] {
  return async (request) => {
    const page = readPage(place, request, undefined);
    // One more than asked for tells whether there is a next page.
    const rows = await listApiKeys(store.db, page.size + 1, page.after);
    const shown = rows.slice(0, page.size);
    const last = rows.length > page.size ? shown.at(-1) : undefined;
    return {
      apiKeys: shown.map(apiKeyMessage),
      nextPageToken: last
        ? page.tokenAfter({ createdAt: last.created_at, id: last.api_key_id })
        : "",
    };
  };
}
