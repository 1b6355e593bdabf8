import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FileDigest, packageDigest, sha256 } from "./digest.ts";
import {
  bundleOf,
  file,
  newSigner,
  type Signer,
  statementOf,
} from "./signature-bundle.testdata.ts";
import { readSignatureBundle } from "./signature-bundle.ts";
import { verifyBundle } from "./verify-bundle.ts";

const signer = newSigner();
const stranger = newSigner();
const signers = [newSigner("P-384"), signer, newSigner("P-521")];
const keys = signers.map(({ key }) => key);
const files = ["MLmodel", "data/model.bin", "model.py"].map((path) => file(path));
const statement = statementOf(files);

function verify(bundle: unknown, sent: readonly FileDigest[] = files) {
  return verifyBundle(readSignatureBundle(JSON.stringify(bundle)), keys, sent);
}

const wrong = (description: string) => ({
  differences: [{ subject: "signature_bundle", description: expect.stringContaining(description) }],
});

test.each(signers)("a package is verified with the one key that signed it: %#", (one) => {
  const verdict = verify(bundleOf(one, statement));
  expect(verdict).toEqual({ verifiedKey: one.key.fingerprint });
});

test("a name of the key that is missing or another's does not matter", () => {
  const bundle = bundleOf(signer, statement);
  for (const hint of [undefined, "0".repeat(64)]) {
    const material = { publicKey: { hint } };
    const verdict = verify({ ...bundle, verificationMaterial: material });
    expect(verdict).toEqual({ verifiedKey: signer.key.fingerprint });
  }
});

test("a certificate of a key that the server has is verified by that key", () => {
  const bundle = bundleOf(signer, statement);
  const certified = { ...bundle, verificationMaterial: { certificate: { rawBytes: "AA==" } } };
  expect(verify(certified)).toEqual({ verifiedKey: signer.key.fingerprint });
});

describe("a signature that no key verifies", () => {
  const bundle = bundleOf(signer, statement);
  const { dsseEnvelope: envelope } = bundle;
  const other = Buffer.from(JSON.stringify(statementOf([file("MLmodel")]))).toString("base64");
  const byStranger = bundleOf(stranger, statement);
  test.each<[string, unknown, string]>([
    [
      "another key's",
      byStranger,
      `was not given (model_signing's name of that key: ${stranger.key.hint})`,
    ],
    [
      "nobody's",
      { ...byStranger, verificationMaterial: {} },
      "a key that the server was not given",
    ],
    [
      "a certificate's",
      { ...byStranger, verificationMaterial: { x509CertificateChain: {} } },
      "a certificate, which the server cannot verify",
    ],
    [
      "another statement's",
      { ...bundle, dsseEnvelope: { ...envelope, payload: other } },
      "the bundle was changed after it was signed",
    ],
    [
      "no ECDSA signature",
      { ...bundle, dsseEnvelope: { ...envelope, signatures: [{ sig: "AAAA" }] } },
      "the bundle was changed after it was signed",
    ],
  ])("is told from others: %s", (_, given, reason) => {
    expect(verify(given)).toEqual(wrong(reason));
  });
});

describe("a statement that is signed, but not understood", () => {
  const { predicate } = statement;
  const { serialization, resources } = predicate;
  const withPredicate = (some: object) => ({ ...statement, predicate: { ...predicate, ...some } });
  const withSerialization = (some: object) =>
    withPredicate({ serialization: { ...serialization, ...some } });
  test.each<[unknown, string]>([
    ["{", "its statement is not JSON"],
    [{ ...statement, _type: "https://in-toto.io/Statement/v0.1" }, "_type: expected https"],
    [{ ...statement, predicateType: "https://slsa.dev/provenance/v1" }, "predicateType: expected"],
    [{ ...statement, subject: [] }, "subject: "],
    [{ ...statement, subject: [{ digest: { sha512: "" } }] }, "subject.0.digest.sha256: "],
    [withSerialization({ method: "shards" }), "method: expected files"],
    [withSerialization({ hash_type: "blake3" }), "hash_type: expected sha256"],
    [withPredicate({ resources: [] }), "resources: expected at least one file"],
    [withPredicate({ resources: [...resources, ...resources] }), "names a file twice"],
    [withPredicate({ resources: resources.slice(1) }), "digest of its subject is not that"],
    [withPredicate({ resources: resources.toReversed() }), "digest of its subject is not that"],
  ])("is refused with the place that is wrong: %#", (signed, reason) => {
    expect(verify(bundleOf(signer, signed))).toEqual(wrong(reason));
  });
});

describe("what the signer left out", () => {
  const ignored = statementOf(files, ["cache", ".git", "notes.txt"]);
  const with_ = (...paths: string[]) =>
    verify(bundleOf(signer, ignored), [...files, ...paths.map((path) => file(path))]);
  test("may be in the package: a file, or a folder with all that is in it", () => {
    const verdict = with_("cache", "cache/a/b", ".git/config", "notes.txt");
    expect(verdict).toEqual({ verifiedKey: signer.key.fingerprint });
  });
  test.each(["cache2", "a/cache", ".github/x", "notes.txt2"])(
    "is not what is called alike: %s",
    (path) => {
      const description = "is in the package, but was not signed";
      expect(with_(path)).toEqual({ differences: [{ subject: path, description }] });
    },
  );
});

test("the signature itself may be in the package, and only where it is the same", () => {
  const text = JSON.stringify(bundleOf(signer, statement));
  const bundle = readSignatureBundle(text);
  const sent = (content: string) => [...files, file("model.sig", content)];
  const verified = { verifiedKey: signer.key.fingerprint };
  expect(verifyBundle(bundle, keys, sent(text))).toEqual(verified);
  expect(verifyBundle(bundle, keys, sent(`${text} `))).toMatchObject({
    differences: [{ subject: "model.sig" }],
  });
});

test("digests in upper case are the same digests", () => {
  const upper = JSON.stringify(statement).replace(/[0-9a-f]{64}/g, (hex) => hex.toUpperCase());
  expect(verify(bundleOf(signer, upper))).toEqual({ verifiedKey: signer.key.fingerprint });
});

test("every difference is found, and nothing else is one", () => {
  const contents = fc.dictionary(
    fc.stringMatching(/^[a-f]{1,3}$/),
    fc.constantFrom("1", "2", "3"),
    {
      minKeys: 1,
    },
  );
  const listOf = (given: Record<string, string>) =>
    Object.entries(given).map(([path, text]) => file(path, text));
  fc.assert(
    fc.property(contents, contents, (signed, sent) => {
      const verdict = verify(bundleOf(signer, statementOf(listOf(signed))), listOf(sent));
      const paths = new Set([...Object.keys(signed), ...Object.keys(sent)]);
      const expected = [...paths].filter((path) => signed[path] !== sent[path]).sort();
      const found = "differences" in verdict ? verdict.differences : [];
      expect(found.map(({ subject }) => subject)).toEqual(expected);
      expect("verifiedKey" in verdict).toBe(expected.length === 0);
      if (expected.length === 0)
        expect(packageDigest(listOf(sent))).toBe(packageDigest(listOf(signed)));
    }),
    { numRuns: 50 },
  );
});

test("a difference says what was signed and what is there", () => {
  const sent = [file("MLmodel"), file("data/model.bin", "other"), file("new.py")];
  expect(verify(bundleOf(signer as Signer, statement), sent)).toEqual({
    differences: [
      {
        subject: "data/model.bin",
        description: `has the SHA-256 ${sha256("other")}, but ${sha256("data/model.bin")} was signed`,
      },
      { subject: "model.py", description: "was signed, but is not in the package" },
      { subject: "new.py", description: "is in the package, but was not signed" },
    ],
  });
});
