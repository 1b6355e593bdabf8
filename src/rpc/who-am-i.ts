import type { ServiceImpl } from "@connectrpc/connect";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { callerKey } from "./caller.ts";

/** Creates the handler of AccessService.WhoAmI. */
export function createWhoAmI(): ServiceImpl<typeof AccessService>["whoAmI"] {
  return (_, { values }) => {
    const { identity, scope, modelPrefixes } = values.get(callerKey);
    return { ...(identity && { identity }), scope, modelPrefixes: [...modelPrefixes] };
  };
}
