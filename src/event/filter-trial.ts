import {
  type CelResult,
  type CelValue,
  celType,
  isCelError,
  isCelList,
  isCelMap,
  plan,
} from "@bufbuild/cel";
import { isReflectMessage } from "@bufbuild/protobuf/reflect";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { beginWork, filterEnv } from "./filter-env.ts";
import { type Expr, loopOf, partsOf } from "./filter-parse.ts";

/** What names stand for: the event, and within a macro its element and its result so far. */
type Values = { event: Event; [name: string]: CelValue | Event };

/** A part of an expression that is wrong, and why. */
export interface Problem {
  part: Expr;
  reason: string;
}

/** What the evaluator says of an expression that no event could make right. */
const NEVER_RIGHT =
  /^(found no matching overload|type mismatch|unbound function|unknown type|Unknown field|Expected|error parsing regexp|invalid|unimplemented)/;

/**
 * Tries an expression with events of every type, each of its parts by itself, so that also what
 * is seldom reached is seen: names, fields and functions that do not exist, and types that do not
 * fit each other. What only some events have, such as a key of a map, is no problem.
 */
export function tryFilter(expr: Expr, events: readonly Event[]): Problem | undefined {
  const all = events.map((event) => ({ event }));
  const problem = tryPart(expr, all);
  if (problem) return problem;
  const wrong = evaluateAll(expr, all).find((result) => typeof result !== "boolean");
  if (wrong === undefined) return undefined;
  return { part: expr, reason: `expected true or false, not ${typeOf(wrong)}` };
}

/** Tries the parts of a part, and then itself, with each set of values. */
function tryPart(part: Expr, all: readonly Values[]): Problem | undefined {
  // `EventType.EVENT_TYPE_…` is one name to the evaluator, though the parser sees two parts.
  const name = nameOf(part);
  if (name && all[0] && !(name[0] in all[0])) {
    if (evaluateAll(part, all).length > 0) return undefined;
    return { part, reason: `there is no ${name.join(".")}` };
  }
  for (const inner of partsOf(part)) {
    const problem = tryPart(inner, all);
    if (problem) return problem;
  }
  return (
    noSuchField(part, all) ?? neverEqual(part, all) ?? neverRight(part, all) ?? tryLoop(part, all)
  );
}

/** Gives the words of a name with dots; undefined for anything else. */
function nameOf({ exprKind: kind }: Expr): [string, ...string[]] | undefined {
  if (kind.case === "identExpr") return [kind.value.name];
  if (kind.case !== "selectExpr" || !kind.value.operand) return undefined;
  const before = nameOf(kind.value.operand);
  return before && [...before, kind.value.field];
}

function noSuchField(part: Expr, all: readonly Values[]): Problem | undefined {
  if (part.exprKind.case !== "selectExpr") return undefined;
  const { operand, field } = part.exprKind.value;
  if (!operand) return undefined;
  const owners = evaluateAll(operand, all);
  for (const owner of owners) {
    if (isReflectMessage(owner)) {
      if (owner.fields.some(({ name }) => name === field)) return undefined;
    } else if (isCelMap(owner)) return undefined;
  }
  const [owner] = owners;
  if (owner === undefined) return undefined;
  return { part, reason: `${typeOf(owner)} has no field ${field}` };
}

/** Finds what is compared with something of a type that it never has. */
function neverEqual(part: Expr, all: readonly Values[]): Problem | undefined {
  if (part.exprKind.case !== "callExpr") return undefined;
  const { function: name, args } = part.exprKind.value;
  const [left, right] = args;
  if (!left || !right || !["_==_", "_!=_", "@in"].includes(name)) return undefined;
  const compared = all.flatMap((values): [string, string[]][] => {
    const [a, b] = [evaluate(left, values), evaluate(right, values)];
    if (isCelError(a) || isCelError(b)) return [];
    const others = name === "@in" ? elementsOf(b) : [b];
    return others.length > 0 ? [[kindOf(a), others.map(kindOf)]] : [];
  });
  const [first] = compared;
  if (!first || compared.some(([kind, others]) => others.some((one) => isAlike(kind, one)))) {
    return undefined;
  }
  const [kind, [other]] = first;
  return { part, reason: `a ${kind} is never a ${other}` };
}

function isAlike(a: string, b: string): boolean {
  return a === b || a === "null" || b === "null";
}

/** Finds what fails for every event, and not for what an event happens to have. */
function neverRight(part: Expr, all: readonly Values[]): Problem | undefined {
  const results = all.map((values) => evaluate(part, values));
  const [first] = results;
  if (!isCelError(first) || !results.every(isCelError)) return undefined;
  const wrong = results.find(({ message }) => NEVER_RIGHT.test(message));
  if (wrong) return { part, reason: wrong.message };
  return isConstant(part) ? { part, reason: first.message } : undefined;
}

function isConstant(part: Expr): boolean {
  return (
    part.exprKind.case !== "identExpr" && [...partsOf(part), ...loopOf(part)].every(isConstant)
  );
}

/** Tries what a macro does, with the elements that there are. */
function tryLoop(part: Expr, all: readonly Values[]): Problem | undefined {
  if (part.exprKind.case !== "comprehensionExpr") return undefined;
  const { iterRange, iterVar, accuVar, accuInit } = part.exprKind.value;
  if (!iterRange || !accuInit) return undefined;
  const inside = all.flatMap((values) => {
    const elements = elementsOf(evaluate(iterRange, values));
    const before = evaluate(accuInit, values);
    return elements.map(
      (element): Values => ({
        ...values,
        [iterVar]: element,
        [accuVar]: isCelError(before) ? false : before,
      }),
    );
  });
  if (inside.length === 0) return undefined;
  for (const inner of loopOf(part)) {
    const problem = tryPart(inner, inside);
    if (problem) return problem;
  }
  return undefined;
}

/** Gives what a macro goes over, and `in` looks through: the keys of a map. */
function elementsOf(range: CelResult): CelValue[] {
  return isCelMap(range) ? [...range.keys()] : isCelList(range) ? [...range] : [];
}

/** Gives what a part is, where it can be evaluated. */
function evaluateAll(part: Expr, all: readonly Values[]): CelValue[] {
  return all.flatMap((values) => {
    const result = evaluate(part, values);
    return isCelError(result) ? [] : [result];
  });
}

function evaluate(part: Expr, values: Values): CelResult {
  beginWork();
  return plan(filterEnv, part)(values);
}

function typeOf(value: CelValue): string {
  return isReflectMessage(value) ? value.desc.typeName : celType(value).name;
}

/** Gives the type of a value as far as it decides what the value can be equal to. */
function kindOf(value: CelValue): string {
  const type = typeOf(value);
  if (["int", "uint", "double"].includes(type)) return "number";
  return type === "null_type" ? "null" : type;
}
