import type { DescMethod } from "@bufbuild/protobuf";
import type { Interceptor } from "@connectrpc/connect";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { IdentityKind, type Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../../error.ts";
import type { Authenticator, Credentials } from "../../identity/authenticator.ts";
import { bearerOf } from "../../identity/bearer.ts";
import { anybody, type Caller, requireScope } from "../../identity/caller.ts";
import { callerKey } from "../../rpc/caller.ts";
import { scopeOf } from "../../rpc/scopes.ts";
import { peerCertificateKey } from "../peer-certificate.ts";
import { createRevocation } from "./revocation.ts";

/** How callers are known. */
export interface AuthenticationOptions {
  /** Asked in turn who calls. */
  authenticators: readonly Authenticator[];
  /** Whether only those may call who are known, and only what they may. */
  isOn: boolean;
}

/**
 * Creates the interceptor that makes sure who calls, puts that into the context of the call, and
 * refuses an RPC that the caller may not call. What a call says in the header `authorization`
 * counts, and not its certificate beside it. Where authentication is off nobody is refused, nor
 * known but to those who ask who they are.
 */
export function createAuthentication({ authenticators, isOn }: AuthenticationOptions): Interceptor {
  const revocation = createRevocation();
  return (next) => async (request) => {
    const credentials: Credentials = {
      authorization: request.header.get("authorization") ?? undefined,
      certificate: request.contextValues.get(peerCertificateKey),
    };
    if (!isOn) {
      if (request.method !== AccessService.method.whoAmI) return next(request);
      const known = await identify(authenticators, credentials).catch(() => undefined);
      request.contextValues.set(callerKey, { ...anybody, identity: known?.caller.identity });
      return next(request);
    }
    const known = await identify(authenticators, credentials);
    if (!known) throw unknownCaller(authenticators, credentials);
    const { caller, authenticator } = known;
    request.contextValues.set(callerKey, caller);
    const scope = scopeNeeded(request.method);
    requireScope(caller, scope);
    if (!request.stream || !authenticator.isRevocable) return next(request);
    return revocation.guard(request, next, { authenticator, credentials, scope });
  };
}

interface Known {
  caller: Caller;
  authenticator: Authenticator;
}

async function identify(
  authenticators: readonly Authenticator[],
  credentials: Credentials,
): Promise<Known | undefined> {
  const { authorization, certificate } = credentials;
  if (authorization === undefined && certificate === undefined) return undefined;
  for (const authenticator of authenticators) {
    const caller = await authenticator.authenticate(credentials);
    if (!caller) continue;
    // A certificate does not make good what is wrong with the header beside it.
    const isOfHeader = caller.identity?.kind !== IdentityKind.CERTIFICATE;
    if (authorization === undefined || isOfHeader) return { caller, authenticator };
  }
  return undefined;
}

/** Creates the error for a caller whom nobody knows. It repeats nothing of what the call says. */
function unknownCaller(
  authenticators: readonly Authenticator[],
  { authorization }: Credentials,
): ModelwireError {
  const takes = `the server takes ${authenticators.map((one) => one.takes).join(", or ")}`;
  if (authorization === undefined) {
    const text = `the call does not say who calls; ${takes}`;
    return new ModelwireError(ErrorReason.CREDENTIALS_MISSING, text);
  }
  const wrong =
    bearerOf(authorization) === undefined
      ? "the header authorization is not `Bearer` and one word"
      : "what the header authorization bears is nothing that the server knows";
  return new ModelwireError(ErrorReason.CREDENTIALS_INVALID, `${wrong}; ${takes}`);
}

function scopeNeeded(method: DescMethod): Scope {
  const scope = scopeOf(method);
  if (scope !== undefined) return scope;
  throw new Error(`nobody has said which scope ${method.parent.typeName}/${method.name} needs`);
}
