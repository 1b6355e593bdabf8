import { describe, expect, it } from "vitest";
import {
  readInferredSignatures,
  readSchemaVectors,
} from "../../test/vectors/signature/read-vectors.ts";
import { parseSignature } from "./parse.ts";
import { signatureText } from "./text.ts";

describe("the text that Python prints", () => {
  it.each(readInferredSignatures())("is that of the inferred $id", ({ texts, string }) => {
    const signature = parseSignature(texts);
    expect(signatureText(signature)).toBe(string);
    expect(signature.text).toBe(string);
  });

  it.each(readSchemaVectors().filter(({ string }) => string !== undefined))(
    "is that of $id",
    ({ part, json, string }) => {
      const texts = part === "params" ? { params: json } : { inputs: json };
      const [inputs, params] = part === "params" ? ["None", string] : [string, "None"];
      expect(signatureText(parseSignature(texts))).toBe(
        `inputs: \n  ${inputs}\noutputs: \n  None\nparams: \n  ${params}\n`,
      );
    },
  );

  it("shows datetimes as Python holds them", () => {
    const params =
      '[{"name":"a","type":"datetime","default":"2024-01-01T00:00:00.5Z"},' +
      '{"name":"b","type":"datetime","shape":[-1],"default":["2024-01-01","2024-01-01T01:02"]}]';
    expect(signatureText(parseSignature({ params }))).toContain(
      "['a': datetime (default: 2024-01-01 00:00:00.500000), " +
        "'b': datetime (default: [datetime.date(2024, 1, 1), " +
        "datetime.datetime(2024, 1, 1, 1, 2)]) (shape: (-1,))]",
    );
  });

  it("does not need MLflow's JSON", () => {
    const signature = parseSignature({
      inputs: '[{"type":"map","values":{"type":"long"},"name":"m","required":true}]',
    });
    delete signature.mlflowJson;
    expect(signatureText(signature)).toBe(
      "inputs: \n  ['m': Map(str -> DataType.long) (required)]\noutputs: \n  None\nparams: \n  None\n",
    );
  });
});
