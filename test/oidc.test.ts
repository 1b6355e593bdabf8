import { createHash, X509Certificate } from "node:crypto";
import type { PeerCertificate } from "node:tls";
import { exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { readConfig } from "../src/config/config.ts";
import type { Authenticator } from "../src/identity/authenticator.ts";
import { createOidcAuthenticator } from "../src/identity/oidc.ts";
import type { KeyTiming } from "../src/identity/provider-keys.ts";
import { createAuthority } from "./support/authority.ts";
import { startTokenProvider, type TokenProvider } from "./support/token-provider.ts";

let provider: TokenProvider;
let authenticator: Authenticator;
beforeEach(async () => {
  provider = await startTokenProvider();
  authenticator = create();
});
afterEach(async () => {
  vi.useRealTimers();
  await provider.close();
});

const settings = (more: Record<string, string> = {}) =>
  readConfig({
    MODELWIRE_OIDC_ISSUER: provider.issuer,
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
    ...more,
  });

function create(timing?: Partial<KeyTiming>, more?: Record<string, string>): Authenticator {
  const { oidc } = settings(more);
  if (oidc === undefined) throw new Error("no issuer");
  return createOidcAuthenticator(oidc, timing);
}

const ask = (token: string, certificate?: PeerCertificate) =>
  authenticator.authenticate({ authorization: `Bearer ${token}`, certificate });

/** Moves the clock on, and nothing else. */
const passSeconds = (seconds: number) =>
  vi.useFakeTimers({ now: Date.now() + seconds * 1000, toFake: ["Date"] });

const now = () => Math.floor(Date.now() / 1000);
const invalid = (message: RegExp) => ({
  reason: ErrorReason.CREDENTIALS_INVALID,
  message: expect.stringMatching(message),
});
const unavailable = {
  reason: ErrorReason.IDENTITY_PROVIDER_UNAVAILABLE,
  retryAfterMs: expect.any(Number),
};

test("a token says who calls and what it may do, its keys found where the issuer says", async () => {
  expect(await ask(await provider.sign())).toMatchObject({
    identity: {
      kind: IdentityKind.OIDC_TOKEN,
      subject: "pipeline-1",
      issuer: provider.issuer,
    },
    scope: Scope.REGISTER,
    modelPrefixes: [],
  });
  expect(provider.asked).toEqual(["/.well-known/openid-configuration", "/keys"]);
  expect(await ask(await provider.sign({ aud: ["other", "modelwire"] }))).toBeDefined();
  expect(provider.asked).toHaveLength(2);
});

test.each(["RS256", "PS256", "ES384", "EdDSA"])("a token may be signed with %s", async (alg) => {
  const other = await startTokenProvider(alg);
  try {
    authenticator = create({}, { MODELWIRE_OIDC_JWKS_URL: `${other.issuer}/keys` });
    expect(await ask(await other.sign({ iss: provider.issuer }))).toBeDefined();
    expect(other.asked).toEqual(["/keys"]);
  } finally {
    await other.close();
  }
});

test("what is no JWT is somebody else's to know", async () => {
  for (const authorization of [
    undefined,
    "",
    "Bearer mwk_1_2",
    "Basic a.b.c",
    "Bearer a.b",
    "a.b.c",
  ]) {
    expect(
      await authenticator.authenticate({ authorization, certificate: undefined }),
    ).toBeUndefined();
  }
  expect(provider.asked).toEqual([]);
});

describe("a token is refused", () => {
  const claims: [string, () => JWTPayload, RegExp][] = [
    ["that has expired", () => ({ exp: now() - 31 }), /has expired$/],
    ["that does not hold yet", () => ({ nbf: now() + 60 }), /does not hold yet$/],
    ["of another issuer", () => ({ iss: "https://evil.example.org" }), /is not of http:/],
    ["of almost the same issuer", () => ({ iss: `${provider.issuer}/` }), /is not of http:/],
    ["for another audience", () => ({ aud: "other" }), /is not for modelwire$/],
    ["for no audience", () => ({ aud: undefined }) as unknown as JWTPayload, /no claim aud$/],
    ["that never expires", () => ({ exp: undefined }) as unknown as JWTPayload, /no claim exp$/],
    ["of nobody", () => ({ sub: undefined }) as unknown as JWTPayload, /no claim sub$/],
    ["of an empty name", () => ({ sub: "" }), /sub is empty$/],
    ["that allows nothing", () => ({ scope: "openid" }), /scope has none of modelwire:read, /],
    ["bound to a key by DPoP", () => ({ cnf: { jkt: "x" } }), /cannot check/],
    ["bound to nothing known", () => ({ cnf: null }), /cannot check/],
  ];
  test.each(claims)("%s", async (_, make, message) => {
    await expect(ask(await provider.sign(make()))).rejects.toMatchObject(invalid(message));
  });

  test("that is not signed", async () => {
    const token = new UnsecuredJWT({ iss: provider.issuer, aud: "modelwire", sub: "x" })
      .setExpirationTime("5m")
      .encode();
    await expect(ask(token)).rejects.toMatchObject(invalid(/not signed by a private key/));
  });

  test("that is signed with the public key as if it were a shared one", async () => {
    const { publicKey, kid, issuer } = provider;
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    const token = await new SignJWT({ scope: "modelwire:admin" })
      .setProtectedHeader({ alg: "HS256", kid })
      .setIssuer(issuer)
      .setAudience("modelwire")
      .setSubject("x")
      .setExpirationTime("5m")
      .sign(secret);
    await expect(ask(token)).rejects.toMatchObject(invalid(/not signed by a private key/));
  });

  test("that somebody else signed, or changed", async () => {
    const other = await startTokenProvider();
    const forged = await other.sign({ iss: provider.issuer }, provider.kid);
    await other.close();
    await expect(ask(forged)).rejects.toMatchObject(invalid(/signature does not hold/));
    const [header, , signature] = (await provider.sign()).split(".");
    const [, admin] = (await provider.sign({ scope: "modelwire:admin" })).split(".");
    await expect(ask([header, admin, signature].join("."))).rejects.toMatchObject(
      invalid(/signature does not hold/),
    );
  });

  test("that brings its own key, or says where it is", async () => {
    const other = await startTokenProvider();
    const token = await other.sign({ iss: provider.issuer });
    await expect(ask(token)).rejects.toMatchObject(invalid(/no key of the provider/));
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test("that is too long, or nonsense", async () => {
    const long = await provider.sign({ more: "x".repeat(20_000) });
    await expect(ask(long)).rejects.toMatchObject(invalid(/longer than/));
    for (const token of ["a.b.c", "e30.e30.", "e30.e30.e30"]) {
      await expect(ask(token)).rejects.toMatchObject({ reason: ErrorReason.CREDENTIALS_INVALID });
    }
  });

  test("and nothing of it is told", async () => {
    const token = await provider.sign({ aud: "secret-audience", sub: "secret-subject" });
    const error = await ask(token).catch((reason) => reason);
    expect(error.message).not.toMatch(/secret|ey/);
  });
});

test("a clock may be half a minute off, and a token that was verified ends all the same", async () => {
  const token = await provider.sign({ exp: now() + 10, nbf: now() + 20 });
  expect(await ask(token)).toBeDefined();
  passSeconds(38);
  expect(await ask(token)).toBeDefined();
  passSeconds(4);
  await expect(ask(token)).rejects.toMatchObject(invalid(/has expired/));
});

describe("keys of the provider", () => {
  test("are asked for again for one that is not known, so that it may rotate them", async () => {
    authenticator = create({ cooldownMs: 0 });
    await ask(await provider.sign());
    await provider.rotate();
    expect(await ask(await provider.sign())).toBeDefined();
    expect(provider.asked.filter((path) => path === "/keys")).toHaveLength(2);
  });

  test("that are gone sign nothing any more, tokens that were verified included", async () => {
    authenticator = create({ cooldownMs: 0 });
    const old = await provider.sign();
    await ask(old);
    await provider.rotate();
    await ask(await provider.sign());
    await expect(ask(old)).rejects.toMatchObject(invalid(/no key of the provider/));
  });

  test("are not asked for again by tokens that name others, one after another", async () => {
    await ask(await provider.sign());
    for (let i = 0; i < 20; i++) {
      await expect(ask(await provider.sign({}, `made-up-${i}`))).rejects.toMatchObject(
        invalid(/no key of the provider/),
      );
    }
    expect(provider.asked).toHaveLength(2);
    passSeconds(11);
    const many = Array.from({ length: 20 }, (_, i) => provider.sign({}, `other-${i}`));
    await Promise.allSettled((await Promise.all(many)).map((token) => ask(token)));
    expect(provider.asked).toHaveLength(4);
  });

  test("are asked for now and then, while calls go on with those of before", async () => {
    await ask(await provider.sign());
    passSeconds(601);
    await provider.rotate();
    await ask(await provider.sign()).catch(() => {});
    await vi.waitFor(() => expect(provider.asked).toHaveLength(4), 30_000);
    expect(await ask(await provider.sign())).toBeDefined();
  });

  test("that were read are used while the provider is down", async () => {
    await ask(await provider.sign());
    provider.down = true;
    passSeconds(86_400);
    expect(await ask(await provider.sign())).toBeDefined();
    const other = await provider.sign({}, "not-known");
    await expect(ask(other)).rejects.toMatchObject(unavailable);
  });

  test("that cannot be read at all let nobody in and keep nobody out, until they can", async () => {
    authenticator = create({ failureMs: 0 });
    provider.down = true;
    await expect(ask(await provider.sign())).rejects.toMatchObject(unavailable);
    provider.down = false;
    expect(await ask(await provider.sign())).toBeDefined();
  });

  test("are not asked for by every call while the provider is down", async () => {
    provider.down = true;
    for (let i = 0; i < 20; i++) {
      await expect(ask(await provider.sign({ i }))).rejects.toMatchObject(unavailable);
    }
    expect(provider.asked.length).toBeLessThanOrEqual(2);
  });

  test.each([
    ["keys are no keys", () => ({ keys: "none" }), {}],
    ["document is of another issuer", () => undefined, { issuer: "https://evil.example.org" }],
    ["document has keys in plain text", () => undefined, { jwks_uri: "http://example.org/keys" }],
    ["document has no keys", () => undefined, { jwks_uri: undefined }],
  ])("are not taken where the %s", async (_, keys, says) => {
    provider.keys = keys();
    provider.says = says;
    await expect(ask(await provider.sign())).rejects.toMatchObject(unavailable);
  });
});

describe("a token that is bound to a certificate", () => {
  async function bound() {
    const { cert } = await (await createAuthority()).issue();
    const certificate = new X509Certificate(cert);
    const sha256 = createHash("sha256").update(certificate.raw).digest("base64url");
    const token = await provider.sign({ cnf: { "x5t#S256": sha256 } });
    return { token, certificate: certificate.toLegacyObject() as PeerCertificate };
  }

  test("is of no use without it, or with another, though it was used with it before", async () => {
    const { token, certificate } = await bound();
    const { certificate: other } = await bound();
    const refused = invalid(/bound to a certificate that the connection has not shown/);
    await expect(ask(token)).rejects.toMatchObject(refused);
    expect(await ask(token, certificate)).toMatchObject({ scope: Scope.REGISTER });
    await expect(ask(token, other)).rejects.toMatchObject(refused);
    await expect(ask(token)).rejects.toMatchObject(refused);
  });
});
