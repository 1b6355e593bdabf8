import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import {
  GetLineageResponseSchema,
  type LineageNodeSchema,
} from "#gen/modelwire/registry/v1/lineage_pb.js";
import { lineageTree } from "./lineage-tree.ts";

type Node = MessageInitShape<typeof LineageNodeSchema>;

const marked = (style: string, text: string) => `<${style}>${text}</>`;

/** Draws the tree, plain where no paint is given, as the lines that it has. */
function drawn(nodes: Node[], { leftOut = 0, paint = (_: string, text: string) => text } = {}) {
  return lineageTree(create(GetLineageResponseSchema, { nodes, leftOut }), paint).split("\n");
}

const higher = MetricDirection.HIGHER_IS_BETTER;
const lower = MetricDirection.LOWER_IS_BETTER;

test("each node stands below the one that it improves", () => {
  const lines = drawn([
    { modelId: "base/1", depth: 0 },
    { modelId: "better/1", depth: 1 },
    { modelId: "better/3", depth: 2 },
    { modelId: "better/5", depth: 3 },
    { modelId: "better/4", depth: 2 },
    { modelId: "better/2", depth: 1 },
    { modelId: "other/1", depth: 2 },
  ]);
  expect(lines).toEqual([
    "base/1",
    "├─ better/1",
    "│  ├─ better/3",
    "│  │  └─ better/5",
    "│  └─ better/4",
    "└─ better/2",
    "   └─ other/1",
  ]);
});

test("the last node on the path is the one that was asked for, with what all steps come to", () => {
  const accuracy = { metric: "accuracy", direction: higher };
  const lines = drawn([
    { modelId: "base/1", onPath: true, aliases: ["production"] },
    {
      modelId: "better/1",
      depth: 1,
      onPath: true,
      contributor: { id: "alice" },
      improvements: [{ ...accuracy, absoluteChange: 0.0123, relativeChange: 0.015375 }],
      cumulativeImprovements: [{ ...accuracy, stepCount: 1, absoluteChange: 0.0123 }],
    },
    {
      modelId: "better/2",
      depth: 2,
      onPath: true,
      aliases: ["next", "staging"],
      contributor: { id: "bob" },
      improvements: [
        { ...accuracy, absoluteChange: 0.1 + 0.2, relativeChange: 0.5 },
        { metric: "latency", direction: lower, unit: "ms", absoluteChange: -1200 },
        { metric: "loss", direction: lower },
      ],
      cumulativeImprovements: [
        {
          ...accuracy,
          stepCount: 2,
          baselineValue: 0.8,
          value: 1.1123,
          absoluteChange: 0.3123,
          relativeChange: 0.390375,
        },
        { metric: "latency", direction: lower, unit: "ms", stepCount: 1, absoluteChange: -1200 },
      ],
    },
    { modelId: "better/3", depth: 3 },
    { modelId: "better/4", depth: 2 },
  ]);
  expect(lines).toEqual([
    "base/1  @production",
    "└─ better/1  by alice  accuracy +0.0123 (+1.54 %)",
    "   ├─ better/2 (asked for)  @next  @staging  by bob  accuracy +0.3 (+50 %), latency -1,200 ms, loss ?",
    "   │  │  in 2 steps: accuracy +0.3123 (+39 %), 0.8 → 1.1123",
    "   │  │  in 1 step: latency -1,200 ms, ? → ?",
    "   │  └─ better/3",
    "   └─ better/4",
  ]);
});

test("what all steps come to stands free below a node that nothing improves", () => {
  const cumulativeImprovements = [{ metric: "f1", stepCount: 1, absoluteChange: 1 }];
  const lines = drawn([
    { modelId: "base/1", onPath: true },
    { modelId: "better/1", depth: 1, onPath: true, cumulativeImprovements },
  ]);
  expect(lines).toEqual(["base/1", "└─ better/1 (asked for)", "      in 1 step: f1 +1, ? → ?"]);
});

test("what is for the better is green, what is for the worse red, and all else has no colour", () => {
  const improvements = [
    { metric: "a", direction: higher, absoluteChange: 1 },
    { metric: "b", direction: lower, absoluteChange: 1 },
    { metric: "c", direction: lower, absoluteChange: -1 },
    { metric: "d", direction: higher, absoluteChange: -1 },
    { metric: "e", direction: higher, absoluteChange: 0 },
    { metric: "f", absoluteChange: 1 },
    { metric: "g", direction: higher },
  ];
  const lines = drawn(
    [
      { modelId: "base/1", missing: true },
      { modelId: "better/1", depth: 1, onPath: true, improvements },
    ],
    { leftOut: 1, paint: marked },
  );
  expect(lines).toEqual([
    "base/1  <dim>(not there)</>",
    "<dim>└─ </><bold>better/1</> (asked for)  <green>a +1</>, <red>b +1</>, <green>c -1</>, <red>d -1</>, e 0, f +1, g ?",
    "<dim>(1 more were left out)</>",
  ]);
});

test("nodes that are not there are said to be so, and those left out are counted", () => {
  const lines = drawn([{ modelId: "base/1", missing: true, onPath: true }], { leftOut: 1234 });
  expect(lines).toEqual(["base/1 (asked for)  (not there)", "(1,234 more were left out)"]);
});

test("a node whose parent was left out stands below the nearest ancestor that is there", () => {
  const lines = drawn([
    { modelId: "base/1", depth: 0 },
    { modelId: "better/7", depth: 2 },
    { modelId: "better/2", depth: 1 },
  ]);
  expect(lines).toEqual(["base/1", "├─ better/7", "└─ better/2"]);
});

test("control characters of names, aliases, contributors and metrics are shown and not sent", () => {
  const bell = "\x07";
  const lines = drawn([
    {
      modelId: `a${bell}/1`,
      aliases: [`b${bell}`],
      contributor: { id: `c\n` },
      improvements: [{ metric: `d\x1b[2J`, absoluteChange: 1, unit: bell }],
    },
  ]);
  expect(lines).toEqual(["a\\x07/1  @b\\x07  by c\\x0a  d\\x1b[2J +1 \\x07"]);
});

test("a lineage without nodes is an empty text", () => {
  expect(drawn([])).toEqual([""]);
});
