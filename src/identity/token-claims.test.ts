import { expect, test } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { readConfig } from "../config/config.ts";
import { allowedBy } from "./token-claims.ts";

const allowed = (claims: Record<string, unknown>, settings: Record<string, string> = {}) => {
  const { oidc } = readConfig({
    MODELWIRE_OIDC_ISSUER: "https://id.example.org",
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
    ...settings,
  });
  if (oidc === undefined) throw new Error("no issuer");
  return allowedBy(claims, oidc);
};

test("the highest of a token's scopes counts, in text or in an array", () => {
  const scope = "openid modelwire:read modelwire:admin  modelwire:register";
  expect(allowed({ scope }).scope).toBe(Scope.ADMIN);
  expect(allowed({ scope: ["modelwire:register", 7, null] }).scope).toBe(Scope.REGISTER);
});

test.each([
  [{}],
  [{ scope: "" }],
  [{ scope: "modelwire:Admin modelwire:admin2" }],
  [{ scope: { "modelwire:admin": true } }],
  [{ scope: 3 }],
  [{ scp: "modelwire:admin" }],
])("%j allows nothing", (claims) => {
  expect(allowed(claims).scope).toBe(Scope.UNSPECIFIED);
});

test("the claim may be within an object, or have dots in its name", () => {
  const settings = {
    MODELWIRE_OIDC_SCOPE_CLAIM: "realm_access.roles",
    MODELWIRE_OIDC_SCOPES: "ml-writer=register,ml=ops=admin",
  };
  expect(allowed({ realm_access: { roles: ["ml-writer"] } }, settings).scope).toBe(Scope.REGISTER);
  expect(allowed({ realm_access: { roles: ["ml=ops"] } }, settings).scope).toBe(Scope.ADMIN);
  expect(allowed({ realm_access: "roles" }, settings).scope).toBe(Scope.UNSPECIFIED);
  expect(allowed({ "realm_access.roles": "ml=ops" }, settings).scope).toBe(Scope.ADMIN);
  const inherited = { MODELWIRE_OIDC_SCOPE_CLAIM: "constructor.name" };
  expect(allowed({}, { ...inherited, MODELWIRE_OIDC_SCOPES: "Object=admin" }).scope).toBe(
    Scope.UNSPECIFIED,
  );
});

test("models are restricted by a claim, without which a token registers none", () => {
  const settings = { MODELWIRE_OIDC_PREFIX_CLAIM: "models" };
  const scope = "modelwire:register";
  expect(allowed({ scope, models: ["a_", "b_"] }, settings)).toEqual({
    scope: Scope.REGISTER,
    modelPrefixes: ["a_", "b_"],
  });
  expect(allowed({ scope, models: "*" }, settings)).toEqual({
    scope: Scope.REGISTER,
    modelPrefixes: [],
  });
  for (const models of [undefined, "", [], [""], {}, 1]) {
    expect(allowed({ scope, models }, settings).scope).toBe(Scope.READ);
  }
  expect(allowed({ scope: "modelwire:admin" }, settings)).toEqual({
    scope: Scope.ADMIN,
    modelPrefixes: [],
  });
});
