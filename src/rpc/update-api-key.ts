import type { ServiceImpl } from "@connectrpc/connect";
import type {
  AccessService,
  UpdateApiKeyRequest,
} from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { invalidField } from "../error.ts";
import { checkExpiry, checkSettings } from "../identity/api-key-rules.ts";
import type { ApiKeyRow } from "../store/api-keys.ts";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { changeApiKey, checkApiKeyId, requireUnrevoked } from "./change-api-key.ts";
import { readTime } from "./list-filters.ts";

/** Creates the handler of AccessService.UpdateApiKey. */
export function createUpdateApiKey(
  context: AccessContext,
): ServiceImpl<typeof AccessService>["updateApiKey"] {
  return async (request, { values }) => {
    const { apiKeyId } = request;
    checkApiKeyId(apiKeyId);
    const expiry = readExpiry(request);
    requireChange(request);
    const row = await changeApiKey(context, values, {
      apiKeyId,
      done: "changed",
      change(before) {
        requireUnrevoked(before);
        return { ...settingsOf(request, before), ...expiry };
      },
    });
    return { apiKey: apiKeyMessage(row) };
  };
}

function requireChange({
  displayName,
  scope,
  modelPrefixes,
  expiryTime,
  neverExpires,
}: UpdateApiKeyRequest): void {
  const isSet = displayName !== undefined || scope !== Scope.UNSPECIFIED || neverExpires;
  if (isSet || modelPrefixes || expiryTime) return;
  const others = "scope, model_prefixes, expiry_time or never_expires";
  throw invalidField("display_name", `expected this, ${others} to be set`);
}

function readExpiry({
  expiryTime,
  neverExpires,
}: UpdateApiKeyRequest): Partial<Pick<ApiKeyRow, "expires_at">> {
  const expiresAt = readTime(expiryTime, "expiry_time");
  if (neverExpires && expiresAt !== undefined) {
    throw invalidField("expiry_time", "expected none together with never_expires");
  }
  checkExpiry(expiresAt, Date.now());
  if (neverExpires) return { expires_at: null };
  return expiresAt === undefined ? {} : { expires_at: expiresAt };
}

/** Gives what an API key lets do after a change: what is unset stays as it is. */
function settingsOf(
  request: UpdateApiKeyRequest,
  before: ApiKeyRow,
): Pick<ApiKeyRow, "display_name" | "scope" | "model_prefixes"> {
  const settings = {
    displayName: request.displayName ?? before.display_name,
    scope: request.scope === Scope.UNSPECIFIED ? before.scope : request.scope,
    modelPrefixes:
      request.modelPrefixes?.prefixes ?? (JSON.parse(before.model_prefixes) as string[]),
  };
  checkSettings(settings);
  return {
    display_name: settings.displayName,
    scope: settings.scope,
    model_prefixes: JSON.stringify(settings.modelPrefixes),
  };
}
