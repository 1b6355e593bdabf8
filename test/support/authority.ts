// What reads the annotations of the package below; it goes before it.
import "reflect-metadata";
import { KeyObject, randomBytes, type webcrypto } from "node:crypto";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const DAY_MS = 86_400_000;
const signingAlgorithm = { name: "ECDSA", hash: "SHA-256" };

/** A certificate and its key, in PEM. */
export interface Issued {
  cert: string;
  key: string;
}

/** What a certificate is to be like. */
export interface IssueOptions {
  /** Alternative names: those of a server on this machine where they are unset. */
  names?: JsonGeneralName[];
  /** Subject, such as `CN=ops`; unset: empty. */
  subject?: string;
  /** Days from now on: it holds from the first to the second; unset: -1, 365. */
  days?: [from: number, to: number];
  /** What it is for; unset: both. */
  usage?: "server" | "client";
}

/** An authority of a test's own, which nothing else trusts. */
export interface Authority {
  /** Its own certificate, in PEM. */
  readonly cert: string;
  issue(options?: IssueOptions): Promise<Issued>;
}

/** Makes an authority. */
export async function createAuthority(name = "CN=Test Authority,O=Modelwire"): Promise<Authority> {
  cryptoProvider.set(crypto);
  const keys = await makeKeys();
  const own = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name,
    ...validity(-1000, 3650),
    signingAlgorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    cert: own.toString("pem"),
    async issue({ names = onThisMachine, subject = "", days: [from, to] = [-1, 365], usage } = {}) {
      const { publicKey, privateKey } = await makeKeys();
      const usages = [ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth];
      if (usage !== undefined) usages.splice(usage === "server" ? 1 : 0, 1);
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject,
        issuer: own.subject,
        ...validity(from, to),
        signingAlgorithm,
        publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension(usages),
          // What has no subject is known by these alone.
          ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names, subject === "")] : []),
          await AuthorityKeyIdentifierExtension.create(keys.publicKey),
        ],
      });
      const key = KeyObject.from(privateKey).export({ type: "pkcs8", format: "pem" });
      return { cert: certificate.toString("pem"), key: String(key) };
    },
  };
}

const onThisMachine: JsonGeneralName[] = [
  { type: "dns", value: "localhost" },
  { type: "ip", value: "127.0.0.1" },
];

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
}

function validity(from: number, to: number) {
  const nowMs = Date.now();
  return { notBefore: new Date(nowMs + from * DAY_MS), notAfter: new Date(nowMs + to * DAY_MS) };
}

/** Makes a positive number of 16 bytes in hexadecimal digits. */
function serialNumber(): string {
  return `01${randomBytes(15).toString("hex")}`;
}
