import { expect, test } from "vitest";
import { newId } from "../event/ids.ts";
import { readPage, timeAndId } from "./page.ts";

const deliveries = timeAndId("dlv");
const endpoints = timeAndId("ep");
const position = { createdAt: 1_800_000_000_000, id: newId("dlv") };
const first = { pageSize: 10, pageToken: "" };
const tokenFor = (filter: unknown) => readPage(deliveries, first, filter).tokenAfter(position);
const wrongToken = /^page_token: expected the next_page_token of an answer to the same request$/;

test("a page has the size that was asked for, or a hundred", () => {
  expect(readPage(deliveries, first, undefined)).toMatchObject({ size: 10, after: undefined });
  expect(readPage(deliveries, { ...first, pageSize: 0 }, undefined).size).toBe(100);
  expect(readPage(deliveries, { ...first, pageSize: 1000 }, undefined).size).toBe(1000);
});

test.each([-1, 1001])("a page of %i is refused", (pageSize) => {
  expect(() => readPage(deliveries, { ...first, pageSize }, undefined)).toThrow(
    "page_size: expected 1 to 1000, or 0 for 100",
  );
});

test("a token leads to its place, whatever the size of the next page", () => {
  const filter = { endpointId: "ep", state: undefined };
  const page = { pageSize: 3, pageToken: tokenFor(filter) };
  expect(readPage(deliveries, page, { ...filter }).after).toEqual(position);
  expect(readPage(deliveries, { ...page, pageSize: 0 }, { endpointId: "ep" }).after).toEqual(
    position,
  );
});

test("a token of another filter or another list is refused", () => {
  const read = (filter: unknown, of: unknown) => () =>
    readPage(deliveries, { ...first, pageToken: tokenFor(filter) }, of);
  expect(read({ endpointId: "a" }, { endpointId: "b" })).toThrow(wrongToken);
  expect(read({ endpointId: "a" }, {})).toThrow(wrongToken);
  expect(read(undefined, { endpointId: "a" })).toThrow(wrongToken);
  const asEndpoint = () =>
    readPage(endpoints, { ...first, pageToken: tokenFor(undefined) }, undefined);
  expect(asEndpoint).toThrow(wrongToken);
});

test.each([
  "x",
  "%%%",
  Buffer.from("null").toString("base64url"),
  Buffer.from("{}").toString("base64url"),
  Buffer.from(JSON.stringify([{ createdAt: 1.5, id: newId("dlv") }, "74234e98"])).toString(
    "base64url",
  ),
  Buffer.from(JSON.stringify([{ createdAt: 1, id: "dlv_\0" }, "74234e98"])).toString("base64url"),
  Buffer.from(JSON.stringify([{ createdAt: 1, id: newId("dlv") }])).toString("base64url"),
])("a token that was made up, such as %s, is refused", (pageToken) => {
  expect(() => readPage(deliveries, { ...first, pageToken }, undefined)).toThrow(wrongToken);
});
