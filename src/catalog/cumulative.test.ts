import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ImprovementSchema, MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { addStep, type Cumulation, cumulativeImprovements, noSteps } from "./cumulative.ts";

type Step = MessageInitShape<typeof ImprovementSchema>[];

const higher = { metric: "accuracy", direction: MetricDirection.HIGHER_IS_BETTER };
const lower = { metric: "latency", direction: MetricDirection.LOWER_IS_BETTER };

const after = (...steps: Step[]): Cumulation =>
  steps.reduce(
    (before, step) =>
      addStep(
        before,
        step.map((improvement) => create(ImprovementSchema, improvement)),
      ),
    noSteps,
  );
const told = (...steps: Step[]) => cumulativeImprovements(after(...steps));

test("no steps come to nothing", () => {
  expect(told()).toEqual([]);
  expect(told([], [])).toEqual([]);
});

test("steps come to their sum, from the first baseline value to the last value", () => {
  const [accuracy, ...others] = told(
    [{ ...higher, baselineValue: 0.5, value: 0.75, absoluteChange: 0.25 }],
    [],
    [{ ...higher, baselineValue: 0.75, value: 1, absoluteChange: 0.25, relativeChange: 1 / 3 }],
  );
  expect(others).toEqual([]);
  expect(accuracy).toMatchObject({
    ...higher,
    stepCount: 2,
    baselineValue: 0.5,
    value: 1,
    absoluteChange: 0.5,
    relativeChange: 1,
  });
  expect(accuracy?.unit).toBeUndefined();
});

test("a relative change is one of the magnitude of where the first step began", () => {
  const [latency] = told([{ ...lower, baselineValue: -4, value: -6, absoluteChange: -2 }]);
  expect(latency?.relativeChange).toBe(-0.5);
});

test("nothing is said of what a step leaves open", () => {
  const [unknown] = told(
    [{ ...higher, value: 1 }],
    [{ ...higher, baselineValue: 1, absoluteChange: 1 }],
  );
  expect(unknown).toMatchObject({ stepCount: 2 });
  for (const field of ["baselineValue", "value", "absoluteChange", "relativeChange"] as const) {
    expect(unknown?.[field]).toBeUndefined();
  }
});

test("where the first step begins with 0, there is no relative change", () => {
  const [fromZero] = told([{ ...higher, baselineValue: 0, value: 1, absoluteChange: 1 }]);
  expect(fromZero).toMatchObject({ baselineValue: 0, absoluteChange: 1 });
  expect(fromZero?.relativeChange).toBeUndefined();
});

test("a change that is no number makes the sum unknown, also where another step follows", () => {
  const [loss] = told(
    [{ ...lower, absoluteChange: Number.NaN }],
    [{ ...lower, absoluteChange: 1 }],
  );
  expect(loss).toMatchObject({ stepCount: 2 });
  expect(loss?.absoluteChange).toBeUndefined();
});

test("metrics, directions and units are apart, in this order", () => {
  const keys = told([
    { ...lower, unit: "s", absoluteChange: 1 },
    { ...lower, unit: "ms", absoluteChange: 1 },
    { ...lower, absoluteChange: 1 },
    { ...lower, direction: MetricDirection.HIGHER_IS_BETTER, absoluteChange: 1 },
    { ...higher, absoluteChange: 1 },
    { ...higher, metric: "constructor", absoluteChange: 1 },
  ]).map(({ metric, direction, unit }) => [metric, direction, unit]);
  expect(keys).toEqual([
    ["accuracy", 1, undefined],
    ["constructor", 1, undefined],
    ["latency", 1, undefined],
    ["latency", 2, undefined],
    ["latency", 2, "ms"],
    ["latency", 2, "s"],
  ]);
});

test("a step to one node changes nothing of what its siblings come to", () => {
  const shared = after([{ ...higher, absoluteChange: 1 }]);
  addStep(shared, [create(ImprovementSchema, { ...higher, absoluteChange: 5 })]);
  expect(cumulativeImprovements(shared)).toMatchObject([{ stepCount: 1, absoluteChange: 1 }]);
});
