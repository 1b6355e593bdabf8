import { create } from "@bufbuild/protobuf";
import type { Improvement } from "#gen/modelwire/registry/v1/improvement_pb.js";
import {
  type CumulativeImprovement,
  CumulativeImprovementSchema,
} from "#gen/modelwire/registry/v1/lineage_pb.js";
import { addExactly, type ExactSum, roundedSum } from "./exact-sum.ts";

/** What the steps up to some node of a lineage come to, by metric, direction and unit. */
export type Cumulation = ReadonlyMap<string, Cumulated>;

/** What the steps up to some node come to for one metric in one direction and unit. */
interface Cumulated {
  /** The last step that says something of it. */
  last: Improvement;
  stepCount: number;
  baselineValue: number | undefined;
  /** Unset where a step says no change, or none that is a finite number. */
  change: ExactSum | undefined;
}

/** Holds what no steps come to. */
export const noSteps: Cumulation = new Map();

/** Adds a step, by its improvements, to those before it; what they came to stays as it is. */
export function addStep(before: Cumulation, improvements: readonly Improvement[]): Cumulation {
  if (improvements.length === 0) return before;
  const after = new Map(before);
  for (const improvement of improvements) {
    const key = JSON.stringify([improvement.metric, improvement.direction, improvement.unit ?? ""]);
    const known = after.get(key);
    after.set(key, {
      last: improvement,
      stepCount: (known?.stepCount ?? 0) + 1,
      baselineValue: known ? known.baselineValue : improvement.baselineValue,
      change: addChange(known ? known.change : [], improvement.absoluteChange),
    });
  }
  return after;
}

/**
 * Gives what steps come to, by metric, direction and unit. Their changes are summed up without
 * rounding in between, so that the sum does not depend on the order of the steps.
 */
export function cumulativeImprovements(steps: Cumulation): CumulativeImprovement[] {
  return [...steps.values()]
    .sort(({ last: a }, { last: b }) => compare(a.metric, b.metric) || compareRest(a, b))
    .map(({ last, stepCount, baselineValue, change }) => {
      const absoluteChange = change && roundedSum(change);
      // There is no telling how much more than nothing something is.
      const relativeChange =
        absoluteChange !== undefined && baselineValue
          ? absoluteChange / Math.abs(baselineValue)
          : undefined;
      return create(CumulativeImprovementSchema, {
        metric: last.metric,
        direction: last.direction,
        stepCount,
        ...(last.unit && { unit: last.unit }),
        ...(baselineValue !== undefined && { baselineValue }),
        ...(last.value !== undefined && { value: last.value }),
        ...(absoluteChange !== undefined && { absoluteChange }),
        ...(relativeChange !== undefined && { relativeChange }),
      });
    });
}

function addChange(sum: ExactSum | undefined, change: number | undefined): ExactSum | undefined {
  return sum && change !== undefined && Number.isFinite(change)
    ? addExactly(sum, change)
    : undefined;
}

function compareRest(a: Improvement, b: Improvement): number {
  return a.direction - b.direction || compare(a.unit ?? "", b.unit ?? "");
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
