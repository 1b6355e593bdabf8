import type { ServiceImpl } from "@connectrpc/connect";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import type { AccessContext } from "./access-context.ts";
import { createCreateApiKey } from "./create-api-key.ts";
import { createGetApiKey } from "./get-api-key.ts";
import { createListApiKeys } from "./list-api-keys.ts";
import { createRevokeApiKey } from "./revoke-api-key.ts";
import { createRotateApiKey } from "./rotate-api-key.ts";
import { createUpdateApiKey } from "./update-api-key.ts";
import { createWhoAmI } from "./who-am-i.ts";

/** Creates the handlers of AccessService. */
export function createAccessService(context: AccessContext): ServiceImpl<typeof AccessService> {
  return {
    createApiKey: createCreateApiKey(context),
    getApiKey: createGetApiKey(context),
    listApiKeys: createListApiKeys(context),
    updateApiKey: createUpdateApiKey(context),
    rotateApiKey: createRotateApiKey(context),
    revokeApiKey: createRevokeApiKey(context),
    whoAmI: createWhoAmI(),
  };
}
