import { parse } from "@bufbuild/cel";
import { BOUNDED } from "./filter-env.ts";

/** A parsed expression. */
export type Parsed = ReturnType<typeof parse>;
/** A part of a parsed expression. */
export type Expr = NonNullable<Parsed["expr"]>;

const MOST_CHARACTERS = 4000;
/** Each part is tried by itself, so that depth costs twice. */
const DEEPEST = 100;

const TOO_DEEP = `1:1: expected parts that nest at most ${DEEPEST} deep`;

/** Says what is wrong with a filter, and where. */
export class FilterError extends Error {
  override readonly name = "FilterError";
}

/**
 * Parses a filter. A macro inside another, or over what another gives, is refused: with them a
 * short expression could take any time and memory.
 * @throws FilterError
 */
export function parseFilter(text: string): Parsed & { expr: Expr } {
  if ([...text].length > MOST_CHARACTERS) {
    throw new FilterError(`expected at most ${MOST_CHARACTERS} characters`);
  }
  const parsed = parseText(text);
  const { expr } = parsed;
  if (!expr) throw new FilterError("1:1: expected an expression");
  if (isDeeper(expr, DEEPEST)) throw new FilterError(TOO_DEEP);
  boundMacros(expr, (part) => {
    const reason = "a macro cannot be inside another, nor go over what another gives";
    throw problemAt(text, parsed, part, reason);
  });
  return { ...parsed, expr };
}

/** Creates the error for a part of an expression, with its line and column. */
export function problemAt(text: string, parsed: Parsed, part: Expr, reason: string): FilterError {
  const offset = parsed.sourceInfo?.positions[String(part.id)] ?? 0;
  const lines = text.slice(0, offset).split("\n");
  return new FilterError(`${lines.length}:${(lines.at(-1) ?? "").length + 1}: ${reason}`);
}

function parseText(text: string): Parsed {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new FilterError(TOO_DEEP);
    if (!(error instanceof Error)) throw error;
    throw new FilterError(syntaxProblem(error));
  }
}

/** Says where the parser stopped, in fewer words than all that it would have taken there. */
function syntaxProblem(error: Error): string {
  if (!("location" in error)) return `1:1: ${error.message}`;
  const { start } = error.location as { start: { line: number; column: number } };
  const found = "found" in error ? error.found : undefined;
  const what =
    typeof found === "string" && found !== ""
      ? `unexpected ${JSON.stringify(found)}`
      : "unexpected end";
  return `${start.line}:${start.column}: ${what}`;
}

/** Gives the parts of a part, a macro's own ones apart. */
export function partsOf({ exprKind: kind }: Expr): Expr[] {
  switch (kind.case) {
    case "selectExpr":
      return given(kind.value.operand);
    case "callExpr":
      return given(kind.value.target, ...kind.value.args);
    case "listExpr":
      return kind.value.elements;
    case "structExpr":
      return kind.value.entries.flatMap(({ keyKind, value }) =>
        given(keyKind.case === "mapKey" ? keyKind.value : undefined, value),
      );
    case "comprehensionExpr":
      return given(kind.value.iterRange);
    default:
      return [];
  }
}

/** Gives the parts that a macro evaluates for each element; empty for what is no macro. */
export function loopOf({ exprKind: kind }: Expr): Expr[] {
  if (kind.case !== "comprehensionExpr") return [];
  return given(kind.value.loopCondition, kind.value.loopStep);
}

function isDeeper(expr: Expr, deepest: number): boolean {
  if (deepest === 0) return true;
  return [...partsOf(expr), ...loopOf(expr)].some((part) => isDeeper(part, deepest - 1));
}

function given(...parts: (Expr | undefined)[]): Expr[] {
  return parts.filter((part) => part !== undefined);
}

/** Has each macro go over a bounded range; calls `refuse` for one that belongs to another. */
function boundMacros(expr: Expr, refuse: (part: Expr) => never): void {
  const { exprKind: kind } = expr;
  if (kind.case === "comprehensionExpr") {
    const { iterRange } = kind.value;
    const inner = [...given(iterRange), ...loopOf(expr)].map(findMacro).find(Boolean);
    if (inner) refuse(inner);
    const parts = loopOf(expr).reduce((count, part) => count + countParts(part), 0);
    if (iterRange) kind.value.iterRange = boundedRange(iterRange, parts);
    return;
  }
  for (const part of partsOf(expr)) boundMacros(part, refuse);
}

function findMacro(expr: Expr): Expr | undefined {
  if (expr.exprKind.case === "comprehensionExpr") return expr;
  for (const part of partsOf(expr)) {
    const found = findMacro(part);
    if (found) return found;
  }
  return undefined;
}

/** Counts a part and the parts of it, a macro's own ones apart. */
export function countParts(expr: Expr): number {
  return partsOf(expr).reduce((count, part) => count + countParts(part), 1);
}

function boundedRange(range: Expr, parts: number): Expr {
  const count: Expr = {
    $typeName: "cel.expr.Expr",
    id: range.id,
    exprKind: {
      case: "constExpr",
      value: {
        $typeName: "cel.expr.Constant",
        constantKind: { case: "int64Value", value: BigInt(parts) },
      },
    },
  };
  const call = {
    $typeName: "cel.expr.Expr.Call" as const,
    function: BOUNDED,
    args: [range, count],
  };
  return { $typeName: "cel.expr.Expr", id: range.id, exprKind: { case: "callExpr", value: call } };
}
