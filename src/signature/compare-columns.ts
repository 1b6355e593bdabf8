import {
  matchByName,
  type NameKey,
  namedPath,
  nameKey,
  reordered,
  requiredChanged,
  type Side,
  type SignatureDifference,
} from "./compare-difference.ts";
import { schemaText, specText } from "./compare-text.ts";
import { compareTypes, newlyGiven, newlyTaken, noLongerGiven } from "./compare-types.ts";
import type { ColumnJson } from "./mlflow-json.ts";

/**
 * Compares columns. Those with names are matched by name, the others by place.
 *
 * Inputs follow what MLflow does with a DataFrame or a list of records (`_enforce_schema` in
 * mlflow/models/utils.py): it ignores columns that the signature does not know, so one that goes
 * away breaks nobody, nor does a new one that may be left out. Nothing is said of a caller whose
 * data have, by chance, a column of a new one's name, nor of dicts of lists, which MLflow reads one
 * way or another by whether there is an array or object among all columns.
 *
 * Outputs are not checked by MLflow: their readers must find, by name or by place, what they found.
 */
export function compareColumns(
  old: ColumnJson[],
  next: ColumnJson[],
  path: string,
  side: Side,
): SignatureDifference[] {
  const [oldNamed, nextNamed] = [hasNames(old), hasNames(next)];
  if (oldNamed !== nextNamed) return [namingChanged(old, next, path, side)];
  return nextNamed ? compareNamed(old, next, path, side) : comparePlaced(old, next, path, side);
}

function hasNames(columns: ColumnJson[]): boolean {
  return columns[0]?.name !== undefined;
}

function namingChanged(
  old: ColumnJson[],
  next: ColumnJson[],
  path: string,
  side: Side,
): SignatureDifference {
  const texts = { old: schemaText(old), next: schemaText(next) };
  const difference = { path, kind: "naming_changed" as const, ...texts };
  const named = hasNames(next);
  if (side === "outputs") {
    const reason = named
      ? "readers that take columns by place find names"
      : "readers that take columns by name find none";
    return { ...difference, compatible: false, reason };
  }
  if (named) {
    const reason = "callers whose data have no columns of these names are refused";
    return { ...difference, compatible: false, reason };
  }
  // Such is the signature that MLflow infers where inference fails: a single column of any.
  const required = old.filter((column) => column.required).length;
  return next.length <= required && next.every(({ type }) => type === "any")
    ? { ...difference, compatible: true, reason: "callers may send anything in any column" }
    : {
        ...difference,
        compatible: false,
        reason: "callers are refused where the first columns of their data are of other types",
      };
}

function compareNamed(
  oldColumns: ColumnJson[],
  nextColumns: ColumnJson[],
  path: string,
  side: Side,
): SignatureDifference[] {
  const [old, next] = [byName(oldColumns), byName(nextColumns)];
  const { common, removed, added } = matchByName(old, next);
  return [
    ...common.flatMap(([name, before, after]) => {
      const columnPath = namedPath(path, name);
      return [
        ...compareTypes(before, after, columnPath, side),
        ...requiredChanged(before.required, after.required, columnPath, side),
      ];
    }),
    ...removed.map(([name, column]) => ({
      path: namedPath(path, name),
      kind: "removed" as const,
      old: specText(column),
      ...(side === "inputs" ? columnIgnored : noLongerGiven(column)),
    })),
    ...added.map(([name, column]) => ({
      path: namedPath(path, name),
      kind: "added" as const,
      next: specText(column),
      ...(side === "inputs" ? newlyTaken(column) : newlyGiven),
    })),
    ...reordered(old, next, path),
  ];
}

const columnIgnored = {
  compatible: true,
  reason: "callers may still send it: MLflow ignores columns that it does not know",
};

/**
 * Compares columns without names. All of them are required, whatever they say. Of inputs MLflow
 * ignores what stands after the last; readers of outputs count on the number, too.
 */
function comparePlaced(
  old: ColumnJson[],
  next: ColumnJson[],
  path: string,
  side: Side,
): SignatureDifference[] {
  const differences: SignatureDifference[] = [];
  for (let index = 0; index < Math.max(old.length, next.length); index += 1) {
    const [before, after] = [old[index], next[index]];
    const columnPath = `${path}[${index}]`;
    if (before !== undefined && after !== undefined) {
      differences.push(...compareTypes(before, after, columnPath, side));
    } else if (before !== undefined) {
      const verdict = side === "inputs" ? columnIgnored : numberChanged;
      differences.push({
        path: columnPath,
        kind: "removed",
        old: specText(before),
        ...verdict,
      });
    } else if (after !== undefined) {
      const verdict = side === "inputs" ? newlyTaken({ required: true }) : numberChanged;
      differences.push({ path: columnPath, kind: "added", next: specText(after), ...verdict });
    }
  }
  return differences;
}

const numberChanged = {
  compatible: false,
  reason: "readers that take columns by place find another number of them",
};

/**
 * Takes columns by name. Of two with one name MLflow checks values against the last, and wants the
 * column where either is required.
 */
function byName(columns: ColumnJson[]): ReadonlyMap<NameKey, ColumnJson> {
  const map = new Map<NameKey, ColumnJson>();
  for (const column of columns) {
    const name = nameKey(column.name ?? "");
    const required = column.required || (map.get(name)?.required ?? false);
    map.set(name, { ...column, required });
  }
  return map;
}
