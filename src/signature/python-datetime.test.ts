import { describe, expect, it } from "vitest";
import { datetimeRepr, datetimeText, parseDatetime } from "./python-datetime.ts";

describe("datetimes as MLflow holds them", () => {
  it.each([
    ["2024", "2024-01-01"],
    ["2024-05", "2024-05-01"],
    ["2024-05-06", "2024-05-06"],
    ["2024-05-06T07", "2024-05-06T07:00:00"],
    ["2024-05-06 07:08", "2024-05-06T07:08:00"],
    ["2024-05-06T07:08:09.12", "2024-05-06T07:08:09.120000"],
    ["2024-05-06T07:08:09.000000Z", "2024-05-06T07:08:09"],
    ["2024-01-01T00:00:00+02:00", "2023-12-31T22:00:00"],
    ["2024-05-06T07:08:09.5-1130", "2024-05-06T18:38:09.500000"],
    ["1969-12-31T23:59:59.5", "1969-12-31T23:59:59.500000"],
    ["9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"],
  ])("reads %s as %s", (text, iso) => {
    const value = parseDatetime(text);
    expect(value && datetimeText(value, "T")).toBe(iso);
  });

  it.each([
    "",
    "NaT",
    "now",
    "2023-02-29",
    "2024-13-01",
    "2024-01-01T24:00",
    "2024-01-01T00:00:60",
    "2024-01-01T00:00:00.1234567",
    "20240101",
    "0000-01-01",
    "10000-01-01",
    "0001-01-01T00:00:00+01:00",
  ])("refuses %j", (text) => {
    expect(parseDatetime(text)).toBeUndefined();
  });

  it.each([
    ["2024-01-02", "datetime.date(2024, 1, 2)"],
    ["2024-01-02T00:00", "datetime.datetime(2024, 1, 2, 0, 0)"],
    ["2024-01-02T03:04:05", "datetime.datetime(2024, 1, 2, 3, 4, 5)"],
    ["2024-01-02T03:04:00.5", "datetime.datetime(2024, 1, 2, 3, 4, 0, 500000)"],
  ])("prints %s by repr as %s", (text, repr) => {
    const value = parseDatetime(text);
    expect(value && datetimeRepr(value)).toBe(repr);
  });
});
