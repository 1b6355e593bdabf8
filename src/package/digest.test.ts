import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileDigest, packageDigest, sha256, sortByPath } from "./digest.ts";

const file = (path: string, content = path): FileDigest => ({
  path,
  sizeBytes: Buffer.byteLength(content),
  sha256: sha256(content),
});
const paths = (files: readonly FileDigest[]) => files.map(({ path }) => path);

test("the digest of nothing and of abc are the ones of FIPS 180-4", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(sha256("abc")).toBe(abc);
  expect(sha256(new Uint8Array([97, 98, 99]))).toBe(abc);
});

test("a package's digest is that of its files' digests, one after the other", () => {
  // By hand: printf abc | sha256sum, then xxd -r -p of both digests, "MLmodel" first.
  const files = [file("data", ""), file("MLmodel", "abc")];
  const digests =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" +
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const expected = createHash("sha256").update(Buffer.from(digests, "hex")).digest("hex");
  expect(packageDigest(files)).toBe(expected);
  expect(packageDigest(files)).toBe(
    "6f1290896ee81a0349174d19f4473d267a10289c40480861d5c42affffbd79f9",
  );
});

test("files are sorted component by component, so a folder's stand together", () => {
  const shuffled = ["a.txt", "a/z", "b", "a-b/c", "a/b/c", "a", "A"].map((path) => file(path));
  expect(paths(sortByPath(shuffled))).toEqual(["A", "a", "a/b/c", "a/z", "a-b/c", "a.txt", "b"]);
});

test("components are compared by code points, which is not JavaScript's order", () => {
  const names = ["\u{1f600}", "\uffff", "\ud7ff", "z", "é", "e\u0301"];
  expect(paths(sortByPath(names.map((name) => file(name))))).toEqual([
    "e\u0301",
    "z",
    "é",
    "\ud7ff",
    "\uffff",
    "\u{1f600}",
  ]);
  expect(names.toSorted().at(-1)).toBe("\uffff");
});

test("the order in which files come does not change a package's digest; anything else does", () => {
  const component = fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 });
  const path = fc.array(component, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  const files = fc
    .uniqueArray(fc.tuple(path, fc.string()), { selector: ([name]) => name, minLength: 1 })
    .map((list) => list.map(([name, content]) => file(name, content)));
  fc.assert(
    fc.property(files, fc.nat(), (list, at) => {
      const digest = packageDigest(list);
      expect(packageDigest(list.toReversed())).toBe(digest);
      const changed = list.with(
        at % list.length,
        file(list[at % list.length]?.path ?? "", "\0new"),
      );
      expect(packageDigest(changed)).not.toBe(digest);
      expect(packageDigest(list.slice(1))).not.toBe(digest);
    }),
  );
});
