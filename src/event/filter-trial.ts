import {
  type CelResult,
  type CelValue,
  celType,
  isCelError,
  isCelList,
  isCelMap,
} from "@bufbuild/cel";
import { isReflectMessage } from "@bufbuild/protobuf/reflect";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { beginTrial, TooMuchWork } from "./filter-env.ts";
import { type Expr, loopOf, partsOf } from "./filter-parse.ts";
import { Scope, type Values } from "./filter-scope.ts";

/** With so many elements alike a macro is tried: more would tell nothing new. */
const MOST_ALIKE = 5;

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
  beginTrial();
  try {
    return tryWhole(expr, new Scope(events.map((event) => ({ event }))));
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    const reason = "the expression takes too long: expected fewer parts, shorter lists or patterns";
    return { part: expr, reason };
  }
}

function tryWhole(expr: Expr, scope: Scope): Problem | undefined {
  const problem = tryPart(expr, scope);
  if (problem) return problem;
  const wrong = scope.valuesOf(expr).find((result) => typeof result !== "boolean");
  if (wrong === undefined) return undefined;
  return { part: expr, reason: `expected true or false, not ${typeOf(wrong)}` };
}

/** Tries the parts of a part, and then itself, with each set of values. */
function tryPart(part: Expr, scope: Scope): Problem | undefined {
  // `EventType.EVENT_TYPE_…` is one name to the evaluator, though the parser sees two parts.
  const name = nameOf(part);
  if (name && scope.all[0] && !(name[0] in scope.all[0])) {
    if (scope.valuesOf(part).length > 0) return undefined;
    return { part, reason: `there is no ${name.join(".")}` };
  }
  for (const inner of partsOf(part)) {
    const problem = tryPart(inner, scope);
    if (problem) return problem;
  }
  return (
    noSuchField(part, scope) ??
    neverEqual(part, scope) ??
    neverRight(part, scope) ??
    tryLoop(part, scope)
  );
}

/** Gives the words of a name with dots; undefined for anything else. */
function nameOf({ exprKind: kind }: Expr): [string, ...string[]] | undefined {
  if (kind.case === "identExpr") return [kind.value.name];
  if (kind.case !== "selectExpr" || !kind.value.operand) return undefined;
  const before = nameOf(kind.value.operand);
  return before && [...before, kind.value.field];
}

function noSuchField(part: Expr, scope: Scope): Problem | undefined {
  if (part.exprKind.case !== "selectExpr") return undefined;
  const { operand, field } = part.exprKind.value;
  if (!operand) return undefined;
  const owners = scope.valuesOf(operand);
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
function neverEqual(part: Expr, scope: Scope): Problem | undefined {
  if (part.exprKind.case !== "callExpr") return undefined;
  const { function: name, args } = part.exprKind.value;
  const [left, right] = args;
  if (!left || !right || !["_==_", "_!=_", "@in"].includes(name)) return undefined;
  const rights = scope.resultsOf(right);
  const compared = scope.resultsOf(left).flatMap((a, index): [string, string[]][] => {
    const b = rights[index];
    if (b === undefined || isCelError(a) || isCelError(b)) return [];
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
function neverRight(part: Expr, scope: Scope): Problem | undefined {
  const results = scope.resultsOf(part);
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

/** Tries what a macro does, with some of the elements that there are. */
function tryLoop(part: Expr, scope: Scope): Problem | undefined {
  if (part.exprKind.case !== "comprehensionExpr") return undefined;
  const { iterRange, iterVar, accuVar, accuInit } = part.exprKind.value;
  if (!iterRange || !accuInit) return undefined;
  const ranges = scope.resultsOf(iterRange);
  const befores = scope.resultsOf(accuInit);
  const inside = scope.all.flatMap((values, index) => {
    const before = befores[index];
    return differentOf(elementsOf(ranges[index])).map(
      (element): Values => ({
        ...values,
        [iterVar]: element,
        [accuVar]: before === undefined || isCelError(before) ? false : before,
      }),
    );
  });
  if (inside.length === 0) return undefined;
  const within = new Scope(inside);
  for (const inner of loopOf(part)) {
    const problem = tryPart(inner, within);
    if (problem) return problem;
  }
  return undefined;
}

/** Takes a few elements of each shape. */
function differentOf(elements: readonly CelValue[]): CelValue[] {
  return [...Map.groupBy(elements, shapeOf).values()].flatMap((alike) =>
    alike.slice(0, MOST_ALIKE),
  );
}

/** Gives the type of a value, and of what is in it. */
function shapeOf(value: CelValue): string {
  if (isCelList(value)) return `[${[...new Set([...value].map(shapeOf))]}]`;
  if (isCelMap(value)) return `{${[...new Set([...value.values()].map(shapeOf))]}}`;
  return typeOf(value);
}

/** Gives what a macro goes over, and `in` looks through: the keys of a map. */
function elementsOf(range: CelResult | undefined): CelValue[] {
  return isCelMap(range) ? [...range.keys()] : isCelList(range) ? [...range] : [];
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
