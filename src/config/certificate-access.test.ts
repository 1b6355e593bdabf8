import { expect, test } from "vitest";
import { parseCertificateAccess } from "./certificate-access.ts";

const matching = (text: string, name: string) =>
  parseCertificateAccess(text).find(({ matches }) => matches.test(name))?.scope;

test("rules have a name, a scope, and with register beginnings of names of models", () => {
  const text =
    "spiffe://example.org/pipelines/*=register:team_a_,team_b_; ops.example.org=admin; x=read;";
  expect(parseCertificateAccess(text)).toMatchObject([
    {
      pattern: "spiffe://example.org/pipelines/*",
      scope: "register",
      modelPrefixes: ["team_a_", "team_b_"],
    },
    { pattern: "ops.example.org", scope: "admin", modelPrefixes: [] },
    { pattern: "x", scope: "read", modelPrefixes: [] },
  ]);
});

test("a star stands for one part of a URI or of another name, and for at least one character", () => {
  const uris = "spiffe://example.org/pipelines/*=register";
  expect(matching(uris, "spiffe://example.org/pipelines/nightly.v2")).toBe("register");
  expect(matching(uris, "spiffe://example.org/pipelines/")).toBeUndefined();
  expect(matching(uris, "spiffe://example.org/pipelines/a/b")).toBeUndefined();
  expect(matching(uris, "spiffe://example.org/pipelines")).toBeUndefined();
  const hosts = "*.ops.example.org=admin";
  expect(matching(hosts, "alice.ops.example.org")).toBe("admin");
  expect(matching(hosts, "a.b.ops.example.org")).toBeUndefined();
  expect(matching(hosts, "ops.example.org")).toBeUndefined();
});

test("a name matches as a whole, its dots are dots, and only hosts ignore capital letters", () => {
  expect(matching("ops.example.org=admin", "ops.example.org.evil.com")).toBeUndefined();
  expect(matching("ops.example.org=admin", "opsXexample.org")).toBeUndefined();
  expect(matching("ops.example.org=admin", "OPS.example.org")).toBe("admin");
  expect(matching("spiffe://a/B=admin", "spiffe://a/b")).toBeUndefined();
  expect(matching("a=admin", "a\n")).toBeUndefined();
});

test("the first rule that matches counts, and a name may have = in it", () => {
  expect(matching("a.b=read;*.b=admin", "a.b")).toBe("read");
  expect(matching("urn://x?a=b=admin", "urn://x?a=b")).toBe("admin");
});

test.each([
  ["", /expected <name>=<scope>/],
  ["ops.example.org", /but found: ops\.example\.org/],
  ["=admin", /but found: =admin/],
  ["a=admin;;b=read", /but found: $/],
  ["a=root", /expected the scope read, register or admin in: a=root/],
  ["a=register:", /expected beginnings of names/],
  ["a=register:x,,y", /expected beginnings of names/],
  ["a=admin:team_", /only the scope register takes/],
])("%j is refused, and it is said why", (text, message) => {
  expect(() => parseCertificateAccess(text)).toThrow(message);
});
