import { describe, expect, it } from "vitest";
import { arrayDtype, columnDtype } from "./example-dtype.ts";

describe("dtypes of examples", () => {
  it("reads numpy's in all their spellings", () => {
    expect(arrayDtype("<f8")).toEqual({ kind: "float", bits: 64, name: "float64", missing: null });
    expect(arrayDtype(">U5")).toEqual({ kind: "text", length: 5, name: "str" });
    expect(arrayDtype("S0")).toEqual({ kind: "bytes", name: "bytes" });
    expect(arrayDtype("M8[D]")).toMatchObject({ kind: "datetime", unit: "D" });
    expect(arrayDtype("timedelta64[ns]")).toMatchObject({ kind: "timedelta" });
  });

  it("reads pandas' own beside numpy's", () => {
    expect(columnDtype("UInt8")).toEqual({ kind: "uint", bits: 8, name: "UInt8", missing: null });
    expect(columnDtype("string[python]")).toMatchObject({ kind: "text", name: "string" });
    expect(columnDtype("datetime64[us, UTC]")).toMatchObject({ unit: "us", utc: true });
    expect(columnDtype("i4")).toMatchObject({ kind: "int", bits: 32, name: "int32" });
  });

  it.each([
    "",
    "int63",
    "Int64",
    "category",
    "string",
    "V8",
    "i4,i4",
    "datetime64",
    "M8[10us]",
    "a5",
  ])("knows no numpy dtype %j", (text) => {
    expect(arrayDtype(text)).toBeUndefined();
  });

  it.each(["", "Int63", "Float16", "string[x]", "datetime64[D]", "datetime64[ns, Europe/Rome]"])(
    "knows no pandas dtype %j",
    (text) => {
      expect(columnDtype(text)).toBeUndefined();
    },
  );
});
