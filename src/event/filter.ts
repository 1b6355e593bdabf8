import { isCelError, plan } from "@bufbuild/cel";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { beginWork, filterEnv } from "./filter-env.ts";
import { FilterError, parseFilter, problemAt } from "./filter-parse.ts";
import { tryFilter } from "./filter-trial.ts";
import { sampleEvents } from "./samples.ts";

/** As many expressions are kept ready. */
const MOST_COMPILED = 1000;

/** Tells whether an event is wanted. */
export type EventPredicate = (event: Event) => boolean;

const compiled = new Map<string, EventPredicate>();

/**
 * Makes a predicate of a CEL expression over `event`. One that cannot be evaluated for an event,
 * or not within a bounded time, is true for it: nothing is lost.
 *
 * @throws FilterError where the expression is none
 */
export function compileFilter(expression: string): EventPredicate {
  const known = compiled.get(expression);
  if (known) return known;
  const evaluate = plan(filterEnv, parseFilter(expression).expr);
  const predicate = (event: Event) => {
    beginWork();
    const result = evaluate({ event });
    return isCelError(result) || result === true;
  };
  const [oldest] = compiled.keys();
  if (compiled.size >= MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(expression, predicate);
  return predicate;
}

/**
 * Says what is wrong with an expression, after its line and column; undefined where nothing is. It
 * is tried with an event of every type, so that a field that does not exist, or a type that does
 * not fit, is found before any event comes.
 */
export function wrongFilter(expression: string): string | undefined {
  try {
    const parsed = parseFilter(expression);
    const problem = tryFilter(parsed.expr, sampleEvents);
    return problem && problemAt(expression, parsed, problem.part, problem.reason).message;
  } catch (error) {
    if (error instanceof FilterError) return error.message;
    throw error;
  }
}
