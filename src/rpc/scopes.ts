import type { DescMethod, DescService } from "@bufbuild/protobuf";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";

/** What each RPC of a service needs: a new RPC does not build without. */
type ScopesOf<S extends { method: object }> = Record<keyof S["method"], Scope>;

const { READ, REGISTER, ADMIN } = Scope;
/** For what every known caller may do. */
const NONE = Scope.UNSPECIFIED;

const registry: ScopesOf<typeof RegistryService> = {
  getModelByUuid: READ,
  getModelVersion: READ,
  batchGetModelVersions: READ,
  listModels: READ,
  listModelVersions: READ,
  getIndexStatus: READ,
  getLineage: READ,
  listContributions: READ,
  downloadPackage: READ,
  inferSignature: READ,
  compareSignatures: READ,
  registerBaseline: REGISTER,
  registerImprovedModel: REGISTER,
  uploadPackage: REGISTER,
  getUpload: REGISTER,
  deleteUpload: REGISTER,
  setAlias: REGISTER,
  deleteAlias: REGISTER,
  setTags: REGISTER,
  deleteTag: REGISTER,
  updateDescription: REGISTER,
  deleteModelVersion: ADMIN,
};

const event: ScopesOf<typeof EventService> = {
  getEvent: READ,
  listEvents: READ,
  watchEvents: READ,
};

const webhook: ScopesOf<typeof WebhookService> = {
  createEndpoint: ADMIN,
  getEndpoint: ADMIN,
  listEndpoints: ADMIN,
  updateEndpoint: ADMIN,
  deleteEndpoint: ADMIN,
  pauseEndpoint: ADMIN,
  resumeEndpoint: ADMIN,
  rotateEndpointSecret: ADMIN,
  testEndpoint: ADMIN,
  getDelivery: ADMIN,
  listDeliveries: ADMIN,
  redeliver: ADMIN,
  recoverEndpoint: ADMIN,
};

const access: ScopesOf<typeof AccessService> = {
  createApiKey: ADMIN,
  getApiKey: ADMIN,
  listApiKeys: ADMIN,
  updateApiKey: ADMIN,
  rotateApiKey: ADMIN,
  revokeApiKey: ADMIN,
  whoAmI: NONE,
};

const tables: readonly [DescService, Readonly<Record<string, Scope>>][] = [
  [RegistryService, registry],
  [EventService, event],
  [WebhookService, webhook],
  [AccessService, access],
];

const scopes = new Map(
  tables.flatMap(([service, table]) =>
    service.methods.map((method): [string, Scope | undefined] => [
      nameOf(method),
      table[method.localName],
    ]),
  ),
);

/**
 * Gives the scope that a caller of an RPC needs: SCOPE_UNSPECIFIED where every known caller may
 * call it; undefined where nobody has said.
 */
export function scopeOf(method: DescMethod): Scope | undefined {
  return scopes.get(nameOf(method));
}

function nameOf(method: DescMethod): string {
  return `${method.parent.typeName}/${method.name}`;
}
