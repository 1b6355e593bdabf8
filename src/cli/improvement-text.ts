import { type Improvement, MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";

/** What an improvement and several of them together have in common. */
export type Change = Pick<
  Improvement,
  "metric" | "direction" | "unit" | "absoluteChange" | "relativeChange"
>;

/** Tells an improvement as people read it: `auc 0.8 → 0.9 (+0.1, +12.5 %)`. */
export function improvementText(improvement: Improvement): string {
  const { metric, unit, baselineValue, value, absoluteChange, relativeChange } = improvement;
  const known = baselineValue !== undefined || value !== undefined;
  const changes = [
    ...(absoluteChange === undefined ? [] : [signedText(absoluteChange)]),
    ...(relativeChange === undefined ? [] : [`${signedText(relativeChange * 100)} %`]),
  ];
  return [
    metric,
    ...(known ? [valuesText(improvement)] : []),
    ...(unit ? [unit] : []),
    ...(changes.length > 0 ? [`(${changes.join(", ")})`] : []),
  ].join(" ");
}

/** Tells what a metric came from and to, such as `0.8 → 0.9`; `?` for a value that is not known. */
export function valuesText({
  baselineValue,
  value,
}: Pick<Improvement, "baselineValue" | "value">): string {
  return [baselineValue, value].map((n) => (n === undefined ? "?" : numberText(n))).join(" → ");
}

/** Tells how much a metric changed: `accuracy +0.0123 (+1.5 %)`, or `accuracy ?`. */
export function changeText({ metric, unit, absoluteChange, relativeChange }: Change): string {
  return [
    metric,
    absoluteChange === undefined ? "?" : signedText(absoluteChange),
    ...(unit && absoluteChange !== undefined ? [unit] : []),
    ...(relativeChange === undefined ? [] : [`(${signedText(relativeChange * 100, 3)} %)`]),
  ].join(" ");
}

/** Says whether a change is for the better; undefined where nothing changed or it is not known. */
export function isBetter({ direction, absoluteChange }: Change): boolean | undefined {
  if (!absoluteChange) return undefined;
  switch (direction) {
    case MetricDirection.HIGHER_IS_BETTER:
      return absoluteChange > 0;
    case MetricDirection.LOWER_IS_BETTER:
      return absoluteChange < 0;
    case MetricDirection.UNSPECIFIED:
      return undefined;
  }
}

/** Says in words which way is better; empty where that is not said. */
export function directionText(direction: MetricDirection): string {
  switch (direction) {
    case MetricDirection.HIGHER_IS_BETTER:
      return "higher is better";
    case MetricDirection.LOWER_IS_BETTER:
      return "lower is better";
    case MetricDirection.UNSPECIFIED:
      return "";
  }
}

/** Writes a number as people read it, such as `1,234.5`, with up to so many digits that matter. */
export function numberText(number: number, digits = 6): string {
  return number.toLocaleString("en", { maximumSignificantDigits: digits });
}

/** Writes a number with its sign, such as `+0.1`. */
export function signedText(number: number, digits?: number): string {
  return `${number > 0 ? "+" : ""}${numberText(number, digits)}`;
}
