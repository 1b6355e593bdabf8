import { expect, test } from "vitest";
import { connect } from "./connect.ts";

const apiKey = "mwk_0123456789abcdef_x";

test.each(["http://registry.example:8080", "http://10.0.0.7:50051", "http://127.0.0.1.example"])(
  "an API key is not sent to %s in plain text",
  (url) => {
    expect(() => connect({ url, apiKey })).toThrow(
      `apiKey: is not sent to ${url} in plain text; expected an https URL`,
    );
    expect(() => connect({ url })).not.toThrow();
  },
);

test.each([
  "https://registry.example",
  "http://127.0.0.1:8080",
  "http://[::1]:1",
  "http://localhost",
])("an API key is sent to %s", (url) => {
  expect(() => connect({ url, apiKey })).not.toThrow();
});
