import { expect, test } from "vitest";
import { dropLongTimeouts } from "./long-timeouts.ts";

test.each([
  ["connect-timeout-ms", "2147483648"],
  ["connect-timeout-ms", "9999999999"],
  ["grpc-timeout", "2147484S"],
  ["grpc-timeout", "35792M"],
  ["grpc-timeout", "720H"],
  ["grpc-timeout", "99999999H"],
])("%s of %s is dropped", (name, value) => {
  const headers = { [name]: value, host: "x" };
  dropLongTimeouts(headers);
  expect(headers).toEqual({ host: "x" });
});

test.each([
  ["connect-timeout-ms", "2147483647"],
  ["connect-timeout-ms", "99999999999"],
  ["connect-timeout-ms", "-1"],
  ["connect-timeout-ms", "1e9"],
  ["grpc-timeout", "2147483S"],
  ["grpc-timeout", "35791M"],
  ["grpc-timeout", "596H"],
  ["grpc-timeout", "99999999m"],
  ["grpc-timeout", "99999999n"],
  ["grpc-timeout", "999999999H"],
  ["grpc-timeout", "720 H"],
  ["grpc-timeout", "720H, 1S"],
])("%s of %s stays: it is short enough, or malformed", (name, value) => {
  const headers = { [name]: value };
  dropLongTimeouts(headers);
  expect(headers).toEqual({ [name]: value });
});
