import type { PeerCertificate } from "node:tls";
import { create } from "@bufbuild/protobuf";
import { IdentityKind, IdentitySchema } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { CertificateRule } from "../config/certificate-access.ts";
import { ModelwireError } from "../error.ts";
import type { Authenticator } from "./authenticator.ts";
import type { Caller } from "./caller.ts";
import { certificateName, issuerName } from "./certificate-name.ts";
import { scopeOf } from "./scopes.ts";

/** What a certificate comes to, as long as it has not expired. */
interface Known {
  caller: Caller | undefined;
  /** Why it comes to nothing. */
  refusal: string;
  expiryTimeMs: number;
}

/**
 * Creates what knows callers by their client certificates. The first rule counts that matches a
 * certificate's name. What a call sends in the header `authorization` comes before its
 * certificate, which may be that of a proxy.
 */
export function createCertificateAuthenticator(rules: readonly CertificateRule[]): Authenticator {
  // A connection shows one certificate for all of its calls.
  const seen = new WeakMap<PeerCertificate, Known>();
  return {
    takes: "a client certificate",
    // It expires.
    isRevocable: true,
    async authenticate({ authorization, certificate }) {
      if (authorization !== undefined || certificate === undefined) return undefined;
      const known = seen.get(certificate) ?? know(certificate, rules);
      seen.set(certificate, known);
      if (known.caller === undefined) throw refused(known.refusal);
      // It held when the connection began, which may be long ago.
      if (known.expiryTimeMs <= Date.now()) {
        throw refused(`the certificate of ${known.caller.identity?.subject} has expired`);
      }
      return known.caller;
    },
  };
}

function know(certificate: PeerCertificate, rules: readonly CertificateRule[]): Known {
  const expiryTimeMs = Date.parse(certificate.valid_to);
  const subject = certificateName(certificate);
  if (subject === undefined) {
    const refusal = "the client certificate has no name: no URI, no DNS name, no one common name";
    return { caller: undefined, refusal, expiryTimeMs };
  }
  const rule = rules.find(({ matches }) => matches.test(subject));
  if (rule === undefined) {
    const refusal = `the client certificate holds, and nothing is allowed to its name, ${subject}`;
    return { caller: undefined, refusal, expiryTimeMs };
  }
  const issuer = issuerName(certificate);
  const identity = create(IdentitySchema, { kind: IdentityKind.CERTIFICATE, subject, issuer });
  const { modelPrefixes } = rule;
  const caller = { identity, scope: scopeOf[rule.scope], modelPrefixes };
  return { caller, refusal: "", expiryTimeMs };
}

function refused(message: string): ModelwireError {
  return new ModelwireError(ErrorReason.CREDENTIALS_INVALID, message);
}
