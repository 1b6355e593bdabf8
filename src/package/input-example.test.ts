import { describe, expect, it } from "vitest";
import {
  type ExampleVector,
  readVectors,
  toExample,
} from "../../test/vectors/signature/read-examples.ts";
import { SignatureError } from "../signature/error.ts";
import { saveInputExample } from "./input-example.ts";

const vectors = readVectors<ExampleVector>("examples.jsonl");

describe("saving what MLflow saved", () => {
  it.each(vectors.filter(({ info }) => info))(
    "writes the files of $id as MLflow does",
    (vector) => {
      expect(saveInputExample(toExample(vector.kind, vector.input))).toEqual({
        files: [
          { path: "input_example.json", content: vector["input_example.json"] },
          { path: "serving_input_example.json", content: vector["serving_input_example.json"] },
        ],
        info: vector.info,
      });
    },
  );

  it.each(vectors.filter((vector) => vector.expected_error))(
    "refuses $id, as MLflow does",
    ({ kind, input }) => {
      expect(() => saveInputExample(toExample(kind, input))).toThrow(SignatureError);
    },
  );
});

describe("parameters beside an example", () => {
  const save = (text: string, params: string) => {
    const { files, info } = saveInputExample({ kind: "json", text }, params);
    return { texts: files.map(({ content }) => content.replaceAll(/\n */g, "")), info };
  };

  it("are saved under a name of their own", () => {
    expect(save("1.5", '{"p": 1, "q": [1, 2.5]}')).toEqual({
      texts: [
        '{"inputs": 1.5, "params": {"p": 1, "q": [1, 2.5]}}',
        '{"inputs": 1.5,"params": {"p": 1,"q": [1,2.5]}}',
      ],
      info: {
        artifact_path: "input_example.json",
        params: "true",
        type: "json_object",
        serving_input_path: "serving_input_example.json",
      },
    });
  });

  it("stand among the members of a chat request, and win there", () => {
    const { texts } = save('{"messages": 1, "p": 0, "z": 1}', '{"p": 1, "inputs": 2}');
    expect(texts).toEqual([
      '{"inputs": {"messages": 1, "p": 0, "z": 1}, "params": {"p": 1, "inputs": 2}}',
      '{"messages": 1,"p": 1,"z": 1,"inputs": 2}',
    ]);
  });

  it("are written, but not mentioned, where there is none", () => {
    const { texts, info } = save("1", "{}");
    expect(texts[0]).toBe('{"inputs": 1, "params": {}}');
    expect(info).not.toHaveProperty("params");
  });

  it.each(["{", "[1]", '{"p": null}'])("are refused where MLflow would refuse %s", (params) => {
    expect(() => save("1", params)).toThrow(SignatureError);
  });
});

describe("an example that JSON has few words for", () => {
  it("leaves out the names that pandas gave the columns", () => {
    const column = (name: bigint) => ({ name, dtype: "int64", values: [name] });
    const ordered = saveInputExample({ kind: "table", columns: [column(0n), column(1n)] });
    expect(ordered.files[0]?.content).toBe('{"data": [[0, 1]]}');
    expect(ordered.info.pandas_orient).toBe("values");
    const turned = saveInputExample({ kind: "table", columns: [column(1n), column(0n)] });
    expect(turned.files[0]?.content).toBe('{"columns": [1, 0], "data": [[1, 0]]}');
    expect(turned.info.pandas_orient).toBe("split");
  });

  it.each([
    ["complex64", "input_example.array.dtype"],
    ["float128", "input_example.array.dtype"],
    ["timedelta64[s]", "input_example.array.dtype"],
    ["void", "input_example.array.dtype"],
  ])("of %s is refused with its place", (dtype, path) => {
    const save = () => saveInputExample({ kind: "array", dtype, shape: [1], data: [1n] });
    expect(save).toThrow(expect.objectContaining({ name: "SignatureError", path }));
  });

  it("is saved where it has no such values", () => {
    const { files } = saveInputExample({ kind: "array", dtype: "complex64", shape: [0], data: [] });
    expect(files[0]?.content).toBe("[]");
    const column = { name: "t", dtype: "timedelta64[ns]", values: [null] };
    const table = saveInputExample({ kind: "table", columns: [column] });
    expect(table.files[0]?.content).toBe('{"columns": ["t"], "data": [["NaT"]]}');
  });
});
