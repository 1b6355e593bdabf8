import type {
  Column,
  ColumnType,
  ObjectType,
  ParamSpec,
  Property,
  Schema,
  Signature,
  Tensor,
} from "#gen/modelwire/registry/v1/signature_pb.js";
import { gather, refuse } from "./error.ts";
import { fromValue } from "./from-value.ts";
import {
  type ColumnJson,
  isTensors,
  type ObjectJson,
  type ParamJson,
  type PropertyJson,
  type SchemaJson,
  type SignatureJson,
  type TensorJson,
  type TypeJson,
} from "./mlflow-json.ts";
import { numpyDtypeName } from "./numpy-dtype.ts";
import { readDefault } from "./read-default.ts";
import { paramTypeReason } from "./read-params.ts";
import { dtypeReason } from "./read-schema.ts";
import { emptyReason, readSignature } from "./read-signature.ts";
import { noVectorMap, noVectorProperty, propertyProblem, sortByCodePoint } from "./read-type.ts";
import { scalarName } from "./scalar-types.ts";
import { checkSchema, refuseDuplicates } from "./schema-rules.ts";

/**
 * Takes a signature's message into MLflow's own shapes: from `mlflow_json` where the message has
 * it, since that can say more, else from the typed parts.
 *
 * @throws SignatureError where the message breaks MLflow's rules.
 */
export function signatureJson(signature: Signature): SignatureJson {
  const { mlflowJson } = signature;
  if (mlflowJson?.inputs || mlflowJson?.outputs || mlflowJson?.params) {
    return readSignature(mlflowJson, "signature.mlflow_json.");
  }
  const json = fromMessage(signature);
  checkTypedSchemas(json);
  return json;
}

/**
 * Takes the typed parts of a signature into MLflow's own shapes. Whether the columns of a schema go
 * together is left to checkSchema.
 *
 * @throws SignatureError with everything that is wrong: paths are those of the proto fields, from
 *   `signature` on.
 */
export function fromMessage(signature: Signature): SignatureJson {
  const json: SignatureJson = {};
  gather(["inputs", "outputs", "params"] as const, (part) => {
    const path = `signature.${part}`;
    if (part !== "params") {
      const schema = signature[part];
      if (schema !== undefined) json[part] = fromSchema(schema, path);
    } else if (signature.params.length > 0) {
      json.params = gather(signature.params, (param, index) =>
        fromParam(param, `${path}[${index}]`),
      );
      refuseDuplicates(names(signature.params), path);
    }
  });
  if (Object.keys(json).length === 0) refuse("signature", emptyReason);
  return json;
}

/**
 * Checks how the columns or tensors of typed schemas go together, as checkSchema says.
 *
 * @throws SignatureError with the paths of proto fields, from `signature` on.
 */
export function checkTypedSchemas(json: SignatureJson): void {
  gather(["inputs", "outputs"] as const, (part) => {
    const schema = json[part];
    if (schema === undefined) return;
    const list = isTensors(schema) ? "tensors.tensors" : "columns.columns";
    checkSchema(schema, `signature.${part}.${list}`);
  });
}

function fromSchema({ kind }: Schema, path: string): SchemaJson {
  switch (kind.case) {
    case "columns":
      return gather(kind.value.columns, (column, index) =>
        fromColumn(column, `${path}.columns.columns[${index}]`),
      );
    case "tensors":
      return gather(kind.value.tensors, (tensor, index) =>
        fromTensor(tensor, `${path}.tensors.tensors[${index}]`),
      );
    case undefined:
      return refuse(path, "expected columns or tensors");
  }
}

function fromColumn({ name, type, required }: Column, path: string): ColumnJson {
  return {
    ...fromType(type, `${path}.type`),
    ...(name !== undefined && { name }),
    required: required ?? true,
  };
}

function fromTensor({ name, dtype, shape }: Tensor, path: string): TensorJson {
  return {
    ...(name !== undefined && { name }),
    type: "tensor",
    "tensor-spec": {
      dtype: numpyDtypeName(dtype) ?? refuse(`${path}.dtype`, dtypeReason),
      shape: shape.map((size, index) =>
        size >= -1 ? BigInt(size) : refuse(`${path}.shape[${index}]`, "expected -1 for any size"),
      ),
    },
  };
}

function fromParam(param: ParamSpec, path: string): ParamJson {
  if (param.name === "") refuse(`${path}.name`, "expected a name");
  const type = fromType(param.type, `${path}.type`);
  switch (type.type) {
    case "array":
    case "map":
    case "any":
    case "sparkml_vector":
    case "binary":
      return refuse(`${path}.type`, paramTypeReason);
  }
  const [size, ...more] = param.shape;
  const list = size !== undefined;
  if (list && (size !== -1 || more.length > 0)) {
    refuse(`${path}.shape`, "expected nothing for a single value or -1 alone for a list");
  }
  const valuePath = `${path}.default_value`;
  const given = param.defaultValue?.kind.case === undefined ? null : param.defaultValue;
  const value = given && fromValue(given, list ? { type: "array", items: type } : type, valuePath);
  return {
    name: param.name,
    default: readDefault(value, type, list, valuePath),
    shape: list ? [-1n] : null,
    ...type,
  };
}

function fromType(message: ColumnType | undefined, path: string): TypeJson {
  const type = message?.type;
  switch (type?.case) {
    case "scalar": {
      const name = scalarName(type.value);
      return name ? { type: name } : refuse(`${path}.scalar`, "expected a type of the enum");
    }
    case "array":
      return { type: "array", items: fromType(type.value.items, `${path}.array.items`) };
    case "map": {
      const valuesPath = `${path}.map.values`;
      const values = fromType(type.value.values, valuesPath);
      if (values.type === "sparkml_vector") refuse(valuesPath, noVectorMap);
      return { type: "map", values };
    }
    case "object":
      return fromObject(type.value, `${path}.object.properties`);
    case "any":
      return { type: "any" };
    case "sparkmlVector":
      return { type: "sparkml_vector" };
    case undefined:
      return refuse(path, "expected scalar, array, object, map, any or sparkml_vector");
  }
}

function fromObject({ properties }: ObjectType, path: string): ObjectJson {
  if (properties.length === 0) refuse(path, "expected at least one property");
  refuseDuplicates(names(properties), path);
  const entries = gather(properties, (property, index) =>
    fromProperty(property, `${path}[${index}]`),
  );
  return { type: "object", properties: new Map(sortByCodePoint(entries)) };
}

function fromProperty(property: Property, path: string): [string, PropertyJson] {
  const { name } = property;
  const problem = name === "" ? "expected a name" : propertyProblem(name);
  if (problem !== undefined) refuse(`${path}.name`, problem);
  const type = fromType(property.type, `${path}.type`);
  if (type.type === "sparkml_vector") refuse(`${path}.type`, noVectorProperty);
  return [name, { ...type, required: property.required ?? true }];
}

function names(owners: readonly { name: string }[]): string[] {
  return owners.map(({ name }) => name);
}
