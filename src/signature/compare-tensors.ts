import {
  matchByName,
  type NameKey,
  namedPath,
  nameKey,
  reordered,
  type Side,
  type SignatureDifference,
} from "./compare-difference.ts";
import { schemaText, tensorText } from "./compare-text.ts";
import { newlyGiven, newlyTaken, noLongerGiven } from "./compare-types.ts";
import type { TensorJson } from "./mlflow-json.ts";
import { tupleRepr } from "./python-text.ts";

/**
 * Compares tensors: those with names by name, or the only one without.
 *
 * Inputs follow what MLflow does with arrays and with DataFrames (`_enforce_tensor_schema` and
 * `_enforce_tensor_spec` in mlflow/models/utils.py). A dimension of -1 takes arrays of any size, and
 * an object tensor of shape (-1,) takes any array. But MLflow makes an array of a DataFrame only
 * where the first dimension is -1 and the others are fixed, so a fixed dimension that becomes -1
 * can break callers that send one.
 *
 * Outputs are not checked by MLflow: their readers must get arrays of the shape that they expect.
 */
export function compareTensors(
  old: TensorJson[],
  next: TensorJson[],
  path: string,
  side: Side,
): SignatureDifference[] {
  const [oldOnly, nextOnly] = [unnamed(old), unnamed(next)];
  const framed = side === "inputs" && old.every(takesFrames);
  if (oldOnly !== undefined && nextOnly !== undefined) {
    return compareTensor(oldOnly, nextOnly, `${path}[0]`, side, framed);
  }
  if (oldOnly === undefined && nextOnly === undefined) {
    return compareNamed(byName(old), byName(next), path, side, framed);
  }
  return [
    {
      path,
      kind: "naming_changed",
      old: schemaText(old),
      next: schemaText(next),
      compatible: false,
      reason: namingReasons[side][nextOnly === undefined ? "named" : "unnamed"],
    },
  ];
}

const namingReasons = {
  inputs: {
    named: "callers are refused, unless they send a dict of arrays by these names",
    unnamed: "callers that send arrays by name are refused",
  },
  outputs: {
    named: "readers that take the only array find a dict of arrays",
    unnamed: "readers that take arrays by name find a single one without",
  },
};

function unnamed(tensors: TensorJson[]): TensorJson | undefined {
  return tensors[0]?.name === undefined ? tensors[0] : undefined;
}

function byName(tensors: TensorJson[]): ReadonlyMap<NameKey, TensorJson> {
  return new Map(tensors.map((tensor) => [nameKey(tensor.name ?? ""), tensor]));
}

function compareNamed(
  old: ReadonlyMap<NameKey, TensorJson>,
  next: ReadonlyMap<NameKey, TensorJson>,
  path: string,
  side: Side,
  framed: boolean,
): SignatureDifference[] {
  const { common, removed, added } = matchByName(old, next);
  const required = { required: true };
  return [
    ...common.flatMap(([name, before, after]) =>
      compareTensor(before, after, namedPath(path, name), side, framed),
    ),
    ...removed.map(([name, tensor]) => ({
      path: namedPath(path, name),
      kind: "removed" as const,
      old: tensorText(tensor),
      ...(side === "inputs" ? tensorIgnored : noLongerGiven(required)),
    })),
    ...added.map(([name, tensor]) => ({
      path: namedPath(path, name),
      kind: "added" as const,
      next: tensorText(tensor),
      ...(side === "inputs" ? newlyTaken(required) : newlyGiven),
    })),
    ...reordered(old, next, path),
  ];
}

const tensorIgnored = {
  compatible: true,
  reason: "callers may still send it: MLflow ignores arrays that it does not know",
};

/** @param framed whether callers could send a DataFrame so far. */
function compareTensor(
  { "tensor-spec": old }: TensorJson,
  { "tensor-spec": next }: TensorJson,
  path: string,
  side: Side,
  framed: boolean,
): SignatureDifference[] {
  const differences: SignatureDifference[] = [];
  const anyArray = side === "inputs" && takesAnyArray(next);
  if (old.dtype !== next.dtype) {
    differences.push({
      path: `${path}.tensor-spec.dtype`,
      kind: "dtype_changed",
      old: old.dtype,
      next: next.dtype,
      ...(anyArray ? arrayTaken : dtypeBreaks(old.dtype, side)),
    });
  }
  if (tupleRepr(old.shape) !== tupleRepr(next.shape)) {
    const taken = side === "inputs" ? covers(next.shape, old.shape) : covers(old.shape, next.shape);
    differences.push({
      path: `${path}.tensor-spec.shape`,
      kind: "shape_changed",
      old: tupleRepr(old.shape),
      next: tupleRepr(next.shape),
      ...shapeVerdict(taken, side, framed, anyArray),
    });
  }
  return differences;
}

const arrayTaken = {
  compatible: true,
  reason: "MLflow takes any array for an object tensor of shape (-1,)",
};

function dtypeBreaks(old: string, side: Side) {
  const reason =
    side === "inputs"
      ? `callers that send ${old} are refused: MLflow converts no arrays`
      : `readers of ${old} find another dtype`;
  return { compatible: false, reason };
}

function shapeVerdict(taken: boolean, side: Side, framed: boolean, anyArray: boolean) {
  if (side === "outputs") {
    const reason = taken
      ? "readers get arrays of a shape that they had to expect"
      : "readers get arrays of shapes that they do not expect";
    return { compatible: taken, reason };
  }
  if (!taken && !anyArray) {
    return { compatible: false, reason: "callers that send arrays of the old shape are refused" };
  }
  if (framed) {
    return {
      compatible: false,
      reason:
        "arrays are still taken, but callers that send a DataFrame are refused: for that, all dimensions but the first must be as they were",
    };
  }
  return anyArray
    ? arrayTaken
    : { compatible: true, reason: "arrays of the old shape are still taken" };
}

/** Says whether arrays of one shape are arrays of another, which may have any size somewhere. */
function covers(wide: readonly bigint[], narrow: readonly bigint[]): boolean {
  return (
    wide.length === narrow.length &&
    wide.every((size, index) => size === -1n || size === narrow[index])
  );
}

function takesAnyArray({ dtype, shape }: TensorJson["tensor-spec"]): boolean {
  return dtype === "object" && shape.length === 1 && shape[0] === -1n;
}

function takesFrames({ "tensor-spec": { shape } }: TensorJson): boolean {
  const [first, ...others] = shape;
  return first === -1n && !others.includes(-1n);
}
