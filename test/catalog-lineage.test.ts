import { create } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { describe, expect, test } from "vitest";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelVersionRefSchema } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { ModelwireError } from "../src/error.ts";
import { findPort } from "../src/local-mlflow/port.ts";
import { MlflowError } from "../src/mlflow/error.ts";
import { ensureCatalogModel, putAlias, renameCatalogModel } from "../src/store/catalog-models.ts";
import { changeCatalogState } from "../src/store/catalog-state.ts";
import type { Store } from "../src/store/store.ts";
import {
  deleteModel,
  deleteVersion,
  drawing,
  fillCatalog,
  type LineageFixture,
  lineageOf,
  refTo,
  uuidOf,
} from "./support/catalog-lineages.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const accuracy = (absoluteChange: number) => ({ metric: "accuracy", direction: 1, absoluteChange });

/** base/1 ← a/1 ← b/1, over three registered models, and a/2 beside a/1. */
const family: LineageFixture[] = [
  { id: "base/1", at: 0, uuid: uuidOf(1), aliases: ["production"] },
  {
    id: "a/1",
    at: 10,
    uuid: uuidOf(2),
    baselineId: "base/1",
    baselineUuid: uuidOf(1),
    contributor: "ann",
    improvements: [accuracy(0.25)],
  },
  { id: "a/2", at: 20, uuid: uuidOf(3), baselineId: "base/1", baselineUuid: uuidOf(1) },
  {
    id: "b/1",
    at: 30,
    uuid: uuidOf(4),
    baselineId: "a/1",
    baselineUuid: uuidOf(2),
    contributor: "bob",
    improvements: [accuracy(0.5)],
  },
];

describeOnBothEngines((stores) => {
  async function filled(...versions: LineageFixture[]): Promise<Store> {
    const store = await stores.open();
    await fillCatalog(store, versions);
    return store;
  }

  test("a chain over three registered models is told from each end, with what branches off", async () => {
    const store = await filled(...family);
    expect(drawing(await lineageOf(store, "b/1"))).toEqual([
      "base/1 *",
      "  a/1 *",
      "    b/1 *",
      "  a/2",
    ]);
    expect(drawing(await lineageOf(store, "base/1"))).toEqual([
      "base/1 *",
      "  a/1",
      "    b/1",
      "  a/2",
    ]);
  });

  test("a node says all that is known of it", async () => {
    const store = await filled(...family);
    const { nodes, leftOut, asOf } = await lineageOf(store, "b/1");
    expect(leftOut).toBe(0);
    expect(asOf && timestampMs(asOf)).toBe(NOW);
    const [root, , last] = nodes;
    expect(root).toMatchObject({
      modelId: "base/1",
      modelUuid: uuidOf(1),
      isBaseline: true,
      aliases: ["production"],
      improvements: [],
      cumulativeImprovements: [],
    });
    expect(root?.parentModelId).toBeUndefined();
    expect(root?.contributor).toBeUndefined();
    expect(last).toMatchObject({
      modelUuid: uuidOf(4),
      parentModelId: "a/1",
      isBaseline: false,
      contributor: { id: "bob" },
      improvements: [{ metric: "accuracy", absoluteChange: 0.5 }],
      cumulativeImprovements: [{ metric: "accuracy", stepCount: 2, absoluteChange: 0.75 }],
    });
    expect(last?.creationTime && timestampMs(last.creationTime)).toBe(NOW + 30);
  });

  test("a lineage is found by every kind of reference, and the newest version of a uuid answers", async () => {
    const store = await filled(...family, { id: "copy/1", at: 40, uuid: uuidOf(1) });
    await putAlias(store.db, await ensureCatalogModel(store.db, "b"), "best", 1);
    const asked = async (ref: NonNullable<Parameters<typeof create>[1]>) => {
      const answer = await lineageOf(store, create(ModelVersionRefSchema, { ref } as never));
      return answer.nodes.findLast(({ onPath }) => onPath)?.modelId;
    };
    expect(await asked({ case: "nameVersion", value: { name: "b", version: "1" } })).toBe("b/1");
    expect(await asked({ case: "nameAlias", value: { name: "b", alias: "best" } })).toBe("b/1");
    expect(await asked({ case: "modelUuid", value: uuidOf(4) })).toBe("b/1");
    expect(await asked({ case: "modelUuid", value: uuidOf(1) })).toBe("copy/1");
  });

  test("a deleted version in the middle is missing, but keeps what it was and what is above it", async () => {
    const store = await filled(...family);
    await deleteVersion(store, "a/1");
    const answer = await lineageOf(store, "b/1");
    expect(drawing(answer)).toEqual(["base/1 *", "  a/1 * ?", "    b/1 *", "  a/2"]);
    expect(answer.nodes[1]).toMatchObject({ modelUuid: uuidOf(2), contributor: { id: "ann" } });
    expect(answer.nodes[2]?.cumulativeImprovements).toMatchObject([
      { stepCount: 2, absoluteChange: 0.75 },
    ]);
  });

  test("a deleted version that nothing is an improvement of is no part of a lineage", async () => {
    const store = await filled(...family);
    await deleteVersion(store, "a/2");
    await deleteVersion(store, "b/1");
    expect(drawing(await lineageOf(store, "a/1"))).toEqual(["base/1 *", "  a/1 *"]);
  });

  test("a baseline that nobody knows is missing, under the name by which it is named", async () => {
    const unknown = { baselineId: "gone/3", baselineUuid: uuidOf(9) };
    const store = await filled(
      { id: "a/1", at: 0, uuid: uuidOf(1), ...unknown },
      { id: "a/2", at: 1, uuid: uuidOf(2), ...unknown },
      { id: "a/3", at: 2, uuid: uuidOf(3), baselineId: "gone/3" },
    );
    const answer = await lineageOf(store, "a/2");
    expect(drawing(answer)).toEqual(["gone/3 * ?", "  a/1", "  a/2 *"]);
    expect(answer.nodes[0]).toMatchObject({ modelUuid: uuidOf(9), improvements: [] });
    expect(answer.nodes[0]?.isBaseline).toBeUndefined();
    expect(answer.nodes[0]?.creationTime).toBeUndefined();
    const withoutUuid = await lineageOf(store, "a/3");
    expect(drawing(withoutUuid)).toEqual(["gone/3 * ?", "  a/3 *"]);
    expect(withoutUuid.nodes[0]?.modelUuid).toBeUndefined();
  });

  test("a name that can be none of a version is told as it is", async () => {
    const store = await filled(
      { id: "a/1", at: 0, baselineId: "anything at all" },
      { id: "a/2", at: 1, baselineId: "a/01" },
      { id: "a/3", at: 2, baselineId: "a/99999999999999999999" },
      { id: "a/4", at: 3, baselineId: "" },
    );
    const roots = await Promise.all(
      ["a/1", "a/2", "a/3", "a/4"].map(async (id) => drawing(await lineageOf(store, id))[0]),
    );
    expect(roots).toEqual([
      "anything at all * ?",
      "a/01 * ?",
      "a/99999999999999999999 * ?",
      "a/4 *",
    ]);
  });

  test("versions that improve one another in a circle end with the oldest, whichever is asked for", async () => {
    const store = await filled(
      { id: "a/1", at: 0, uuid: uuidOf(1), baselineUuid: uuidOf(3), baselineId: "a/3" },
      { id: "a/2", at: 1, uuid: uuidOf(2), baselineUuid: uuidOf(1), baselineId: "a/1" },
      { id: "a/3", at: 2, uuid: uuidOf(3), baselineUuid: uuidOf(2), baselineId: "a/2" },
      { id: "b/1", at: 3, uuid: uuidOf(4), baselineUuid: uuidOf(2), baselineId: "a/2" },
    );
    const draw = async (id: string) => drawing(await lineageOf(store, id));
    expect(await draw("a/1")).toEqual(["a/1 *", "  a/2", "    a/3", "    b/1"]);
    expect(await draw("a/3")).toEqual(["a/1 *", "  a/2 *", "    a/3 *", "    b/1"]);
    expect(await draw("b/1")).toEqual(["a/1 *", "  a/2 *", "    a/3", "    b/1 *"]);
  });

  test("a version that names itself improves nothing", async () => {
    const store = await filled(
      { id: "a/1", at: 0, baselineId: "a/1" },
      { id: "b/1", at: 1, uuid: uuidOf(1), baselineUuid: uuidOf(1), baselineId: "b/1" },
    );
    expect(drawing(await lineageOf(store, "a/1"))).toEqual(["a/1 * ?", "  a/1 *"]);
    expect(drawing(await lineageOf(store, "b/1"))).toEqual(["b/1 * ?", "  b/1 *"]);
  });

  test("a name that was deleted and made anew is the one of its time", async () => {
    const store = await filled(
      { id: "base/1", at: 0 },
      { id: "old/1", at: 10, baselineId: "base/1" },
    );
    await deleteModel(store, "base", 1);
    await fillCatalog(store, [
      { id: "base/1", at: 20 },
      { id: "new/1", at: 30, baselineId: "base/1" },
    ]);
    expect(drawing(await lineageOf(store, "old/1"))).toEqual(["base/1 * ?", "  old/1 *"]);
    expect(drawing(await lineageOf(store, "new/1"))).toEqual(["base/1 *", "  new/1 *"]);
    expect(drawing(await lineageOf(store, "base/1"))).toEqual(["base/1 *", "  new/1"]);
  });

  test("a version named before its name was made anew, and that nobody saw, is missing", async () => {
    const store = await filled(
      { id: "old/1", at: 10, baselineId: "base/1" },
      { id: "base/1", at: 20 },
    );
    expect(drawing(await lineageOf(store, "old/1"))).toEqual(["base/1 * ?", "  old/1 *"]);
    expect(drawing(await lineageOf(store, "base/1"))).toEqual(["base/1 *"]);
  });

  test("of several versions of a uuid the named one is improved, or else the newest before", async () => {
    const store = await filled(
      { id: "base/1", at: 0, uuid: uuidOf(1) },
      { id: "copy/1", at: 10, uuid: uuidOf(1) },
      { id: "a/1", at: 20, baselineUuid: uuidOf(1), baselineId: "base/1" },
      { id: "a/2", at: 21, baselineUuid: uuidOf(1), baselineId: "elsewhere/7" },
      { id: "late/1", at: 30, uuid: uuidOf(1) },
      { id: "a/3", at: 5, baselineUuid: uuidOf(1), baselineId: "elsewhere/7" },
    );
    expect(drawing(await lineageOf(store, "base/1"))).toEqual(["base/1 *", "  a/3", "  a/1"]);
    expect(drawing(await lineageOf(store, "copy/1"))).toEqual(["copy/1 *", "  a/2"]);
    expect(drawing(await lineageOf(store, "late/1"))).toEqual(["late/1 *"]);
  });

  test("a baseline whose uuid was not read yet is found by its name", async () => {
    const store = await filled(
      { id: "base/1", at: 0 },
      { id: "a/1", at: 10, uuid: uuidOf(2), baselineUuid: uuidOf(1), baselineId: "base/1" },
    );
    const expected = ["base/1 *", "  a/1"];
    expect(drawing(await lineageOf(store, "base/1"))).toEqual(expected);
    expect(drawing(await lineageOf(store, "a/1"))).toEqual(["base/1 *", "  a/1 *"]);
  });

  test("a renamed model stays in its lineage, by its new name", async () => {
    const store = await filled(...family);
    await renameCatalogModel(store.db, await ensureCatalogModel(store.db, "a"), "z");
    expect(drawing(await lineageOf(store, "b/1"))).toEqual([
      "base/1 *",
      "  z/1 *",
      "    b/1 *",
      "  z/2",
    ]);
  });

  test("what is neither in the catalog nor in MLflow is not found", async () => {
    const store = await filled(...family);
    await deleteVersion(store, "b/1");
    for (const id of ["b/1", "nobody-has-this/1"]) {
      const error = await lineageOf(store, id).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ModelwireError);
      expect(error).toMatchObject({ reason: ErrorReason.MODEL_NOT_FOUND });
    }
    await expect(lineageOf(store, "b/01")).rejects.toMatchObject({
      reason: ErrorReason.INVALID_FIELD,
    });
  });

  describe("without MLflow", () => {
    test("what the catalog knows is told, and what it does not know is not said to be missing", async () => {
      const mlflowUrl = `http://127.0.0.1:${await findPort(undefined)}`;
      const store = await filled(...family);
      expect(drawing(await lineageOf(store, refTo("b/1"), mlflowUrl))).toHaveLength(4);
      const error = await lineageOf(store, "unknown/1", mlflowUrl).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(MlflowError);
      expect(error).toMatchObject({ failure: "unreachable" });
    });
  });

  test("before MLflow was seen once no lineage is told", async () => {
    const store = await filled(...family);
    await changeCatalogState(store.db, 0, { as_of: null });
    await expect(lineageOf(store, "b/1")).rejects.toMatchObject({
      reason: ErrorReason.INDEX_INCOMPLETE,
    });
  });
});
