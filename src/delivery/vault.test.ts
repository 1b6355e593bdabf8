import { expect, test } from "vitest";
import { createVault, type SecretKey } from "./vault.ts";

const keyOf = (id: string, byte: number): SecretKey => ({ id, key: Buffer.alloc(32, byte) });
const [one, two] = [keyOf("one", 1), keyOf("two", 2)];

test("the first key seals, and every key opens", () => {
  const sealed = createVault([one]).seal("a secret");
  expect(sealed).toMatch(/^sealed:one:/);
  expect(sealed).not.toContain("a secret");
  const vault = createVault([two, one]);
  expect(vault.open(sealed)).toBe("a secret");
  expect(vault.isStale(sealed)).toBe(true);
  const anew = vault.seal("a secret");
  expect(anew).toMatch(/^sealed:two:/);
  expect(vault.isStale(anew)).toBe(false);
});

test("a secret is sealed to another text each time", () => {
  const vault = createVault([one]);
  expect(vault.seal("a secret")).not.toBe(vault.seal("a secret"));
});

test("what was changed, or sealed with another key, is not opened", () => {
  const sealed = createVault([one]).seal("a secret");
  expect(() => createVault([two]).open(sealed)).toThrow('kept with the key "one"');
  expect(() => createVault([keyOf("one", 3)]).open(sealed)).toThrow("another key");
  const flipped = Buffer.from(sealed.slice("sealed:one:".length), "base64");
  flipped[14] = (flipped[14] ?? 0) ^ 1;
  const forged = `sealed:one:${flipped.toString("base64")}`;
  expect(() => createVault([one]).open(forged)).toThrow("another key");
  const renamed = sealed.replace("sealed:one:", "sealed:two:");
  expect(() => createVault([keyOf("two", 1)]).open(renamed)).toThrow("another key");
});

test("what was kept in the open is opened, and stale where it can be sealed", () => {
  const open = "whsec_in-the-open";
  expect(createVault([]).open(open)).toBe(open);
  expect(createVault([]).isStale(open)).toBe(false);
  expect(createVault([one]).isStale(open)).toBe(true);
  expect(createVault([], { read: () => undefined, make: () => one }).isStale(open)).toBe(true);
});

test("a key is made when the first secret is sealed, and once", () => {
  let made = 0;
  const make = () => {
    made += 1;
    return one;
  };
  const vault = createVault([], { read: () => undefined, make });
  expect(made).toBe(0);
  const sealed = [vault.seal("a"), vault.seal("b")];
  expect(made).toBe(1);
  expect(sealed.map((text) => vault.open(text))).toEqual(["a", "b"]);
});

test("a key that another process made in the file opens what it sealed", () => {
  const file = { read: () => one, make: () => one };
  const sealed = createVault([], file).seal("a");
  let kept: SecretKey | undefined;
  const vault = createVault([], { read: () => kept, make: () => one });
  expect(() => vault.open(sealed)).toThrow('kept with the key "one"');
  kept = one;
  expect(vault.open(sealed)).toBe("a");
});

test("without a key nothing is sealed", () => {
  expect(() => createVault([]).seal("a")).toThrow(/^MODELWIRE_SECRET_KEYS: no secret can be kept/);
});
