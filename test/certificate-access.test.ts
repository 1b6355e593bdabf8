import { X509Certificate } from "node:crypto";
import type { PeerCertificate } from "node:tls";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { parseCertificateAccess } from "../src/config/certificate-access.ts";
import { createCertificateAuthenticator } from "../src/identity/certificates.ts";
import { type Authority, createAuthority, type IssueOptions } from "./support/authority.ts";

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority("CN=Test\\, Authority,O=Modelwire");
});
afterEach(() => {
  vi.useRealTimers();
});

const authenticator = createCertificateAuthenticator(
  parseCertificateAccess(
    "spiffe://example.org/pipelines/*=register:team_a_;*.example.org=read;ops=admin",
  ),
);

/** Issues a certificate, and gives it as a connection has it. */
async function certificateOf(options: IssueOptions): Promise<PeerCertificate> {
  const { cert } = await authority.issue(options);
  return new X509Certificate(cert).toLegacyObject() as PeerCertificate;
}

async function callerOf(options: IssueOptions) {
  const certificate = await certificateOf(options);
  return authenticator.authenticate({ authorization: undefined, certificate });
}

const uri = { type: "url", value: "spiffe://example.org/pipelines/nightly" } as const;

test("a certificate's name is its first URI, else its first DNS name, else its common name", async () => {
  const dns = { type: "dns", value: "reader.example.org" } as const;
  const issuer = "O=Modelwire,CN=Test\\, Authority";
  expect(await callerOf({ names: [dns, uri], subject: "CN=ops" })).toMatchObject({
    identity: { kind: IdentityKind.CERTIFICATE, subject: uri.value, issuer },
    scope: Scope.REGISTER,
    modelPrefixes: ["team_a_"],
  });
  expect(await callerOf({ names: [dns], subject: "CN=ops" })).toMatchObject({
    identity: { subject: "reader.example.org" },
    scope: Scope.READ,
  });
  expect(await callerOf({ names: [], subject: "CN=ops" })).toMatchObject({
    identity: { subject: "ops" },
    scope: Scope.ADMIN,
    modelPrefixes: [],
  });
});

describe("a certificate is refused", () => {
  const refused = (message: RegExp) => ({
    reason: ErrorReason.CREDENTIALS_INVALID,
    message: expect.stringMatching(message),
  });

  test("with its name, where no rule names it", async () => {
    await expect(callerOf({ names: [], subject: "CN=stranger" })).rejects.toMatchObject(
      refused(/nothing is allowed to its name, stranger/),
    );
  });

  test("where it has no name, or more than one common name", async () => {
    const names = [{ type: "ip", value: "127.0.0.1" }] as const;
    await expect(callerOf({ names: [...names] })).rejects.toMatchObject(refused(/has no name/));
    await expect(callerOf({ names: [], subject: "CN=stranger,CN=ops" })).rejects.toMatchObject(
      refused(/has no name/),
    );
  });

  test("where a name pretends to be several", async () => {
    const value = "x.test, URI:spiffe://example.org/pipelines/forged";
    await expect(callerOf({ names: [{ type: "dns", value }] })).rejects.toMatchObject(
      refused(/nothing is allowed to its name, x\.test, URI/),
    );
  });

  test("once it has expired, however long its connection goes on", async () => {
    const certificate = await certificateOf({ names: [uri], days: [-1, 1] });
    const authenticate = () =>
      authenticator.authenticate({ authorization: undefined, certificate });
    expect(await authenticate()).toMatchObject({ scope: Scope.REGISTER });
    vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000, toFake: ["Date"] });
    await expect(authenticate()).rejects.toMatchObject(refused(/has expired/));
  });
});

test("what a call says itself comes before its certificate", async () => {
  const certificate = await certificateOf({ names: [uri] });
  const credentials = { authorization: "Bearer x", certificate };
  expect(await authenticator.authenticate(credentials)).toBeUndefined();
  const nothing = { authorization: undefined, certificate: undefined };
  expect(await authenticator.authenticate(nothing)).toBeUndefined();
});
