import type {
  CumulativeImprovement,
  GetLineageResponse,
  LineageNode,
} from "#gen/modelwire/registry/v1/lineage_pb.js";
import { type Change, changeText, isBetter, numberText, valuesText } from "./improvement-text.ts";
import { plain, type Style, styled } from "./output.ts";

type Paint = (style: Style, text: string) => string;

/**
 * Draws a lineage as a tree, a model version a line, each one below what it improves. Below the
 * version that was asked for stands what all steps to it come to; at the end, how many were left
 * out.
 *
 * @param paint gives text its look; {@link styled} where it is not given
 */
export function lineageTree(
  { nodes, leftOut }: Pick<GetLineageResponse, "nodes" | "leftOut">,
  paint: Paint = styled,
): string {
  const parents = parentsOf(nodes);
  const lastChildren = new Map(parents.map((parent, index) => [parent, index]));
  // Ancestors come first, so that the last on the path is the one that was asked for.
  const asked = nodes.findLastIndex((node) => node.onPath);
  // What stands before the lines of a node's children.
  const stems: string[] = [];
  const lines = nodes.flatMap((node, index) => {
    const parent = parents[index];
    const isLast = lastChildren.get(parent) === index;
    const stem = parent === undefined ? "" : (stems[parent] ?? "");
    const branch = isLast ? "└─ " : "├─ ";
    const childStem = parent === undefined ? "" : stem + (isLast ? "   " : "│  ");
    stems.push(childStem);
    const before = parent === undefined ? "" : paint("dim", stem + branch);
    const line = before + nodeText(node, index === asked, paint);
    if (index !== asked) return [line];
    const below = paint("dim", childStem + (lastChildren.has(index) ? "│  " : "   "));
    return [line, ...node.cumulativeImprovements.map((all) => below + cumulativeText(all, paint))];
  });
  if (leftOut > 0) lines.push(paint("dim", `(${numberText(leftOut)} more were left out)`));
  return lines.join("\n");
}

/** Gives the index of each node's parent: the nearest node before it that is less deep. */
function parentsOf(nodes: readonly LineageNode[]): (number | undefined)[] {
  const path: number[] = [];
  return nodes.map(({ depth }, index) => {
    while (path.length > 0 && (nodes[path.at(-1) ?? 0]?.depth ?? 0) >= depth) path.pop();
    const parent = path.at(-1);
    path.push(index);
    return parent;
  });
}

function nodeText(node: LineageNode, isAsked: boolean, paint: Paint): string {
  const { modelId, missing, aliases, contributor, improvements } = node;
  const name = plain(modelId);
  return [
    isAsked ? `${paint("bold", name)} (asked for)` : name,
    ...(missing ? [paint("dim", "(not there)")] : []),
    ...aliases.map((alias) => `@${plain(alias)}`),
    ...(contributor ? [`by ${plain(contributor.id)}`] : []),
    ...(improvements.length > 0 ? [improvements.map((one) => painted(one, paint)).join(", ")] : []),
  ].join("  ");
}

function cumulativeText(all: CumulativeImprovement, paint: Paint): string {
  const steps = all.stepCount === 1 ? "1 step" : `${numberText(all.stepCount)} steps`;
  return `in ${steps}: ${painted(all, paint)}, ${valuesText(all)}`;
}

/** Tells a change in green where it is for the better, and in red where it is for the worse. */
function painted(change: Change, paint: Paint): string {
  const text = plain(changeText(change));
  const better = isBetter(change);
  return better === undefined ? text : paint(better ? "green" : "red", text);
}
