import { timestampMs } from "@bufbuild/protobuf/wkt";
import { InvalidArgumentError } from "commander";
import type { ApiKey } from "#gen/modelwire/access/v1/api_key_pb.js";
import { type Identity, IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { timeWithAge } from "./age.ts";
import { type Field, fields, note, time } from "./output.ts";

/** What `--scope` takes. */
export const scopes: Record<string, Scope> = {
  read: Scope.READ,
  register: Scope.REGISTER,
  admin: Scope.ADMIN,
};

/** Prints what is known of an API key, for people; the key itself where there is one to be shown. */
export function keyText(apiKey: ApiKey | undefined, key?: string): string {
  return fields([...keyFields(apiKey), ["key", key]]);
}

/** Tells people what to do with a key that was just shown. */
export function noteKey(): void {
  note("\nkeep the key: it is not shown again; callers send it as: authorization: Bearer <key>");
}

function keyFields(apiKey: ApiKey | undefined): Field[] {
  if (!apiKey) return [];
  return [
    ["id", apiKey.apiKeyId],
    ["name", apiKey.displayName],
    ["state", keyState(apiKey)],
    ["scope", scopeText(apiKey.scope)],
    ["models", apiKey.modelPrefixes.map((prefix) => `${prefix}…`).join("\n")],
    ["created", time(apiKey.creationTime)],
    ["created by", identityText(apiKey.createdBy)],
    ["expires", time(apiKey.expiryTime)],
    ["revoked", time(apiKey.revocationTime)],
    ["last used", timeWithAge(apiKey.lastUseTime)],
    ["earlier key", earlierText(apiKey)],
  ];
}

/** Says whether an API key is taken. */
export function keyState({ revocationTime, expiryTime }: ApiKey, nowMs = Date.now()): string {
  if (revocationTime) return "revoked";
  return expiryTime && timestampMs(expiryTime) <= nowMs ? "expired" : "in force";
}

function earlierText({ previousKeyExpiryTime }: ApiKey): string {
  return previousKeyExpiryTime ? `is taken too until ${time(previousKeyExpiryTime)}` : "";
}

/** Prints a scope as `--scope` takes it. */
export function scopeText(scope: Scope): string {
  return (Scope[scope] ?? "").toLowerCase();
}

/** Prints who somebody is; empty where nobody is known. */
export function identityText(identity: Identity | undefined): string {
  if (!identity) return "";
  const { kind, subject, issuer, displayName } = identity;
  const of = issuer === undefined ? "" : ` of ${issuer}`;
  const name = displayName === undefined ? "" : ` (${displayName})`;
  const kindText = (IdentityKind[kind] ?? "").toLowerCase().replaceAll("_", " ");
  return `${kindText} ${subject}${name}${of}`;
}

/** Collects the values of a repeatable option `--prefix`. */
export function collectPrefix(text: string, before: string[] = []): string[] {
  if (text === "") throw new InvalidArgumentError("It must be the beginning of a name.");
  return [...before, text];
}
