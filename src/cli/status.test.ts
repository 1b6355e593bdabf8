import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { GetIndexStatusResponseSchema, IndexState } from "#gen/modelwire/registry/v1/reads_pb.js";
import { fields } from "./output.ts";
import { statusFields } from "./status.ts";

const now = Date.UTC(2026, 2, 1, 12);

test("a complete index is told with its counts and its age", () => {
  const status = create(GetIndexStatusResponseSchema, {
    state: IndexState.COMPLETE,
    modelCount: 12,
    versionCount: 1_234_567,
    asOf: timestampFromMs(now - 5000),
  });
  expect(fields(statusFields(status, now)).split("\n")).toEqual([
    "state     complete",
    "models    12",
    "versions  1,234,567",
    "unread    0",
    "as of     2026-03-01 11:59:55Z (5 s ago)",
  ]);
});

test("an index that is being built tells what kept it from looking at MLflow", () => {
  const status = create(GetIndexStatusResponseSchema, {
    state: IndexState.BUILDING,
    unreadVersionCount: 7,
    lastError: "MLflow does not answer",
  });
  expect(fields(statusFields(status, now)).split("\n")).toEqual([
    "state       first look at MLflow under way",
    "models      0",
    "versions    0",
    "unread      7",
    "last error  MLflow does not answer",
  ]);
});
