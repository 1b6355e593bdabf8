import { type CelResult, type CelValue, isCelError, plan } from "@bufbuild/cel";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { filterEnv, spend, WORK_OF_A_PART } from "./filter-env.ts";
import { countParts, type Expr } from "./filter-parse.ts";

/** What names stand for: the event, and within a macro its element and its result so far. */
export type Values = { event: Event; [name: string]: CelValue | Event };

/** Sets of values that the parts of an expression are tried with, and what the parts are then. */
export class Scope {
  readonly all: readonly Values[];
  readonly #results = new Map<Expr, readonly CelResult[]>();

  constructor(all: readonly Values[]) {
    this.all = all;
  }

  /**
   * Gives what a part is with each set of values; it is evaluated once.
   *
   * @throws TooMuchWork
   */
  resultsOf(part: Expr): readonly CelResult[] {
    const known = this.#results.get(part);
    if (known) return known;
    const evaluate = plan(filterEnv, part);
    const cost = countParts(part) * WORK_OF_A_PART;
    const results = this.all.map((values) => {
      const result = evaluate(values);
      // Afterwards: what the evaluation itself ran out of is an error to it, as any other.
      spend(cost);
      return result;
    });
    this.#results.set(part, results);
    return results;
  }

  /** Gives what a part is, where it can be evaluated. @throws TooMuchWork */
  valuesOf(part: Expr): CelValue[] {
    return this.resultsOf(part).flatMap((result) => (isCelError(result) ? [] : [result]));
  }
}
