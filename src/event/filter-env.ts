import {
  CelScalar,
  celEnv,
  celFunc,
  celMethod,
  isCelError,
  isCelList,
  isCelMap,
  objectType,
  parse,
  plan,
} from "@bufbuild/cel";
import { createRegistry } from "@bufbuild/protobuf";
import { EventSchema, file_modelwire_event_v1_event } from "#gen/modelwire/event/v1/event_pb.js";

/** What the evaluation of one expression may cost: about a tenth of a second. */
const MOST_WORK = 5_000_000;
/** What a trial may cost, which makes many evaluations: most of half a second. */
const MOST_WORK_OF_A_TRIAL = 4 * MOST_WORK;
/** What a part costs each time, in characters that a pattern of one looks at. */
export const WORK_OF_A_PART = 50;

/** Goes over a list or a map for a macro: its name no expression can have. */
export const BOUNDED = "@bounded";

/** Says that what was begun costs more than it may. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

// One evaluation, or trial, ends before the next begins.
let work = 0;
let most = MOST_WORK;

/** Begins an evaluation, which has all the work before it. */
export function beginWork(): void {
  work = 0;
  most = MOST_WORK;
}

/** Begins a trial, whose evaluations have the work before them together. */
export function beginTrial(): void {
  work = 0;
  most = MOST_WORK_OF_A_TRIAL;
}

/** Takes from the work that there is. @throws TooMuchWork */
export function spend(amount: number): void {
  work += amount;
  if (work > most) throw new TooMuchWork("the expression takes too long for this event");
}

const { BOOL, DYN, INT, STRING } = CelScalar;

const matches = plan(celEnv(), parse("text.matches(pattern)"));

/** How large a pattern is to the engine, which writes out what is counted: `a{3}` as `aaa`. */
function sizeOf(pattern: string): number {
  const counts = pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g);
  return counts.reduce(
    (size, [, least, most]) => size * Number(most || least || 1),
    pattern.length,
  );
}

/**
 * What filters are evaluated in: the variable `event`, the names of this contract in short, such
 * as `EventType.EVENT_TYPE_ALIAS_CHANGED`, and a bound on what an evaluation may cost.
 */
export const filterEnv = celEnv({
  namespace: "modelwire.event.v1",
  registry: createRegistry(file_modelwire_event_v1_event),
  variables: { event: objectType(EventSchema) },
  funcs: [
    celFunc(BOUNDED, [DYN, INT], DYN, (range, parts) => {
      const size = isCelList(range) || isCelMap(range) ? range.size : 0;
      spend(size * Number(parts) * WORK_OF_A_PART);
      return range;
    }),
    celMethod("matches", STRING, [STRING], BOOL, function (pattern) {
      spend((this.length + 1) * sizeOf(pattern));
      const result = matches({ text: String(this), pattern });
      if (isCelError(result)) throw new Error(result.message);
      return result === true;
    }),
  ],
});
