import { create } from "@bufbuild/protobuf";
import {
  type Improvement,
  ImprovementSchema,
  MetricDirection,
} from "#gen/modelwire/registry/v1/improvement_pb.js";
import { type FieldViolation, invalidFields } from "../error.ts";

/** How much a caller's own change may differ from the computed one, as a part of the values. */
const ROUNDING = 1e-6;

/** What a caller says of an improved model's metrics, each map by the metric's name. */
export interface MeasuredMetrics {
  /** Values of the improved model. */
  values: Readonly<Record<string, number>>;
  /** Changes against the baseline, as the caller has computed them. */
  deltas: Readonly<Record<string, number>>;
  /** What else is known of a metric. */
  details: Readonly<Record<string, MetricDetails>>;
}

/** What else is known of a metric. */
export interface MetricDetails {
  /** Unspecified counts as higher is better. */
  direction: MetricDirection;
  unit?: string | undefined;
  datasetDigest?: string | undefined;
}

/**
 * Compares an improved model's metrics with what its baseline recorded, one by one, sorted by
 * name. Where a value or the baseline's is unknown, the caller's own change stands as it is.
 *
 * @throws ModelwireError INVALID_FIELD naming each of the caller's changes that disagrees with the
 *   values beyond rounding
 */
export function computeImprovements(
  baseline: Readonly<Record<string, number>>,
  measured: MeasuredMetrics,
): Improvement[] {
  const violations: FieldViolation[] = [];
  const names = new Set([...Object.keys(measured.values), ...Object.keys(measured.deltas)]);
  const improvements = [...names].sort().map((metric) => {
    const before = own(baseline, metric);
    const value = own(measured.values, metric);
    const given = own(measured.deltas, metric);
    const computed = before !== undefined && value !== undefined ? value - before : undefined;
    if (computed !== undefined && given !== undefined && !agree(given, computed, value, before)) {
      violations.push({
        field: "delta_metrics",
        description: `"${metric}": expected ${computed} (${value}, where the baseline recorded ${before}), not ${given}; leave it out to have it computed`,
      });
    }
    return improvement(metric, own(measured.details, metric), before, value, computed ?? given);
  });
  if (violations.length > 0) throw invalidFields(violations);
  return improvements;
}

function improvement(
  metric: string,
  details: MetricDetails | undefined,
  before: number | undefined,
  value: number | undefined,
  change: number | undefined,
): Improvement {
  return create(ImprovementSchema, {
    metric,
    direction: details?.direction || MetricDirection.HIGHER_IS_BETTER,
    ...(details?.unit && { unit: details.unit }),
    ...(details?.datasetDigest && { datasetDigest: details.datasetDigest }),
    ...(before !== undefined && { baselineValue: before }),
    ...(value !== undefined && { value }),
    ...(change !== undefined && { absoluteChange: change }),
    // There is no telling how much more than nothing something is.
    ...(change !== undefined && before && { relativeChange: change / Math.abs(before) }),
  });
}

function agree(given: number, computed: number, ...values: (number | undefined)[]): boolean {
  const scale = Math.max(...values.map((value) => Math.abs(value ?? 0)), Number.MIN_VALUE);
  return Math.abs(given - computed) <= ROUNDING * scale;
}

// A metric may be named `constructor`.
function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
