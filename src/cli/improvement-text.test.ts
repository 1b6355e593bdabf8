import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ImprovementSchema } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { changeText, improvementText } from "./improvement-text.ts";

const auc = (values: object) => create(ImprovementSchema, { metric: "auc", ...values });

test.each([
  [
    { baselineValue: 0.8, value: 0.9, absoluteChange: 0.1, relativeChange: 0.125 },
    "auc 0.8 → 0.9 (+0.1, +12.5 %)",
  ],
  [{ value: 0.9, unit: "points" }, "auc ? → 0.9 points"],
  [{ absoluteChange: -0.1 }, "auc (-0.1)"],
  [{}, "auc"],
])("an improvement of %j is told with its values", (values, text) => {
  expect(improvementText(auc(values))).toBe(text);
});

test.each([
  [{ absoluteChange: 0.0123, relativeChange: 0.0154321 }, "auc +0.0123 (+1.54 %)"],
  [{ absoluteChange: -3, unit: "ms" }, "auc -3 ms"],
  [{ absoluteChange: 0, relativeChange: 0 }, "auc 0 (0 %)"],
  [{ value: 0.9, unit: "ms" }, "auc ?"],
])("a change of %j is told without them", (values, text) => {
  expect(changeText(auc(values))).toBe(text);
});
