import fc from "fast-check";
import { expect, test } from "vitest";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { computeImprovements } from "./improvement.ts";

const measured = (parts: Partial<Parameters<typeof computeImprovements>[1]>) => ({
  values: {},
  deltas: {},
  details: {},
  ...parts,
});

test("a metric is compared with what the baseline recorded", () => {
  const [improvement] = computeImprovements(
    { accuracy: 0.8 },
    measured({ values: { accuracy: 0.9 } }),
  );
  expect(improvement).toMatchObject({
    metric: "accuracy",
    direction: MetricDirection.HIGHER_IS_BETTER,
    baselineValue: 0.8,
    value: 0.9,
    absoluteChange: 0.9 - 0.8,
    relativeChange: (0.9 - 0.8) / 0.8,
  });
});

test("less can be better, and then a change for the better is negative", () => {
  const [improvement] = computeImprovements(
    { latency: 200 },
    measured({
      values: { latency: 150 },
      details: { latency: { direction: MetricDirection.LOWER_IS_BETTER, unit: "ms" } },
    }),
  );
  expect(improvement).toMatchObject({ absoluteChange: -50, relativeChange: -0.25, unit: "ms" });
});

test("against a baseline of 0 there is a change and no relative one", () => {
  const [improvement] = computeImprovements({ lift: 0 }, measured({ values: { lift: 0.25 } }));
  expect(improvement?.absoluteChange).toBe(0.25);
  expect(improvement?.relativeChange).toBeUndefined();
});

test("against a negative baseline the relative change has the sign of the change", () => {
  const [improvement] = computeImprovements({ r2: -2 }, measured({ values: { r2: -1 } }));
  expect(improvement?.relativeChange).toBe(0.5);
});

test("a change alone stands as it was given", () => {
  const [known, unknown] = computeImprovements(
    { accuracy: 0.5 },
    measured({ deltas: { accuracy: 0.1, recall: 0.2 } }),
  );
  expect(known).toMatchObject({ baselineValue: 0.5, absoluteChange: 0.1, relativeChange: 0.2 });
  expect(known?.value).toBeUndefined();
  expect(unknown).toMatchObject({ metric: "recall", absoluteChange: 0.2 });
  expect(unknown?.baselineValue).toBeUndefined();
  expect(unknown?.relativeChange).toBeUndefined();
});

test("a change that disagrees with the values is refused with what it would be", () => {
  expect(() =>
    computeImprovements(
      { accuracy: 0.8, recall: 0.5 },
      measured({ values: { accuracy: 0.9, recall: 0.6 }, deltas: { accuracy: 0.2, recall: 0.1 } }),
    ),
  ).toThrow(/delta_metrics: "accuracy": expected 0\.0999/);
});

test("a metric may be named as what every object has", () => {
  const [improvement] = computeImprovements({}, measured({ values: { constructor: 1 } }));
  expect(improvement).toMatchObject({ metric: "constructor", value: 1 });
  expect(improvement?.baselineValue).toBeUndefined();
});

test("the change between two values is never refused, and never more than its rounding off", () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(value, value, (before, after) => {
      const [improvement] = computeImprovements(
        { m: before },
        measured({ values: { m: after }, deltas: { m: after - before } }),
      );
      expect(improvement?.absoluteChange).toBe(after - before);
    }),
  );
});
