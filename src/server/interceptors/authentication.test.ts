import type { PeerCertificate } from "node:tls";
import { create } from "@bufbuild/protobuf";
import { createContextValues, type UnaryRequest } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { AccessService, WhoAmIRequestSchema } from "#gen/modelwire/access/v1/access_service_pb.js";
import { IdentityKind, IdentitySchema, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../../error.ts";
import type { Authenticator } from "../../identity/authenticator.ts";
import { anybody, type Caller } from "../../identity/caller.ts";
import { callerKey } from "../../rpc/caller.ts";
import { peerCertificateKey } from "../peer-certificate.ts";
import { createAuthentication } from "./authentication.ts";

function callerBy(kind: IdentityKind, scope: Scope): Caller {
  const identity = create(IdentitySchema, { kind, subject: IdentityKind[kind] });
  return { identity, scope, modelPrefixes: [] };
}

const token = callerBy(IdentityKind.OIDC_TOKEN, Scope.READ);
const shown = callerBy(IdentityKind.CERTIFICATE, Scope.ADMIN);

const authenticators: Authenticator[] = [
  {
    takes: "a certificate",
    authenticate: async ({ certificate }) => (certificate ? shown : undefined),
  },
  {
    takes: "a token",
    async authenticate({ authorization }) {
      if (authorization === "Bearer late") throw invalid("expired");
      return authorization === "Bearer good" ? token : undefined;
    },
  },
];

function invalid(message: string): ModelwireError {
  return new ModelwireError(ErrorReason.CREDENTIALS_INVALID, message);
}

interface Shows {
  authorization?: string;
  certificate?: boolean;
}

/** Calls an RPC and gives as whom it was handled. */
async function callerOf(
  { authorization, certificate }: Shows,
  { isOn = true, method = AccessService.method.whoAmI as UnaryRequest["method"] } = {},
): Promise<Caller> {
  const contextValues = createContextValues();
  if (certificate) contextValues.set(peerCertificateKey, {} as PeerCertificate);
  const request: UnaryRequest = {
    stream: false,
    method,
    service: AccessService,
    requestMethod: "POST",
    url: "http://127.0.0.1/",
    signal: new AbortController().signal,
    header: new Headers(authorization === undefined ? {} : { authorization }),
    contextValues,
    message: create(WhoAmIRequestSchema),
  };
  let seen: Caller | undefined;
  const call = createAuthentication({ authenticators, isOn })(async ({ contextValues: values }) => {
    seen = values.get(callerKey);
    const { service, message } = request;
    return {
      stream: false,
      method,
      service,
      message,
      header: new Headers(),
      trailer: new Headers(),
    };
  });
  await call(request);
  if (!seen) throw new Error("it was not handled");
  return seen;
}

test("a caller is who its header says, or its certificate where there is no header", async () => {
  expect(await callerOf({ authorization: "Bearer good" })).toBe(token);
  expect(await callerOf({ certificate: true })).toBe(shown);
  expect(await callerOf({ authorization: "Bearer good", certificate: true })).toBe(token);
});

test("a certificate does not make up for a header that does not hold", async () => {
  for (const authorization of ["Bearer late", "Bearer other", "Basic eA==", ""]) {
    const call = callerOf({ authorization, certificate: true });
    await expect(call).rejects.toMatchObject({ reason: ErrorReason.CREDENTIALS_INVALID });
  }
});

test("who shows nothing is told what is taken, and nothing shown is repeated", async () => {
  await expect(callerOf({})).rejects.toMatchObject({
    reason: ErrorReason.CREDENTIALS_MISSING,
    message: "the call does not say who calls; the server takes a certificate, or a token",
  });
  for (const authorization of ["secret-word", "Bearer secret-word"]) {
    const error = await callerOf({ authorization }).catch((thrown) => thrown);
    expect(error.message).not.toContain("secret-word");
    expect(error.message).toContain("the server takes");
  }
});

test("a scope that does not reach is refused", async () => {
  const method: UnaryRequest["method"] = AccessService.method.listApiKeys;
  expect(await callerOf({ certificate: true }, { method })).toBe(shown);
  await expect(callerOf({ authorization: "Bearer good" }, { method })).rejects.toMatchObject({
    reason: ErrorReason.SCOPE_MISSING,
    metadata: { scope: "admin" },
  });
});

test("where it is off nobody is refused, and who asks is told who it is", async () => {
  const method: UnaryRequest["method"] = AccessService.method.listApiKeys;
  const off = { isOn: false };
  for (const authorization of ["Bearer good", "Bearer late", "Basic eA=="]) {
    expect(await callerOf({ authorization }, { ...off, method })).toBe(anybody);
  }
  expect(await callerOf({}, off)).toEqual(anybody);
  expect(await callerOf({ authorization: "Bearer late" }, off)).toEqual(anybody);
  expect(await callerOf({ authorization: "Bearer good" }, off)).toEqual({
    ...anybody,
    identity: token.identity,
  });
});
