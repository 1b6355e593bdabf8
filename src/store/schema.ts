// Times are integer milliseconds since 1970, JSON is text, messages are protobuf bytes: the
// same SQL then serves both engines.
import type {
  CatalogAliasTable,
  CatalogImprovementTable,
  CatalogModelTable,
  CatalogModelTagTable,
  CatalogStateTable,
  CatalogVersionTable,
  CatalogVersionTagTable,
  ModelLockTable,
} from "./catalog-tables.ts";
import type { AttemptTable, DeliveryTable, EndpointTable } from "./delivery-tables.ts";
import type {
  EventBodyTable,
  EventLogTable,
  EventTable,
  ModelSequenceTable,
} from "./event-tables.ts";
import type {
  DiscardedRegistrationTable,
  RegistrationTable,
  SignatureBundleTable,
  UploadFileTable,
  UploadTable,
} from "./registration-tables.ts";

/** What a program calls with. */
export interface ApiKeyTable {
  api_key_id: string;
  /** The caller's idempotency key; unique where it is set. */
  request_id: string | null;
  display_name: string;
  /** Number of modelwire.access.v1.Scope. */
  scope: number;
  /** JSON of an array of texts; an empty one for every name. */
  model_prefixes: string;
  created_at: number;
  /** ProtoJSON of modelwire.access.v1.Identity; null where nobody is known. */
  created_by: string | null;
  /** Null where it never expires. */
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
  /** SHA-256 of the key, in hexadecimal digits. */
  digest: string;
  /** That of the key from before the last rotation. */
  previous_digest: string | null;
  /** Until when the previous one is taken too. */
  previous_until: number | null;
}

/** All tables. */
export interface Database {
  api_keys: ApiKeyTable;
  catalog_state: CatalogStateTable;
  catalog_models: CatalogModelTable;
  catalog_model_tags: CatalogModelTagTable;
  catalog_aliases: CatalogAliasTable;
  catalog_versions: CatalogVersionTable;
  catalog_version_tags: CatalogVersionTagTable;
  catalog_improvements: CatalogImprovementTable;
  model_locks: ModelLockTable;
  registrations: RegistrationTable;
  discarded_registrations: DiscardedRegistrationTable;
  uploads: UploadTable;
  upload_files: UploadFileTable;
  signature_bundles: SignatureBundleTable;
  model_sequences: ModelSequenceTable;
  events: EventTable;
  event_bodies: EventBodyTable;
  event_log: EventLogTable;
  endpoints: EndpointTable;
  deliveries: DeliveryTable;
  attempts: AttemptTable;
}
