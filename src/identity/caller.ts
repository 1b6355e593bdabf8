import { type Identity, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";

/** Who calls, and what it may do. */
export interface Caller {
  /** Undefined where authentication is off, and for what the server does by itself. */
  readonly identity: Identity | undefined;
  readonly scope: Scope;
  /** Beginnings of the names of registered models that it may register and change; none: all. */
  readonly modelPrefixes: readonly string[];
}

/** Whoever calls where authentication is off, and the server itself. */
export const anybody: Caller = { identity: undefined, scope: Scope.ADMIN, modelPrefixes: [] };

/** Tells identities apart: what it gives is the same for the same one alone. */
export function keyOfIdentity({ kind, issuer, subject }: Identity): string {
  return `${kind} ${issuer ?? ""} ${subject}`;
}

/**
 * Refuses a caller that may not call an RPC.
 * @throws ModelwireError SCOPE_MISSING
 */
export function requireScope(caller: Caller, scope: Scope): void {
  // Each scope has in it what those before have.
  if (caller.scope >= scope) return;
  const [has, needs] = [caller.scope, scope].map((one) => Scope[one].toLowerCase());
  throw new ModelwireError(
    ErrorReason.SCOPE_MISSING,
    `the call needs the scope ${needs}, and the caller has ${has}`,
    { metadata: { scope: needs ?? "" } },
  );
}

/**
 * Refuses a caller that may not register or change a registered model.
 * @throws ModelwireError MODEL_NOT_PERMITTED
 */
export function requireModel(caller: Caller, modelName: string): void {
  const { modelPrefixes } = caller;
  if (modelPrefixes.length === 0 || modelPrefixes.some((one) => modelName.startsWith(one))) return;
  throw new ModelwireError(
    ErrorReason.MODEL_NOT_PERMITTED,
    `the caller may not change ${modelName}: only registered models whose names begin with ${modelPrefixes.join(" or ")}`,
    { metadata: { model_name: modelName } },
  );
}
