import { expect, test } from "vitest";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { bundleOf, file, newSigner, statementOf } from "../package/signature-bundle.testdata.ts";
import { readSignatureBundle } from "../package/signature-bundle.ts";
import { checkSignatureBundle } from "./package-signature.ts";

const signer = newSigner();
const bundle = readSignatureBundle(
  JSON.stringify(bundleOf(signer, statementOf([file("MLmodel")]))),
);

/** Gives what a check fails with. */
function failure(files: ReturnType<typeof file>[]): ModelwireError {
  try {
    checkSignatureBundle([signer.key], bundle, files);
  } catch (error) {
    if (error instanceof ModelwireError) return error;
  }
  throw new Error("expected a ModelwireError");
}

test("with keys the one that signed is found, and without keys nothing is checked", () => {
  const bundleSha256 = bundle.sha256;
  const verifiedKey = signer.key.fingerprint;
  expect(checkSignatureBundle([signer.key], bundle, [file("MLmodel")])).toEqual({
    bundleSha256,
    verifiedKey,
  });
  expect(checkSignatureBundle([], bundle, [file("other")])).toEqual({ bundleSha256 });
});

test("few differences are all listed", () => {
  const error = failure([file("MLmodel"), file("b"), file("a")]);
  expect(error.reason).toBe(ErrorReason.PACKAGE_SIGNATURE_INVALID);
  expect(error.message).toBe(
    'signature_bundle: "a" is in the package, but was not signed; "b" is in the package, but was not signed',
  );
  expect(error.preconditions.map(({ subject }) => subject)).toEqual(["a", "b"]);
});

test("of many differences the message tells a few, and counts the rest", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => file(`${i}${"é".repeat(500)}`));
  const { message, preconditions } = failure([file("MLmodel"), ...many]);
  expect(preconditions).toHaveLength(10_000);
  expect(Buffer.byteLength(message)).toBeLessThan(1000);
  expect(message).toMatch(/; and 9997 more$/);
});
