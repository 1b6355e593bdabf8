import { expect, test } from "vitest";
import { wrongUrl } from "./url.ts";

test("https anywhere and http on loopback are taken", () => {
  for (const url of [
    "https://example.com/hooks",
    "http://127.0.0.1:9000/",
    "http://localhost:1/x?y=1",
    "http://[::1]:8080",
  ]) {
    expect(wrongUrl(url), url).toBeUndefined();
  }
});

test("anything else is refused with what would be right", () => {
  expect(wrongUrl("http://example.com/")).toBe("expected https, or http on a loopback address");
  expect(wrongUrl("http://127.0.0.1.example.com/")).toMatch(/expected https/);
  expect(wrongUrl("ftp://127.0.0.1/")).toMatch(/expected https/);
  expect(wrongUrl("example.com")).toMatch(/expected a URL, such as/);
  expect(wrongUrl("https://u:p@example.com/")).toMatch(/without user name/);
  expect(wrongUrl(" https://example.com/")).toMatch(/without white space/);
  expect(wrongUrl("https://example.com/\0")).toMatch(/without white space/);
  expect(wrongUrl("https://example.com/#a")).toMatch(/without a fragment/);
  expect(wrongUrl(`https://example.com/${"x".repeat(2000)}`)).toMatch(/at most 2,000/);
});
