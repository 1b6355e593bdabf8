import { expect, test } from "vitest";
import {
  apiKeyIdOf,
  digestOfKey,
  isKeyLike,
  isSameDigest,
  newApiKeyId,
  newKey,
  wrongApiKeyId,
} from "./api-key-text.ts";

test("a key begins with the digits of its id, and no two have the same secret", () => {
  const id = newApiKeyId();
  expect(wrongApiKeyId(id)).toBeUndefined();
  const keys = Array.from({ length: 100 }, () => newKey(id));
  for (const key of keys) {
    expect(key).toMatch(/^mwk_[0-9a-f]{16}_[\w-]{43}$/);
    expect(apiKeyIdOf(key)).toBe(id);
  }
  expect(new Set(keys).size).toBe(keys.length);
});

test("what is not whole is no key, though it is known to be meant as one", () => {
  const key = newKey(newApiKeyId());
  const wrong = [
    key.slice(0, -1),
    `${key}a`,
    `${key}\n`,
    key.toUpperCase(),
    key.replace("_", "-"),
    key.replace(/.$/, "+"),
    "mwk_",
  ];
  for (const text of wrong) expect(apiKeyIdOf(text), text).toBeUndefined();
  expect(isKeyLike("mwk_")).toBe(true);
  expect(isKeyLike(`x${key}`)).toBe(false);
  expect(wrongApiKeyId("key_1")).toBe("expected key_ and 16 hexadecimal digits");
});

test("digests are the same for the same key alone", () => {
  const [one, other] = [newKey(newApiKeyId()), newKey(newApiKeyId())];
  expect(isSameDigest(digestOfKey(one), digestOfKey(one))).toBe(true);
  expect(isSameDigest(digestOfKey(one), digestOfKey(other))).toBe(false);
  expect(isSameDigest("", digestOfKey(one))).toBe(false);
});
