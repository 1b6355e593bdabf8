import { expect, test } from "vitest";
import { DEEPEST_JSON, MOST_VALUES } from "../package/json.ts";
import { MOST_FILES } from "./package-content.ts";
import { base, bytes, type Init, mlmodel, wrong } from "./plan.testdata.ts";
import { MOST_ENTRIES } from "./request-rules.ts";

/** Makes something of a size, and says of which field it is. */
type Sized = [field: string, most: number, make: (size: number) => Init];

const text = (size: number) => "a".repeat(size);
const nested = (levels: number): Record<string, never> =>
  JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`);
const entries = <T>(size: number, value: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: size }, (_, i) => [`k${i}`, value]));
const packageOf = (...paths: string[]): Init => ({
  ...base,
  source: {
    case: "package",
    value: { files: [mlmodel, ...paths.map((path) => ({ path, content: bytes("x") }))] },
  },
});
const pathOf = (size: number) =>
  "folder/"
    .repeat(size)
    .slice(0, size - 1)
    .replace(/\/$/, "a");

const sizes: Sized[] = [
  ["model_type", 64, (size) => ({ ...base, modelType: text(size) })],
  ["model_name", 256, (size) => ({ ...base, modelName: text(size) })],
  ["description", 5000, (size) => ({ ...base, description: text(size) })],
  ["experiment_name", 500, (size) => ({ ...base, experimentName: text(size) })],
  ["metadata", DEEPEST_JSON, (size) => ({ ...base, metadata: nested(size) })],
  ["metadata", MOST_VALUES, (size) => ({ ...base, metadata: entries(size, 1) })],
  [
    "metadata",
    MOST_VALUES,
    (size) => ({ ...base, metadata: { list: Array.from({ length: size - 1 }, () => "") } }),
  ],
  ["tags", 250, (size) => ({ ...base, tags: { [text(size)]: "x" } })],
  ["tags", 5000, (size) => ({ ...base, tags: { key: text(size) } })],
  ["tags", MOST_ENTRIES, (size) => ({ ...base, tags: entries(size, "x") })],
  ["params", 250, (size) => ({ ...base, params: { [text(size)]: "x" } })],
  ["params", 6000, (size) => ({ ...base, params: { key: text(size) } })],
  ["params", MOST_ENTRIES, (size) => ({ ...base, params: entries(size, "x") })],
  ["metrics", 250, (size) => ({ ...base, metrics: { [text(size)]: 1 } })],
  ["metrics", MOST_ENTRIES, (size) => ({ ...base, metrics: entries(size, 1) })],
  ["package.files[1].path", 1024, (size) => packageOf(`${pathOf(size)}a`)],
  ["package.files[1].path", 255, (size) => packageOf(text(size))],
  [
    "package.files",
    MOST_FILES,
    (size) => packageOf(...Array.from({ length: size - 1 }, (_, i) => `f${i}`)),
  ],
];

test.each(sizes)("%s is taken up to %i, and refused by its name beyond it", (field, most, make) => {
  expect(wrong(make(most))).toEqual([]);
  expect(wrong(make(most + 1)).map(([name]) => name)).toEqual([field]);
});
