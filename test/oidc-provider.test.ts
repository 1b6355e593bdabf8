import { randomBytes, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { PeerCertificate } from "node:tls";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { readConfig } from "../src/config/config.ts";
import type { Authenticator } from "../src/identity/authenticator.ts";
import { createOidcAuthenticator } from "../src/identity/oidc.ts";
import { createAuthority, type Issued } from "./support/authority.ts";

const scopes = "modelwire:read modelwire:register modelwire:admin";
const secret = randomBytes(32).toString("base64url");

let server: Server;
let issuer: string;
let certificate: Issued;
let authenticator: Authenticator;
beforeAll(async () => {
  certificate = await (await createAuthority()).issue();
  server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const client = {
    client_secret: secret,
    id_token_signed_response_alg: "ES256" as const,
    grant_types: ["client_credentials"],
    redirect_uris: [],
    response_types: [],
    scope: scopes,
  };
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "1", alg: "ES256", use: "sig" }] },
    clients: [
      { ...client, client_id: "nightly" },
      { ...client, client_id: "bound", tls_client_certificate_bound_access_tokens: true },
    ],
    scopes: scopes.split(" "),
    ttl: { ClientCredentials: 300 },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      mTLS: {
        enabled: true,
        certificateBoundAccessTokens: true,
        // As a proxy before it hands a client's certificate on.
        getCertificate: () => new X509Certificate(certificate.cert),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "urn:modelwire",
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes,
          audience: "modelwire",
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
  });
  server.on("request", provider.callback());
  const { oidc } = readConfig({
    MODELWIRE_OIDC_ISSUER: issuer,
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
  });
  if (oidc === undefined) throw new Error("no issuer");
  authenticator = createOidcAuthenticator(oidc);
});
afterAll(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** Gets a token as a pipeline does, with its own name and secret. */
async function tokenOf(clientId: string, scope: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }),
  });
  const answer = (await response.json()) as { access_token?: string };
  expect(answer).toMatchObject({ access_token: expect.any(String), scope });
  return answer.access_token ?? "";
}

test("tokens of a certified provider are taken, with the scopes that they were given", async () => {
  const authorization = `Bearer ${await tokenOf("nightly", "modelwire:read modelwire:register")}`;
  expect(await authenticator.authenticate({ authorization, certificate: undefined })).toMatchObject(
    {
      identity: { kind: IdentityKind.OIDC_TOKEN, subject: "nightly", issuer },
      scope: Scope.REGISTER,
    },
  );
});

test("those that it binds to a certificate are taken with that certificate alone", async () => {
  const authorization = `Bearer ${await tokenOf("bound", "modelwire:admin")}`;
  const shown = new X509Certificate(certificate.cert).toLegacyObject() as PeerCertificate;
  await expect(
    authenticator.authenticate({ authorization, certificate: undefined }),
  ).rejects.toMatchObject({ reason: ErrorReason.CREDENTIALS_INVALID });
  expect(await authenticator.authenticate({ authorization, certificate: shown })).toMatchObject({
    identity: { subject: "bound" },
    scope: Scope.ADMIN,
  });
});
