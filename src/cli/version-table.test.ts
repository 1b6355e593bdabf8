import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { VersionSummarySchema } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { versionOf, versionTable } from "./version-table.ts";

const creationTime = timestampFromMs(Date.UTC(2026, 2, 1, 12));
const modelVersion = { name: "leads", version: "12", aliases: ["a", "b"], creationTime };
const known = { modelType: "ranking", isBaseline: false, contributor: { id: "alice" } };

const heading =
  "MODEL     MODEL_UUID  TYPE                CREATED               ALIASES  CONTRIBUTOR";
const row = "leads/12  m-0         ranking (improved)  2026-03-01 12:00:00Z  a, b     alice";

test("a version of which little is known has dashes", () => {
  const modelVersion = { name: "x", version: "1" };
  expect(versionTable([create(VersionSummarySchema, { modelVersion })]).split("\n")).toEqual([
    "MODEL  MODEL_UUID  TYPE  CREATED  ALIASES  CONTRIBUTOR",
    "x/1    -           -     -        -        -",
  ]);
});

test("a summary and the registration of the same version have the same row", () => {
  const summary = create(VersionSummarySchema, { modelVersion, modelUuid: "m-0", ...known });
  const registration = create(RegistrationSchema, {
    modelVersion,
    modelInfo: { modelUuid: "m-0" },
    ...known,
  });
  expect(versionTable([summary, versionOf(registration)]).split("\n")).toEqual([heading, row, row]);
});
