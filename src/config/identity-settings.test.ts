import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test.each([
  [{ MODELWIRE_TLS_CERT_FILE: "c" }, "MODELWIRE_TLS_CERT_FILE: needs MODELWIRE_TLS_KEY_FILE too"],
  [{ MODELWIRE_TLS_KEY_FILE: "k" }, "MODELWIRE_TLS_KEY_FILE: needs MODELWIRE_TLS_CERT_FILE too"],
  [
    { MODELWIRE_TLS_CLIENT_CA_FILE: "a" },
    "MODELWIRE_TLS_CLIENT_CA_FILE: needs MODELWIRE_TLS_CERT_FILE too",
  ],
  [
    { MODELWIRE_CERTIFICATE_ACCESS: "a=read" },
    "MODELWIRE_CERTIFICATE_ACCESS: needs MODELWIRE_TLS_CLIENT_CA_FILE too",
  ],
  [{ MODELWIRE_OIDC_AUDIENCE: "a" }, "MODELWIRE_OIDC_AUDIENCE: needs MODELWIRE_OIDC_ISSUER too"],
  [{ MODELWIRE_OIDC_ISSUER: "https://id.example.org" }, "MODELWIRE_OIDC_AUDIENCE: expected"],
  [{ MODELWIRE_OIDC_ISSUER: "http://id.example.org" }, "MODELWIRE_OIDC_ISSUER: expected an https"],
  [{ MODELWIRE_OIDC_ISSUER: "https://id.example.org?x" }, "MODELWIRE_OIDC_ISSUER: expected"],
  [{ MODELWIRE_OIDC_JWKS_URL: "keys" }, "MODELWIRE_OIDC_JWKS_URL: expected an https URL"],
  [{ MODELWIRE_OIDC_SCOPES: "a=b" }, "MODELWIRE_OIDC_SCOPES: expected value=scope"],
  [{ MODELWIRE_OIDC_SCOPES: "read" }, "but found: read"],
  [{ MODELWIRE_CERTIFICATE_ACCESS: "a" }, "MODELWIRE_CERTIFICATE_ACCESS: expected <name>=<scope>"],
])("%j is refused, and the setting is named", (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});

test("without a setting there is neither TLS nor a provider", () => {
  expect(readConfig({})).toMatchObject({ tls: undefined, oidc: undefined, certificateAccess: [] });
});

test("a provider on this machine may do without TLS, and is called exactly as it is set", () => {
  const { oidc } = readConfig({
    MODELWIRE_OIDC_ISSUER: "http://127.0.0.1:9000/Realm/",
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
  });
  expect(oidc).toMatchObject({ issuer: "http://127.0.0.1:9000/Realm/", scopeClaim: "scope" });
  expect([...(oidc?.scopes ?? [])]).toEqual([
    ["modelwire:read", "read"],
    ["modelwire:register", "register"],
    ["modelwire:admin", "admin"],
  ]);
});
