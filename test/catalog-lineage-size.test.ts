import { expect, test } from "vitest";
import type { Store } from "../src/store/store.ts";
import {
  drawing,
  fillCatalog,
  type LineageFixture,
  lineageOf,
  uuidOf,
} from "./support/catalog-lineages.ts";
import { describeOnBothEngines } from "./support/stores.ts";

const accuracy = (absoluteChange: number) => ({ metric: "accuracy", direction: 1, absoluteChange });

describeOnBothEngines((stores) => {
  async function filled(...versions: LineageFixture[]): Promise<Store> {
    const store = await stores.open();
    await fillCatalog(store, versions);
    return store;
  }

  test("of 1,500 descendants a thousand nodes are told, those of the asked version first", async () => {
    const store = await filled(
      { id: "base/1", at: 0, uuid: uuidOf(1) },
      ...Array.from({ length: 1500 }, (_, i) => ({
        id: `a/${i + 1}`,
        at: i + 1,
        uuid: uuidOf(i + 2),
        baselineId: "base/1",
        baselineUuid: uuidOf(1),
      })),
      { id: "b/1", at: 2000, baselineId: "a/1500", baselineUuid: uuidOf(1501) },
    );
    const ofRoot = await lineageOf(store, "base/1");
    expect([ofRoot.nodes.length, ofRoot.leftOut]).toEqual([1000, 502]);
    expect(ofRoot.nodes.slice(1).map(({ modelId }) => modelId)).toEqual(
      Array.from({ length: 999 }, (_, i) => `a/${i + 1}`),
    );
    const ofLast = await lineageOf(store, "a/1500");
    expect([ofLast.nodes.length, ofLast.leftOut]).toEqual([1000, 502]);
    expect(drawing(ofLast).slice(-3)).toEqual(["  a/997", "  a/1500 *", "    b/1"]);
  });

  test("a path of 1,500 is told whole, and nothing beside it", async () => {
    const chain = Array.from({ length: 1500 }, (_, i) => ({
      id: `a/${i + 1}`,
      at: i,
      uuid: uuidOf(i + 1),
      ...(i > 0 && { baselineId: `a/${i}`, baselineUuid: uuidOf(i) }),
      improvements: [accuracy(0.1)],
    }));
    const branch = { id: "b/1", at: 9, baselineId: "a/1", baselineUuid: uuidOf(1) };
    const store = await filled(...chain, branch);
    const { nodes, leftOut } = await lineageOf(store, "a/1500");
    expect(nodes.map(({ modelId }) => modelId)).toEqual(chain.map(({ id }) => id));
    expect(leftOut).toBe(1);
    expect(nodes.at(-1)).toMatchObject({
      depth: 1499,
      cumulativeImprovements: [{ stepCount: 1499, absoluteChange: 149.9 }],
    });
    const short = await lineageOf(store, "a/1");
    expect([short.nodes.length, short.leftOut]).toEqual([1000, 501]);
  });
});
