import type { DescMethod, Message } from "@bufbuild/protobuf";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";

/**
 * What a call stands on: the database alone; something else, which may keep it waiting: MLflow, or
 * the receiver of a webhook; or, of reads, what its `consistency` says, and where that is unset the
 * one or the other.
 */
type StandsOn = "database" | "others" | "database unless asked" | "others unless asked";

/** What each RPC of a service stands on: a new RPC does not build without. */
type StandsOnOf<S extends { method: object }> = Record<keyof S["method"], StandsOn>;

const registry: StandsOnOf<typeof RegistryService> = {
  getModelByUuid: "others unless asked",
  getModelVersion: "others unless asked",
  batchGetModelVersions: "others unless asked",
  listModels: "database unless asked",
  listModelVersions: "database unless asked",
  getIndexStatus: "database",
  getLineage: "database unless asked",
  listContributions: "database unless asked",
  downloadPackage: "others",
  inferSignature: "database",
  compareSignatures: "others",
  registerBaseline: "others",
  registerImprovedModel: "others",
  uploadPackage: "others",
  getUpload: "database",
  deleteUpload: "others",
  setAlias: "others",
  deleteAlias: "others",
  setTags: "others",
  deleteTag: "others",
  updateDescription: "others",
  deleteModelVersion: "others",
};

const event: StandsOnOf<typeof EventService> = {
  getEvent: "database",
  listEvents: "database",
  watchEvents: "database",
};

const webhook: StandsOnOf<typeof WebhookService> = {
  createEndpoint: "database",
  getEndpoint: "database",
  listEndpoints: "database",
  updateEndpoint: "database",
  deleteEndpoint: "database",
  pauseEndpoint: "database",
  resumeEndpoint: "database",
  rotateEndpointSecret: "database",
  testEndpoint: "others",
  getDelivery: "database",
  listDeliveries: "database",
  redeliver: "database",
  recoverEndpoint: "database",
};

const access: StandsOnOf<typeof AccessService> = {
  createApiKey: "database",
  getApiKey: "database",
  listApiKeys: "database",
  updateApiKey: "database",
  rotateApiKey: "database",
  revokeApiKey: "database",
  whoAmI: "database",
};

const tables = new Map<string, Readonly<Record<string, StandsOn>>>([
  [RegistryService.typeName, registry],
  [EventService.typeName, event],
  [WebhookService.typeName, webhook],
  [AccessService.typeName, access],
]);

/**
 * Says whether a call can be kept waiting by others than the database. A read of the index asks
 * MLflow only for what the index does not have, and counts as one that does not.
 */
export function waitsForOthers(method: DescMethod, message: Message): boolean {
  const standsOn = tables.get(method.parent.typeName)?.[method.localName];
  if (standsOn === "database" || standsOn === "others") return standsOn === "others";
  switch (consistencyOf(message)?.requirement.case) {
    case "local":
    case "atLeastAsFresh":
      return false;
    case "fullyConsistent":
      return true;
    case undefined:
      return standsOn === "others unless asked";
  }
}

function consistencyOf(message: Message): Consistency | undefined {
  return (message as { consistency?: Consistency }).consistency;
}
