import type { LineageRow } from "../store/catalog-lineage.ts";
import {
  compareAge,
  improvementsOf,
  type LineageSource,
  type Place,
  parentsOf,
  placeOf,
} from "./lineage-parents.ts";

/** A node of a lineage. */
export interface TreeNode {
  readonly place: Place;
  readonly parent: TreeNode | undefined;
  /** How many steps it is away from the oldest ancestor. */
  readonly depth: number;
  /** Whether it is the version that was asked for, or one of its ancestors. */
  readonly onPath: boolean;
  /** What improves it, oldest first. */
  children: TreeNode[];
}

/**
 * Finds the ancestors of a version, the oldest first and itself last. Where versions improve one
 * another in a circle, which tags can say, the oldest of them improves nothing.
 * @param askFor finds what the catalog does not know and a version names, where that can be asked
 */
export async function findPath(
  source: LineageSource,
  start: LineageRow,
  askFor: (unknown: Place, child: LineageRow) => Promise<Place>,
): Promise<Place[]> {
  const path: Place[] = [placeOf(start)];
  const indexes = new Map([[placeOf(start).key, 0]]);
  for (let child: LineageRow | undefined = start; child; ) {
    let parent = (await parentsOf(source, [child])).get(placeOf(child).key);
    if (parent && !parent.row) parent = await askFor(parent, child);
    if (!parent) break;
    const index = indexes.get(parent.key);
    if (index !== undefined) return path.slice(0, oldestAfter(path, index) + 1).reverse();
    indexes.set(parent.key, path.length);
    path.push(parent);
    child = parent.row;
  }
  return path.reverse();
}

function oldestAfter(path: readonly Place[], index: number): number {
  const circle = path.slice(index).flatMap(({ row }) => row ?? []);
  const oldest = circle.toSorted(compareAge)[0];
  return oldest ? index + circle.indexOf(oldest) : path.length - 1;
}

/** Finds all that descends from the first place of a path, level by level. */
export async function growTree(source: LineageSource, path: readonly Place[]): Promise<TreeNode[]> {
  const onPath = new Set(path.map(({ key }) => key));
  const seen = new Set(onPath);
  const nodes: TreeNode[] = [];
  let level = path.slice(0, 1).map((place) => newNode(place, undefined, true));
  while (level.length > 0) {
    for (const node of level) nodes.push(node);
    const found = await improvementsOf(
      source,
      level.map(({ place }) => place),
    );
    const next: TreeNode[] = [];
    for (const node of level) {
      const step = node.onPath ? path[node.depth + 1] : undefined;
      for (const place of withStep(found.get(node.place.key) ?? [], step)) {
        if (seen.has(place.key) && place.key !== step?.key) continue;
        seen.add(place.key);
        const child = newNode(place, node, onPath.has(place.key));
        node.children.push(child);
        next.push(child);
      }
    }
    level = next;
  }
  return nodes;
}

/** Adds the next place of a path, which may have changed since it was found, where it lacks. */
function withStep(rows: readonly LineageRow[], step: Place | undefined): Place[] {
  const places = rows.map(placeOf);
  if (!step?.row || places.some(({ key }) => key === step.key)) return places;
  return [...rows, step.row].sort(compareAge).map(placeOf);
}

function newNode(place: Place, parent: TreeNode | undefined, onPath: boolean): TreeNode {
  return { place, parent, depth: parent ? parent.depth + 1 : 0, onPath, children: [] };
}
