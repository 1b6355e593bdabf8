import type { TreeNode } from "./lineage-walk.ts";

/** What of a lineage is told. */
export interface Selection {
  /** Each node behind the one that it improves, with its own descendants right behind it. */
  nodes: TreeNode[];
  /** How many nodes that are there are not among them. */
  leftOut: number;
}

/** Tells whether a place is that of a version which is in MLflow. */
export function isLive({ place: { row } }: TreeNode): boolean {
  return row !== undefined && row.deleted_at === null && row.name !== null;
}

/**
 * Takes out of a lineage what was deleted and nothing that is there descends from, and gives what
 * is left.
 * @param nodes all nodes, level by level
 */
export function pruneTree(nodes: readonly TreeNode[]): TreeNode[] {
  const kept = new Set<TreeNode>();
  for (const node of nodes.toReversed()) {
    node.children = node.children.filter((child) => kept.has(child));
    if (node.onPath || isLive(node) || node.children.length > 0) kept.add(node);
  }
  return nodes.filter((node) => kept.has(node));
}

/**
 * Selects what is told of a lineage: its path, then what descends from the version that was asked
 * for, then all else, always what is nearer first.
 * @param nodes all nodes, level by level
 * @param most how many nodes to select; a path that is longer is told whole nevertheless
 */
export function selectNodes(nodes: readonly TreeNode[], most: number): Selection {
  const selected = new Set(nodes.filter(({ onPath }) => onPath));
  const [root] = nodes;
  const asked = [...selected].at(-1);
  for (const from of [asked, root]) {
    for (const node of from ? descendantsOf(from) : []) {
      if (selected.size >= most) break;
      selected.add(node);
    }
  }
  return { nodes: root ? inPreorder(root, selected) : [], leftOut: nodes.length - selected.size };
}

/** Gives a node and all that descends from it, level by level. */
function* descendantsOf(node: TreeNode): Generator<TreeNode> {
  const queue = [node];
  for (const next of queue) {
    yield next;
    for (const child of next.children) queue.push(child);
  }
}

// A chain can be longer than the stack is deep.
function inPreorder(root: TreeNode, selected: ReadonlySet<TreeNode>): TreeNode[] {
  const nodes: TreeNode[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    for (const child of node.children.toReversed()) {
      if (selected.has(child)) stack.push(child);
    }
  }
  return nodes;
}
