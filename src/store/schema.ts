// Times are integer milliseconds since 1970, JSON is text, messages are protobuf bytes: the
// same SQL then serves both engines.

/** A registration: PENDING from before the first call to MLflow until it is committed. */
export interface RegistrationTable {
  registration_id: string;
  /** The caller's idempotency key; unique where it is set. */
  request_id: string | null;
  /** SHA-256 of the request in its canonical form. */
  fingerprint: string;
  state: "PENDING" | "COMPLETED";
  /** What is to be done, as JSON: enough to finish or to clean up without the caller. */
  plan: string;
  created_at: number;
  completed_at: number | null;
  /** Raised at every claim: what an owner writes counts only while it holds the newest. */
  lease_token: number;
  lease_until: number;
  /** How often a recovery was begun. */
  recoveries: number;
  last_error: string | null;
  model_name: string | null;
  version: string | null;
  model_uuid: string | null;
  /** modelwire.registry.v1.Registration as it was answered. */
  registration: Uint8Array | null;
  /** Run that is still to be ended, which nobody waits for. */
  open_run: string | null;
}

/** A registration that was cleaned up and forgotten, for what comes late in MLflow. */
export interface DiscardedRegistrationTable {
  registration_id: string;
  plan: string;
  discarded_at: number;
}

/** A package that is sent file by file, until its registration is complete. */
export interface UploadTable {
  upload_id: string;
  /** Of the registration that will take it: what the upload makes in MLflow carries it as a tag. */
  registration_id: string;
  /** ADOPTED while a registration is under way, and REGISTERED when that is complete. */
  state: "OPEN" | "ADOPTED" | "REGISTERED" | "DELETING";
  name: string;
  experiment_id: string;
  run_id: string | null;
  /** Whether the upload made its run: 1 or 0. */
  own_run: number;
  /** Null until the logged model is made. */
  model_id: string | null;
  artifact_uri: string | null;
  /** The package's MLmodel file, which is written when the model is registered. */
  mlmodel: Uint8Array | null;
  created_at: number;
  expires_at: number;
  /** Until when somebody is making or deleting what belongs to it in MLflow. */
  lease_until: number;
}

/** A file of an upload, from its announcement on. */
export interface UploadFileTable {
  upload_id: string;
  path: string;
  size_bytes: number;
  sha256: string;
  stored_bytes: number;
  /** 1 where it is whole and its digest is right, otherwise 0. */
  complete: number;
  /** How to go on with a file that is written in parts, as JSON. */
  multipart: string | null;
}

/** The signature bundle that the package of a registration came with. */
export interface SignatureBundleTable {
  registration_id: string;
  /** JSON text, byte for byte as it was sent. */
  bundle: string;
}

/** The last sequence number that was given to an event of a registered model. */
export interface ModelSequenceTable {
  model_name: string;
  last_sequence: number;
}

/** An event; it never changes. */
export interface EventTable {
  event_id: string;
  model_name: string;
  sequence: number;
  type: string;
  created_at: number;
  /** modelwire.event.v1.Event. */
  event: Uint8Array;
  /** Place in the log, from 1; null until it is given one, which is soon after its commit. */
  position: number | null;
  /** The latest `created_at` up to this place: it grows with `position`. Null as long as that is. */
  log_time: number | null;
}

/** The log of events: one row. */
export interface EventLogTable {
  /** 1. */
  id: number;
  /** Says which log it is, so that a cursor of another one is told from those of this. */
  log_id: string;
  /** The last place that was given. */
  last_position: number;
  /** `log_time` of the event at the last place; 0 where there was none. */
  last_log_time: number;
  /** Up to this place, events are not kept any more; 0 where all are. */
  expired_position: number;
}

/** The bytes of an event in one body format, serialised once, sent as they are for ever. */
export interface EventBodyTable {
  event_id: string;
  format: string;
  content_type: string;
  body: Uint8Array;
  /** Headers that come with these bytes, as JSON of an object. */
  headers: string;
}

/** Where events are sent. */
export interface EndpointTable {
  endpoint_id: string;
  request_id: string | null;
  fingerprint: string;
  url: string;
  format: string;
  description: string | null;
  state: "ENABLED" | "DISABLED" | "PAUSED";
  disabled_reason: string | null;
  /** What signs, sealed. */
  secret: string;
  /** What signs beside it for a while: JSON of `{ secret, until }[]`, each secret sealed. */
  previous_secrets: string;
  created_at: number;
  /** CEL expression; null where every event is sent. */
  filter: string | null;
  /** 1 where the events of a registered model wait for each other, otherwise 0. */
  ordered: number;
  payload_version: string;
  /** Attempts that failed since the last that succeeded. */
  consecutive_failures: number;
  failing_since: number | null;
  last_success_at: number | null;
  last_failure_at: number | null;
  last_error: string | null;
}

/** One event on its way to one endpoint. */
export interface DeliveryTable {
  delivery_id: string;
  event_id: string;
  endpoint_id: string;
  model_name: string;
  /** That of the event within its registered model. */
  sequence: number;
  /** Type of the event. */
  type: string;
  state: "PENDING" | "DELIVERED" | "FAILED" | "SKIPPED";
  /** Why it is not sent; null where it is. */
  skipped_reason: string | null;
  attempt_count: number;
  /** Attempts of the schedule since it last began: what decides when the next is made. */
  scheduled_count: number;
  /** When it may be tried next; what orders the queue. */
  next_attempt_at: number;
  lease_token: number;
  lease_until: number;
  created_at: number;
  completed_at: number | null;
}

/** One try to deliver. */
export interface AttemptTable {
  delivery_id: string;
  number: number;
  started_at: number;
  latency_ms: number;
  status: number | null;
  error: string | null;
  response_excerpt: string;
  /** 1 where it failed on our own side, otherwise 0. */
  server_fault: number;
}

/** How far the catalog knows what MLflow has: one row. */
export interface CatalogStateTable {
  /** 1. */
  id: number;
  /** Counts the sweeps; of the one that is under way, where there is one. */
  sweep: number;
  /** When the sweep that is under way began; null between two. */
  sweep_started_at: number | null;
  phase: "VERSIONS" | "MODELS" | "ABSENT";
  /** Where the sweep is within its phase, as JSON; null at the beginning. */
  position: string | null;
  /** When the first sweep began: what is older was there before Modelwire, and is not announced. */
  first_sight_at: number | null;
  /** When MLflow's database was made: what tells it from another one. Null where it is not known. */
  mlflow_made_at: number | null;
  /** Up to when all that was written to MLflow is in the catalog; null until the first sweep ends. */
  as_of: number | null;
  /** The newest `last_updated_timestamp` of a version that was looked at. */
  looked_until: number;
  /** When somebody last asked for a sweep that begins from then on. */
  wanted_at: number;
  /** Why MLflow could not be looked at; null where it could. */
  last_error: string | null;
  failed_at: number | null;
  lease_token: number;
  lease_until: number;
}

/** A registered model. One that was deleted stays, without its name, for its versions. */
export interface CatalogModelTable {
  model_key: string;
  /** Null for one that was deleted, or moved to a name that was not seen yet. */
  name: string | null;
  /** The name that it has, or had last. */
  last_name: string;
  /** By MLflow's clock, which tells a name that was made anew; null until it was seen in MLflow. */
  created_at: number | null;
  updated_at: number | null;
  deleted_at: number | null;
  description: string | null;
  /** JSON object. */
  tags: string;
  /** The last sweep that saw it. */
  seen_in: number;
}

/** A tag of a registered model, to look for it. */
export interface CatalogModelTagTable {
  model_key: string;
  key: string;
  /** SHA-256 of the value: a value can be too long for an index. */
  value_hash: string;
}

/** An alias as MLflow has it, also where its version is not there any more. */
export interface CatalogAliasTable {
  model_key: string;
  alias: string;
  version: number;
}

/** A version. One that was deleted stays, so that what becomes of it can be told. */
export interface CatalogVersionTable {
  model_key: string;
  version: number;
  /** By MLflow's clock. */
  created_at: number;
  updated_at: number | null;
  deleted_at: number | null;
  /** Null for one of MLflow 2 until its MLmodel file is read. */
  model_uuid: string | null;
  model_type: string | null;
  /** 1 or 0; null where it is not known. */
  is_baseline: number | null;
  contributor_kind: number | null;
  /** Normalised as its kind says. */
  contributor_id: string | null;
  /** `name/version` of what it improves, as it was named. */
  baseline_id: string | null;
  baseline_uuid: string | null;
  /** 1 where the model behind it is still to be read, otherwise 0. */
  unread: number;
  /** When it may be tried to read it, after a try that failed. */
  read_after: number;
  /** Why the model behind it cannot be read; null where it was, or was not tried. */
  read_error: string | null;
  /** Hash of what MLflow said of it, to see that it says something else. */
  seen_hash: string;
  /** When it was last made sure of at MLflow, or written there through Modelwire. */
  confirmed_at: number;
  /** modelwire.registry.v1.Registration as of now; without ModelInfo where that was not read. */
  registration: Uint8Array;
  /** Of what `registration` says; empty where it has no model_version. */
  etag: string;
}

/** A tag of a version, to look for it. */
export interface CatalogVersionTagTable {
  model_key: string;
  version: number;
  key: string;
  value_hash: string;
  /** That of the version: what it is found by comes in the order of it. */
  created_at: number;
}

/** What a version's contributor added to a metric. */
export interface CatalogImprovementTable {
  model_key: string;
  version: number;
  /** Where it stands among the version's improvements, from 0. */
  position: number;
  contributor_kind: number;
  contributor_id: string;
  metric: string;
  direction: number;
  /** Empty for a plain number. */
  unit: string;
  absolute_change: number | null;
  created_at: number;
}

/** Says who is changing a registered model in MLflow. */
export interface ModelLockTable {
  model_name: string;
  token: string;
  lease_until: number;
}

/** All tables. */
export interface Database {
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
