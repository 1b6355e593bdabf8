import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { GetLineageResponseSchema } from "#gen/modelwire/registry/v1/lineage_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { ModelwireError } from "../error.ts";
import type { LineageRow } from "../store/catalog-lineage.ts";
import type { CatalogContext } from "./context.ts";
import { freshenCatalog } from "./freshness.ts";
import { getFromMlflow } from "./get.ts";
import { describeNodes } from "./lineage-nodes.ts";
import {
  type LineageSource,
  namedVersion,
  type Place,
  parentsOf,
  placeOf,
} from "./lineage-parents.ts";
import { findReferenced } from "./lineage-ref.ts";
import { pruneTree, selectNodes } from "./lineage-select.ts";
import { findPath, growTree } from "./lineage-walk.ts";
import { modelName, modelUuid } from "./name-rules.ts";
import { catalogVersion } from "./record.ts";
import { readVersionReference, type VersionReference } from "./reference.ts";

const MOST_NODES = 1000;

type LineageContext = Pick<CatalogContext, "store" | "mlflow">;

/**
 * Tells how a model came about, and what came of it. What the catalog does not know of the version
 * and its ancestors is asked of MLflow, from the version on up to the first that is known.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE;
 *   MlflowError where MLflow could not be asked
 */
export async function getLineage(
  context: LineageContext,
  ref: ModelVersionRef | undefined,
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<MessageInitShape<typeof GetLineageResponseSchema>> {
  const reference = readVersionReference(ref, "ref");
  const asOf = await freshenCatalog(context, consistency, signal);
  const { source, registrations, ask, askFor } = askMlflow(context, signal);
  const start = (await findReferenced(source.db, reference)) ?? (await ask(reference));
  const path = await findPath(source, start, askFor);
  const tree = pruneTree(await growTree(source, path));
  const { nodes, leftOut } = selectNodes(tree, MOST_NODES);
  return {
    nodes: await describeNodes(source.db, nodes, registrations),
    leftOut,
    asOf: timestampFromMs(asOf),
  };
}

/** Asks MLflow for what the catalog does not know, and keeps what it answers. */
function askMlflow(context: LineageContext, signal: AbortSignal) {
  const answered: LineageRow[] = [];
  const registrations = new Map<string, Registration>();
  const source: LineageSource = { db: context.store.db, answered };

  async function ask(reference: VersionReference): Promise<LineageRow> {
    const registration = await getFromMlflow(context, reference, signal);
    const row = rowOf(registration);
    const { modelName: name, version } = registration;
    const known = await findReferenced(source.db, { by: "version", name, version });
    // The catalog has it, but did not know it by what was asked for.
    if (known?.created_at === row.created_at) return known;
    const { key } = placeOf(row);
    if (!registrations.has(key)) answered.push(row);
    registrations.set(key, registration);
    return row;
  }

  async function askFor(unknown: Place, child: LineageRow): Promise<Place> {
    const reference = referenceTo(unknown);
    // Where the catalog knows a version, it has looked at what that improves.
    if (!reference || !registrations.has(placeOf(child).key)) return unknown;
    try {
      await ask(reference);
    } catch (error) {
      if (error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND) {
        return unknown;
      }
      throw error;
    }
    return (await parentsOf(source, [child])).get(placeOf(child).key) ?? unknown;
  }

  return { source, registrations, ask, askFor };
}

function rowOf(registration: Registration): LineageRow {
  const name = registration.modelName;
  const { row } = catalogVersion(`answered:${name}`, {
    registration,
    modelUuid: undefined,
    unread: false,
    seenHash: "",
    confirmedAt: 0,
  });
  return {
    model_key: row.model_key,
    version: row.version,
    created_at: row.created_at,
    deleted_at: null,
    model_uuid: row.model_uuid ?? null,
    baseline_id: row.baseline_id ?? null,
    baseline_uuid: row.baseline_uuid ?? null,
    name,
    last_name: name,
  };
}

/** Makes a reference of what a version names as its baseline; undefined where it can be none. */
function referenceTo({ uuid, id }: Place): VersionReference | undefined {
  if (uuid !== undefined) {
    return modelUuid.safeParse(uuid).success ? { by: "uuid", uuid } : undefined;
  }
  const named = namedVersion(id ?? "");
  if (!named || !modelName.safeParse(named.name).success) return undefined;
  return { by: "version", name: named.name, version: String(named.version) };
}
