import { createHash } from "node:crypto";
import type { PeerCertificate } from "node:tls";
import { create } from "@bufbuild/protobuf";
import { errors, type JWTPayload, jwtVerify } from "jose";
import { IdentityKind, IdentitySchema, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { OidcConfig } from "../config/oidc.ts";
import { ModelwireError } from "../error.ts";
import type { Authenticator } from "./authenticator.ts";
import { createProviderKeys, type KeyTiming, ProviderUnavailable } from "./provider-keys.ts";
import { allowedBy } from "./token-claims.ts";
import { type VerifiedToken, VerifiedTokens } from "./verified-tokens.ts";

/** How far the provider's clock and this one may be apart. */
const TOLERANCE_S = 30;
const MAX_TOKEN_CHARACTERS = 16_384;
const MAX_REMEMBERED = 2000;

/** Signatures that need a private key: with a shared one, whoever verifies could sign too. */
const algorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

/** Knows callers by the tokens of an OpenID Connect provider. */
export interface OidcAuthenticator extends Authenticator {
  /**
   * Gets the provider's keys, so that the first call need not wait for them.
   * @throws ProviderUnavailable
   */
  prepare(): Promise<void>;
}

/** Creates what knows callers by the tokens of an OpenID Connect provider, which are JWTs. */
export function createOidcAuthenticator(
  config: OidcConfig,
  timing: Partial<KeyTiming> = {},
): OidcAuthenticator {
  let verified = new VerifiedTokens(MAX_REMEMBERED);
  // A key that signed some of them may be gone.
  const forget = () => {
    verified = new VerifiedTokens(MAX_REMEMBERED);
  };
  const keys = createProviderKeys(config, forget, timing);
  const verify = async (token: string): Promise<VerifiedToken> => {
    const { payload } = await jwtVerify(token, keys.find, {
      algorithms,
      issuer: config.issuer,
      audience: config.audience,
      requiredClaims: ["exp", "sub"],
      clockTolerance: TOLERANCE_S,
    });
    return read(payload, config);
  };
  return {
    takes: `a token of ${config.issuer}`,
    // It expires.
    isRevocable: true,
    prepare: () => keys.refresh(),
    async authenticate({ authorization, certificate }) {
      const token = tokenOf(authorization);
      if (token === undefined) return undefined;
      if (token.length > MAX_TOKEN_CHARACTERS) {
        throw refused(`the token is longer than ${MAX_TOKEN_CHARACTERS} characters`);
      }
      // Of now, and not of when it is verified: the keys may be others by then.
      const remembered = verified;
      let known = remembered.get(token);
      if (known === undefined) {
        known = await verify(token).catch((error) => {
          throw explained(error, config);
        });
        remembered.add(token, known);
      }
      requireCertificate(known, certificate);
      return known.caller;
    },
  };
}

/** Finds a JWT: three parts of base64url. What else a header holds is somebody else's to know. */
function tokenOf(authorization: string | undefined): string | undefined {
  return /^bearer +([\w-]+\.[\w-]+\.[\w-]*) *$/i.exec(authorization ?? "")?.[1];
}

function read(claims: JWTPayload, config: OidcConfig): VerifiedToken {
  const { sub, exp = 0 } = claims;
  if (typeof sub !== "string" || sub === "") throw refused("the token's sub is empty");
  const { scope, modelPrefixes } = allowedBy(claims, config);
  if (scope === Scope.UNSPECIFIED) {
    const values = [...config.scopes.keys()].join(", ");
    throw refused(`the token's ${config.scopeClaim} has none of ${values}`);
  }
  const issuer = config.issuer;
  const identity = create(IdentitySchema, { kind: IdentityKind.OIDC_TOKEN, subject: sub, issuer });
  return {
    caller: { identity, scope, modelPrefixes },
    expiryTimeMs: (exp + TOLERANCE_S) * 1000,
    certificateSha256: boundTo(claims.cnf),
  };
}

/** Reads the certificate that a token is bound to (RFC 8705, section 3.1). */
function boundTo(confirmation: unknown): string | undefined {
  if (confirmation === undefined) return undefined;
  const sha256 = (confirmation as { "x5t#S256"?: unknown } | null)?.["x5t#S256"];
  // One that is bound to anything else is of no use to who holds the token alone.
  if (typeof sha256 === "string" && Object.keys(confirmation as object).length === 1) return sha256;
  throw refused("the token is bound to what the server cannot check: it checks x5t#S256");
}

function requireCertificate(
  { certificateSha256 }: VerifiedToken,
  certificate: PeerCertificate | undefined,
): void {
  if (certificateSha256 === undefined) return;
  if (certificate !== undefined) {
    const shown = createHash("sha256").update(certificate.raw).digest("base64url");
    if (shown === certificateSha256) return;
  }
  throw refused("the token is bound to a certificate that the connection has not shown");
}

function explained(error: unknown, config: OidcConfig): unknown {
  if (error instanceof ModelwireError) return error;
  if (error instanceof ProviderUnavailable) {
    const { retryAfterMs } = error;
    return new ModelwireError(ErrorReason.IDENTITY_PROVIDER_UNAVAILABLE, error.message, {
      cause: error.cause,
      retryAfterMs,
    });
  }
  // What is no error of jose's is one of ours, which the log is to have.
  return error instanceof errors.JOSEError ? refused(reasonOf(error, config), error) : error;
}

/** Says what is wrong with a token in the words of the settings, and nothing of what it holds. */
function reasonOf(error: errors.JOSEError, config: OidcConfig): string {
  if (error instanceof errors.JWTExpired) return "the token has expired";
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return `the token is not signed by a private key: expected one of ${algorithms.join(", ")}`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return "the token's signature does not hold";
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "no key of the provider signs the token";
  if (error instanceof errors.JWKSMultipleMatchingKeys) return "the token does not name its key";
  if (!(error instanceof errors.JWTClaimValidationFailed)) return "the token is not a signed JWT";
  if (error.reason === "missing") return `the token has no claim ${error.claim}`;
  switch (error.claim) {
    case "iss":
      return `the token is not of ${config.issuer}`;
    case "aud":
      return `the token is not for ${config.audience}`;
    case "nbf":
      return "the token does not hold yet";
    default:
      return `the token's claim ${error.claim} is not as it must be`;
  }
}

function refused(message: string, cause?: unknown): ModelwireError {
  return new ModelwireError(ErrorReason.CREDENTIALS_INVALID, message, { cause });
}
