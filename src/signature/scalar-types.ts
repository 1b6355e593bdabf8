import { ScalarType } from "#gen/modelwire/registry/v1/signature_pb.js";
import type { ScalarName } from "./mlflow-json.ts";

/** Maps MLflow's names of scalar types to the enum's. */
export const scalarTypes: Record<ScalarName, Exclude<ScalarType, ScalarType.UNSPECIFIED>> = {
  boolean: ScalarType.BOOLEAN,
  integer: ScalarType.INTEGER,
  long: ScalarType.LONG,
  float: ScalarType.FLOAT,
  double: ScalarType.DOUBLE,
  string: ScalarType.STRING,
  binary: ScalarType.BINARY,
  datetime: ScalarType.DATETIME,
};

/** Names a scalar type as MLflow does; undefined for an unspecified or unknown one. */
export function scalarName(type: ScalarType): ScalarName | undefined {
  return scalarNames.get(type);
}

const scalarNames = new Map(
  Object.entries(scalarTypes).map(([name, type]) => [type as ScalarType, name as ScalarName]),
);
