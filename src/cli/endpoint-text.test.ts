import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import {
  type EndpointHealthSchema,
  EndpointSchema,
} from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { failingText } from "./endpoint-text.ts";

const nowMs = Date.parse("2026-03-01T12:00:00Z");
const failingSinceTime = timestampFromMs(nowMs - 12 * 60_000);

function failing(health?: MessageInitShape<typeof EndpointHealthSchema>): string {
  return failingText(create(EndpointSchema, health && { health }), nowMs);
}

test("an endpoint that fails says for how long, and with what", () => {
  const lastError = "answered 503, expected 2xx";
  expect(failing({ failingSinceTime, lastError })).toBe("12 min: answered 503, expected 2xx");
});

test("one that does not fail says nothing, whatever it failed with before", () => {
  expect(failing({ lastError: "answered 503, expected 2xx" })).toBe("");
  expect(failing()).toBe("");
});

test("a long error is cut, between characters", () => {
  expect(failing({ failingSinceTime, lastError: "🦉".repeat(60) })).toBe(
    `12 min: ${"🦉".repeat(60)}`,
  );
  expect(failing({ failingSinceTime, lastError: "🦉".repeat(61) })).toBe(
    `12 min: ${"🦉".repeat(59)}…`,
  );
});
