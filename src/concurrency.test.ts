import { expect, test } from "vitest";
import { allEnded, forEachAtOnce } from "./concurrency.ts";

test("every item is worked on, as many at once as there may be", async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await forEachAtOnce([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    done.push(item);
  });
  expect(done.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(most).toBe(3);
});

test("where one fails no other is begun, and it fails once those under way have ended", async () => {
  const begun: number[] = [];
  const slow = Promise.withResolvers<void>();
  let ended = false;
  const all = forEachAtOnce([0, 1, 2, 3, 4, 5], 3, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error("first");
    await slow.promise;
    if (item === 2) throw new Error("second");
  }).finally(() => {
    ended = true;
  });
  all.catch(() => {});
  await turn();
  expect(ended).toBe(false);
  slow.resolve();
  await expect(all).rejects.toThrow("first");
  expect(begun).toEqual([0, 1, 2]);
});

test("items that cannot be had are a failure too", async () => {
  function* items() {
    yield 0;
    throw new Error("no more");
  }
  await expect(forEachAtOnce(items(), 2, () => turn())).rejects.toThrow("no more");
});

test("what is waited for together gives its answers, or fails once all of it has ended", async () => {
  expect(await allEnded([turn(), Promise.resolve(1), "x", undefined])).toEqual([
    undefined,
    1,
    "x",
    undefined,
  ]);
  let ended = false;
  const slow = turn().then(() => {
    ended = true;
  });
  await expect(allEnded([slow, Promise.reject(new Error("first"))])).rejects.toThrow("first");
  expect(ended).toBe(true);
});

/** Lets everything run that can. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
