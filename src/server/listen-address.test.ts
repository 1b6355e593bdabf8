import { describe, expect, test } from "vitest";
import { formatListenAddress, ListenError, parseListenAddress } from "./listen-address.ts";

describe("a listen address", () => {
  test.each([
    ["127.0.0.1:8080", { host: "127.0.0.1", port: 8080 }],
    ["localhost:0", { host: "localhost", port: 0 }],
    ["[::1]:50051", { host: "::1", port: 50_051 }],
  ])("%s is read as it is written", (text, address) => {
    expect(parseListenAddress(text)).toEqual(address);
    expect(formatListenAddress(address)).toBe(text);
  });

  test.each([
    "",
    "8080",
    ":8080",
    "localhost",
    "::1:8080",
    "localhost:65536",
    "http://localhost:1",
  ])("%j is refused, with one that would be right", (text) => {
    expect(() => parseListenAddress(text)).toThrow(`${text}: expected host:port, such as`);
  });
});

describe("an error of listening", () => {
  test("has Node's code, also where only a text has it", () => {
    const text =
      "No address added out of total 1 resolved errors: [listen EACCES: denied 1.1.1.1:1]";
    expect(new ListenError("1.1.1.1:1", new Error(text))).toMatchObject({ code: "EACCES" });
  });
});
