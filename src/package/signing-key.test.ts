import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "./digest.ts";
import { parseSigningKeys } from "./signing-key.ts";

const spki = { type: "spki", format: "pem" } as const;
const pem = (namedCurve: string) =>
  generateKeyPairSync("ec", { namedCurve }).publicKey.export(spki).toString();

test("every key of a file is read, with its fingerprint and the hash of its curve", () => {
  const texts = ["P-256", "P-384", "P-521"].map(pem);
  const keys = parseSigningKeys(`release key\n${texts.join("\n\nnext\n")}`);
  expect(keys.map(({ hash }) => hash)).toEqual(["sha256", "sha384", "sha512"]);
  expect(keys.map(({ hint }) => hint)).toEqual(texts.map(sha256));
  const [key] = keys;
  const der = key?.publicKey.export({ type: "spki", format: "der" }) ?? "";
  expect(key?.fingerprint).toBe(sha256(der));
});

test("line ends of Windows make no other key", () => {
  const text = pem("P-256");
  expect(parseSigningKeys(text.replaceAll("\n", "\r\n"))).toEqual(parseSigningKeys(text));
});

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pkcs8 = { type: "pkcs8", format: "pem" } as const;
test.each([
  ["", "expected public keys in PEM, and found none"],
  ["ssh-ed25519 AAAA", "expected public keys in PEM, and found none"],
  [pem("P-256") + rsa.privateKey.export(pkcs8), "PEM block 2 is of kind PRIVATE KEY"],
  [rsa.publicKey.export(spki).toString(), "PEM block 1 is of kind rsa"],
  [pem("secp256k1"), "PEM block 1 is of kind secp256k1"],
  [pem("P-256").replace(/M[\s\S]{40}/, ""), "PEM block 1 cannot be read"],
])("anything but public keys of these curves is refused: %#", (text, reason) => {
  expect(() => parseSigningKeys(text)).toThrow(reason);
});
