import { X509Certificate } from "node:crypto";
import type { PeerCertificate } from "node:tls";

/**
 * Gives the name of a certificate: the first URI among its subject's alternative names, else the
 * first DNS name, else the common name; undefined where it has none, or what it has is ambiguous.
 */
export function certificateName(certificate: PeerCertificate): string | undefined {
  const names = alternativeNames(certificate.subjectaltname ?? "");
  if (names === undefined) return undefined;
  const named = (type: string) => names.find((one) => one.type === type && one.name !== "")?.name;
  // Node types it as text, and gives an array where there are several.
  const common: unknown = certificate.subject?.CN;
  return (
    named("URI") ?? named("DNS") ?? (typeof common === "string" && common ? common : undefined)
  );
}

/** Gives the distinguished name of a certificate's issuer as RFC 4514 writes it. */
export function issuerName(certificate: PeerCertificate): string {
  // Node writes a line for each part, the least specific first, with the escapes of the RFC.
  return new X509Certificate(certificate.raw).issuer.split("\n").reverse().join(",");
}

/**
 * Splits what Node writes: `URI:spiffe://a/b, DNS:c`, where a name that could be taken for several
 * is a JSON string. Undefined where it is something else.
 */
function alternativeNames(text: string): { type: string; name: string }[] | undefined {
  const names: { type: string; name: string }[] = [];
  const entry = /([A-Za-z0-9 ]+):("(?:[^"\\]|\\.)*"|[^,"]*)(?:, |$)/y;
  while (entry.lastIndex < text.length) {
    const [, type = "", written] = entry.exec(text) ?? [];
    if (written === undefined) return undefined;
    try {
      names.push({ type, name: written.startsWith('"') ? JSON.parse(written) : written });
    } catch {
      return undefined;
    }
  }
  return names;
}
