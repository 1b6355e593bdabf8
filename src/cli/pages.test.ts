import { expect, test } from "vitest";
import { readPages } from "./pages.ts";

/** Serves the numbers below `total`, `size` a page, and records what was asked. */
function numbers(total: number, size: number) {
  const asked: [pageToken: string, wanted: number][] = [];
  const readPage = async (pageToken: string, wanted: number) => {
    asked.push([pageToken, wanted]);
    const start = Number(pageToken);
    const end = Math.min(start + Math.min(size, wanted), total);
    const items = Array.from({ length: end - start }, (_, index) => start + index);
    return { items, nextPageToken: end < total ? String(end) : "" };
  };
  return { asked, readPage };
}

test("pages are read until the list ends", async () => {
  const { asked, readPage } = numbers(5, 2);
  const { items, more } = await readPages(Number.POSITIVE_INFINITY, readPage);
  expect(items).toEqual([0, 1, 2, 3, 4]);
  expect(more).toBe(false);
  expect(asked.map(([pageToken]) => pageToken)).toEqual(["", "2", "4"]);
});

test("reading stops at the limit and says that there is more", async () => {
  const { asked, readPage } = numbers(9, 2);
  expect(await readPages(3, readPage)).toEqual({ items: [0, 1, 2], more: true });
  expect(asked).toEqual([
    ["", 3],
    ["2", 1],
  ]);
});

test("a list of exactly the limit has no more", async () => {
  expect(await readPages(4, numbers(4, 2).readPage)).toEqual({ items: [0, 1, 2, 3], more: false });
});

test("a server that gives more than was wanted does not get past the limit", async () => {
  const readPage = async () => ({ items: [1, 2, 3], nextPageToken: "" });
  expect(await readPages(2, readPage)).toEqual({ items: [1, 2], more: true });
});
