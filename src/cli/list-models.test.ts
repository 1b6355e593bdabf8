import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { RegisteredModelSchema } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { modelTable } from "./list-models.ts";

test("a registered model shows how many versions it has and where its aliases point", () => {
  const models = [
    create(RegisteredModelSchema, {
      name: "leads",
      versionCount: 12,
      latestVersion: "13",
      creationTime: timestampFromMs(Date.UTC(2026, 2, 1)),
      aliases: { staging: "13", production: "9" },
    }),
    create(RegisteredModelSchema, { name: "empty\x1b[2J" }),
  ];
  expect(modelTable(models).split("\n")).toEqual([
    "NAME          VERSIONS  LATEST  CREATED               ALIASES",
    "leads         12        13      2026-03-01 00:00:00Z  production=9, staging=13",
    "empty\\x1b[2J  0         -       -                     -",
  ]);
});
