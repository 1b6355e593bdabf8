import { create, type MessageInitShape } from "@bufbuild/protobuf";
import type { Client } from "@connectrpc/connect";
import { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import type { Contribution, LineageNode } from "#gen/modelwire/registry/v1/lineage_pb.js";
import {
  type ListModelVersionsRequestSchema,
  VersionOrder,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import type {
  RegisteredModel,
  VersionSummary,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";

type Registry = Client<typeof RegistryService>;

/** Wants an answer of the index. */
export const local = create(ConsistencySchema, { requirement: { case: "local", value: {} } });
/** Wants an answer of MLflow. */
export const full = create(ConsistencySchema, {
  requirement: { case: "fullyConsistent", value: {} },
});

/** Names a version by its `name/version`. */
export const byId = (value: string) => ({ ref: { case: "modelId" as const, value } });

/** All that Modelwire's index answers, by what was asked for. */
export interface LocalAnswers {
  models: RegisteredModel[];
  versions: VersionSummary[];
  byId: Record<string, { registration: Registration | undefined; etag: string }>;
  byUuid: Record<string, { registration: Registration | undefined; etag: string }>;
  lineages: Record<string, LineageNode[]>;
  contributions: Contribution[];
}

// Small, so that there are several.
const pageSize = 7;

/**
 * Asks the index for all that it has of some versions, and of everything in lists.
 * @param uuids by the `name/version` of each version
 * @throws Error where an answer does not say as of when it is
 */
export async function askLocally(
  registry: Registry,
  uuids: Readonly<Record<string, string>>,
): Promise<LocalAnswers> {
  const answers: LocalAnswers = {
    models: await listModels(registry),
    versions: await listVersions(registry),
    byId: {},
    byUuid: {},
    lineages: {},
    contributions: await listContributions(registry),
  };
  for (const [modelId, modelUuid] of Object.entries(uuids)) {
    const ref = byId(modelId);
    const consistency = local;
    const found = await dated(registry.getModelVersion({ ref, consistency }));
    const same = await dated(registry.getModelByUuid({ modelUuid, consistency }));
    answers.byId[modelId] = { registration: found.registration, etag: found.etag };
    answers.byUuid[modelUuid] = { registration: same.registration, etag: same.etag };
    answers.lineages[modelId] = (await dated(registry.getLineage({ ref, consistency }))).nodes;
  }
  return answers;
}

/** Lists all registered models by name, page by page. */
export async function listModels(registry: Registry, consistency = local) {
  const all: RegisteredModel[] = [];
  for (let pageToken = ""; ; ) {
    const page = await dated(registry.listModels({ pageSize, pageToken, consistency }));
    all.push(...page.models);
    pageToken = page.nextPageToken;
    if (!pageToken) return all;
  }
}

/** Lists all versions by name and number that a filter lets through, page by page. */
export async function listVersions(
  registry: Registry,
  filter: MessageInitShape<typeof ListModelVersionsRequestSchema> = {},
) {
  const all: VersionSummary[] = [];
  const order = VersionOrder.NAME;
  for (let pageToken = ""; ; ) {
    const asked = { consistency: local, order, ...filter, pageSize, pageToken };
    const page = await dated(registry.listModelVersions(asked));
    all.push(...page.versions);
    pageToken = page.nextPageToken;
    if (!pageToken) return all;
  }
}

async function listContributions(registry: Registry) {
  return (await dated(registry.listContributions({ consistency: local }))).contributions;
}

async function dated<T extends { asOf?: unknown }>(call: Promise<T>): Promise<T> {
  const answer = await call;
  if (answer.asOf === undefined) throw new Error("the answer does not say as of when it is");
  return answer;
}
