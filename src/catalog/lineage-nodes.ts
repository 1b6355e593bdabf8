import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type LineageNode, LineageNodeSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { readRegistrations } from "../store/catalog-lineage.ts";
import type { Queryable } from "../store/store.ts";
import { addStep, type Cumulation, cumulativeImprovements, noSteps } from "./cumulative.ts";
import { lineageId } from "./lineage-parents.ts";
import { isLive } from "./lineage-select.ts";
import type { TreeNode } from "./lineage-walk.ts";
import { registrationOf } from "./registration-bytes.ts";

const ROWS_AT_ONCE = 200;

type Facts = Pick<LineageNode, "improvements" | "aliases"> &
  Partial<Pick<LineageNode, "isBaseline" | "contributor" | "runId">>;

/**
 * Tells what is known of the nodes of a lineage.
 * @param nodes each behind the one that it improves
 * @param answered what MLflow said of those that the catalog does not know, by their places
 */
export async function describeNodes(
  db: Queryable,
  nodes: readonly TreeNode[],
  answered: ReadonlyMap<string, Registration>,
): Promise<LineageNode[]> {
  const facts = new Map<string, Facts>();
  for (const [key, registration] of answered) facts.set(key, factsOf(registration));
  const rows = nodes.flatMap(({ place: { key, row } }) => (row && !answered.has(key) ? row : []));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    for (const row of await readRegistrations(db, rows.slice(from, from + ROWS_AT_ONCE))) {
      facts.set(`${row.model_key}/${row.version}`, factsOf(registrationOf(row)));
    }
  }
  const steps = new Map<TreeNode, Cumulation>();
  return nodes.map((node) => {
    const known = facts.get(node.place.key);
    const before = node.parent && steps.get(node.parent);
    const come = before ? addStep(before, known?.improvements ?? []) : noSteps;
    steps.set(node, come);
    return create(LineageNodeSchema, {
      ...placed(node),
      ...known,
      aliases: isLive(node) ? (known?.aliases ?? []) : [],
      cumulativeImprovements: cumulativeImprovements(come),
    });
  });
}

function placed(node: TreeNode) {
  const { place, parent, depth, onPath } = node;
  const uuid = place.row ? place.row.model_uuid : place.uuid;
  const createdAt = place.row?.created_at;
  return {
    modelId: idOf(node),
    depth,
    onPath,
    missing: !isLive(node),
    ...(uuid && { modelUuid: uuid }),
    ...(parent && { parentModelId: idOf(parent) }),
    ...(createdAt && { creationTime: timestampFromMs(createdAt) }),
  };
}

/** Gives a node's name: that which it has, or that by which the oldest that improves it names it. */
function idOf(node: TreeNode): string {
  const { row, id, uuid } = node.place;
  if (row && isLive(node)) return lineageId(row);
  const named = node.children.find(({ place }) => place.row?.baseline_id)?.place.row?.baseline_id;
  return named || (row ? lineageId(row) : (id ?? uuid ?? ""));
}

/** Picks out what a node says of a registration, which may be large. */
function factsOf({
  isBaseline,
  contributor,
  improvements,
  runId,
  modelVersion,
}: Registration): Facts {
  return {
    improvements,
    aliases: modelVersion?.aliases ?? [],
    ...(isBaseline !== undefined && { isBaseline }),
    ...(contributor && { contributor }),
    ...(runId !== undefined && { runId }),
  };
}
