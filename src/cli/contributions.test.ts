import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { ContributionSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import { contributionTable } from "./contributions.ts";

test("a contribution shows what it comes to, unless no change is known", () => {
  const contributor = { id: "alice" };
  const contributions = [
    create(ContributionSchema, {
      contributor,
      metric: "accuracy",
      direction: MetricDirection.HIGHER_IS_BETTER,
      versionCount: 3,
      unknownChangeCount: 1,
      absoluteChange: 0.1 + 0.2,
    }),
    create(ContributionSchema, {
      contributor,
      metric: "latency",
      direction: MetricDirection.LOWER_IS_BETTER,
      unit: "ms",
      versionCount: 2,
      absoluteChange: -1200,
    }),
    create(ContributionSchema, {
      contributor,
      metric: "f1",
      versionCount: 2,
      unknownChangeCount: 2,
    }),
  ];
  expect(contributionTable(contributions).split("\n")).toEqual([
    "CONTRIBUTOR  METRIC    UNIT  DIRECTION         VERSIONS  CHANGE  UNKNOWN",
    "alice        accuracy  -     higher is better  3         +0.3    1",
    "alice        latency   ms    lower is better   2         -1,200  0",
    "alice        f1        -     -                 2         ?       2",
  ]);
});
