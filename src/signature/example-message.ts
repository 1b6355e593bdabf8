import type {
  ExampleArray as ArrayMessage,
  Example as ExampleMessage,
} from "#gen/modelwire/registry/v1/example_pb.js";
import { refuse } from "./error.ts";
import type { ArrayExample, Example } from "./example.ts";
import { isList, type PythonValue, parsePythonJson } from "./python-json.ts";

/**
 * Reads the example of a request.
 *
 * @throws SignatureError with paths below `path`, such as `input.table.columns[2].values`
 */
export function fromExampleMessage({ kind }: ExampleMessage, path: string): Example {
  switch (kind.case) {
    case "json":
      return { kind: "json", text: kind.value };
    case "table":
      return {
        kind: "table",
        columns: kind.value.columns.map(({ name, dtype, values }, i) => ({
          name: name ?? BigInt(i),
          dtype,
          values: readList(values, `${path}.table.columns[${i}].values`),
        })),
      };
    case "array":
      return readArray(kind.value, `${path}.array`);
    case "arrays":
      return { kind: "arrays", arrays: readArrays(kind.value.arrays, `${path}.arrays`) };
    case undefined:
      return refuse(path, "expected one of json, table, array and arrays");
  }
}

function readArrays(
  arrays: readonly { name: string; array?: ArrayMessage | undefined }[],
  path: string,
): Map<string, ArrayExample> {
  const read = new Map<string, ArrayExample>();
  for (const [i, { name, array }] of arrays.entries()) {
    const at = `${path}.arrays[${i}]`;
    if (read.has(name)) refuse(`${at}.name`, `"${name}" is there already: each name once`);
    if (!array) refuse(`${at}.array`, "expected an array");
    read.set(name, readArray(array, `${at}.array`));
  }
  return read;
}

function readArray({ dtype, shape, data }: ArrayMessage, path: string): ArrayExample {
  return { kind: "array", dtype, shape, data: parsePythonJson(data, `${path}.data`) };
}

function readList(text: string, path: string): readonly PythonValue[] {
  const value = parsePythonJson(text, path);
  return isList(value) ? value : refuse(path, "expected a JSON array");
}
