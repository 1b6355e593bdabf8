import { expect, test } from "vitest";
import { hostsTaken, isOwnHost } from "./own-hosts.ts";

test.each([
  "localhost:8080",
  "LOCALHOST",
  "127.0.0.1:8080",
  "192.168.1.7:8080",
  "[::1]:8080",
  "modelwire:8080",
  "modelwire.localhost",
  "host.docker.internal:8080",
  "laptop.local.",
])("%s can be this machine", (host) => {
  expect(isOwnHost(host)).toBe(true);
});

test.each([
  "example.org",
  "rebound.example.org:8080",
  "127.0.0.1.example.org:8080",
  "localhost.example.org",
  "localhost@example.org",
  "example.org.",
  "notlocalhost.com",
])("%s is whoever registered it", (host) => {
  expect(isOwnHost(host)).toBe(false);
});

test("any host is taken where callers must be known, or somebody has said that they need not", () => {
  expect(hostsTaken({ auth: undefined }, true)).toBeUndefined();
  expect(hostsTaken({ auth: "on" }, true)).toBeUndefined();
  expect(hostsTaken({ auth: "off" }, false)).toBeUndefined();
  expect(hostsTaken({ auth: undefined }, false)).toBe(isOwnHost);
});
