import { expect, test } from "vitest";
import { sha256 } from "./digest.ts";
import { bundleOf, file, newSigner, statementOf } from "./signature-bundle.testdata.ts";
import { LARGEST_BUNDLE_BYTES, readSignatureBundle } from "./signature-bundle.ts";

const signer = newSigner();
const bundle = bundleOf(signer, statementOf([file("MLmodel")]));
const { verificationMaterial: material, dsseEnvelope: envelope } = bundle;

test("a bundle is read with what it says, and nothing of it is lost", () => {
  const text = JSON.stringify(bundle, null, 2);
  const read = readSignatureBundle(text);
  expect(read).toMatchObject({
    text,
    sha256: sha256(text),
    keyHint: signer.key.hint,
    hasCertificate: false,
  });
  expect(Buffer.from(read.payload).toString()).toBe(JSON.stringify(statementOf([file("MLmodel")])));
});

test.each([
  [{ certificate: { rawBytes: "AA==" } }, { hasCertificate: true, keyHint: undefined }],
  [{ x509CertificateChain: { certificates: [] } }, { hasCertificate: true, keyHint: undefined }],
  [{ publicKey: {} }, { hasCertificate: false, keyHint: undefined }],
  [{ publicKey: { hint: null } }, { hasCertificate: false, keyHint: undefined }],
])("whatever it is signed with, a bundle is one: %j", (verificationMaterial, expected) => {
  const text = JSON.stringify({ ...bundle, verificationMaterial });
  expect(readSignatureBundle(text)).toMatchObject(expected);
});

test("a bundle of the largest size is read, and of one byte more is not", () => {
  const text = JSON.stringify(bundle);
  const padded = text + " ".repeat(LARGEST_BUNDLE_BYTES - text.length);
  expect(readSignatureBundle(padded).text).toBe(padded);
  expect(() => readSignatureBundle(`${padded} `)).toThrow(
    "expected a bundle of at most 1048576 bytes, not 1048577",
  );
});

test("a payload that fills the bundle is read", () => {
  const payload = Buffer.alloc(780_000, 120).toString("base64");
  const text = JSON.stringify({ ...bundle, dsseEnvelope: { ...envelope, payload } });
  expect(readSignatureBundle(text).payload).toHaveLength(780_000);
});

test.each<[string, string]>([
  ["", "not JSON"],
  [JSON.stringify(bundle).slice(0, -1), "not JSON"],
  ["[".repeat(500_000), "not JSON"],
  ["null", "the whole: expected an object"],
  ["[]", "the whole: expected an object"],
  ["{}", "mediaType: expected the media type of a Sigstore bundle"],
  [JSON.stringify({ ...bundle, mediaType: "application/json" }), "mediaType: "],
  [JSON.stringify({ ...bundle, verificationMaterial: undefined }), "verificationMaterial: "],
  [
    JSON.stringify({ ...bundle, dsseEnvelope: undefined, messageSignature: {} }),
    "dsseEnvelope: expected the envelope of a signed statement",
  ],
  [
    JSON.stringify({ ...bundle, dsseEnvelope: { ...envelope, payloadType: "text/plain" } }),
    "dsseEnvelope.payloadType: expected application/vnd.in-toto+json",
  ],
  [
    JSON.stringify({ ...bundle, dsseEnvelope: { ...envelope, payload: "?" } }),
    "dsseEnvelope.payload: expected base64",
  ],
  [
    JSON.stringify({ ...bundle, dsseEnvelope: { ...envelope, payload: "" } }),
    "dsseEnvelope.payload: expected base64",
  ],
  [
    JSON.stringify({ ...bundle, dsseEnvelope: { ...envelope, signatures: [] } }),
    "dsseEnvelope.signatures: expected exactly one",
  ],
  [
    JSON.stringify({
      ...bundle,
      dsseEnvelope: { ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] },
    }),
    "dsseEnvelope.signatures: expected exactly one",
  ],
  [
    JSON.stringify({ ...bundle, verificationMaterial: { ...material, publicKey: { hint: 1 } } }),
    "verificationMaterial.publicKey.hint: ",
  ],
])("anything else is refused with the place that is wrong: %#", (text, reason) => {
  expect(() => readSignatureBundle(text)).toThrow(reason);
});
