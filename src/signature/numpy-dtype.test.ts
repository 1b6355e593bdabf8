import { describe, expect, it } from "vitest";
import { numpyDtypeName } from "./numpy-dtype.ts";

describe("names of numpy dtypes", () => {
  it.each([
    ["float64", "float64"],
    ["float", "float64"],
    ["f8", "float64"],
    [">f8", "float64"],
    ["=d", "float64"],
    ["i4", "int32"],
    ["int", "int64"],
    ["b", "int8"],
    ["?", "bool"],
    ["U", "str"],
    ["<U", "str"],
    ["|S", "bytes"],
    ["O", "object"],
    ["c16", "complex128"],
    ["V8", "void64"],
    ["datetime64[ns]", "datetime64[ns]"],
    ["<M8[10us]", "datetime64[10us]"],
    ["m8[1s]", "timedelta64[s]"],
  ])("names %s as %s", (text, name) => {
    expect(numpyDtypeName(text)).toBe(name);
  });

  it.each([
    "",
    "nope",
    "Float64",
    "int64 ",
    "<float64",
    "U5",
    "S3",
    "bfloat16",
    "f3",
    "i4,i4",
    "toString",
  ])("knows no %j", (text) => {
    expect(numpyDtypeName(text)).toBeUndefined();
  });
});
