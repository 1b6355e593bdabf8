import { isCelError, plan } from "@bufbuild/cel";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { beginWork, filterEnv } from "./filter-env.ts";
import { type Expr, FilterError, parseFilter, problemAt } from "./filter-parse.ts";
import { tryFilter } from "./filter-trial.ts";
import { sampleEvents } from "./samples.ts";

/** As many expressions are kept ready. */
const MOST_COMPILED = 1000;

/** Tells whether an event is wanted. */
export type EventPredicate = (event: Event) => boolean;

interface Compiled {
  predicate: EventPredicate;
  /** Whether it was found right by a trial. */
  isTried: boolean;
}

const compiled = new Map<string, Compiled>();

/**
 * Makes a predicate of a CEL expression over `event`. One that cannot be evaluated for an event,
 * or not within a bounded time, is true for it: nothing is lost.
 *
 * @throws FilterError where the expression is none
 */
export function compileFilter(expression: string): EventPredicate {
  const known = compiled.get(expression);
  return known ? known.predicate : keepReady(expression, parseFilter(expression).expr, false);
}

function keepReady(expression: string, expr: Expr, isTried: boolean): EventPredicate {
  const evaluate = plan(filterEnv, expr);
  const predicate = (event: Event) => {
    beginWork();
    const result = evaluate({ event });
    return isCelError(result) || result === true;
  };
  const [oldest] = compiled.keys();
  if (compiled.size >= MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(expression, { predicate, isTried });
  return predicate;
}

/**
 * Says what is wrong with an expression, after its line and column; undefined where nothing is. It
 * is tried with an event of every type, so that a field that does not exist, or a type that does
 * not fit, is found before any event comes. One that was found right is not tried again.
 */
export function wrongFilter(expression: string): string | undefined {
  if (compiled.get(expression)?.isTried) return undefined;
  try {
    const parsed = parseFilter(expression);
    const problem = tryFilter(parsed.expr, sampleEvents);
    if (problem) return problemAt(expression, parsed, problem.part, problem.reason).message;
    keepReady(expression, parsed.expr, true);
    return undefined;
  } catch (error) {
    if (error instanceof FilterError) return error.message;
    throw error;
  }
}
