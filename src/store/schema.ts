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
}

/** The bytes of an event in one body format, serialised once, sent as they are for ever. */
export interface EventBodyTable {
  event_id: string;
  format: string;
  content_type: string;
  body: Uint8Array;
}

/** Where events are sent. */
export interface EndpointTable {
  endpoint_id: string;
  request_id: string | null;
  fingerprint: string;
  url: string;
  format: string;
  description: string | null;
  state: "ENABLED" | "DISABLED";
  disabled_reason: string | null;
  secret: string;
  created_at: number;
}

/** One event on its way to one endpoint. */
export interface DeliveryTable {
  delivery_id: string;
  event_id: string;
  endpoint_id: string;
  model_name: string;
  state: "PENDING" | "DELIVERED" | "FAILED";
  attempt_count: number;
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
}

/** All tables. */
export interface Database {
  registrations: RegistrationTable;
  discarded_registrations: DiscardedRegistrationTable;
  uploads: UploadTable;
  upload_files: UploadFileTable;
  signature_bundles: SignatureBundleTable;
  model_sequences: ModelSequenceTable;
  events: EventTable;
  event_bodies: EventBodyTable;
  endpoints: EndpointTable;
  deliveries: DeliveryTable;
  attempts: AttemptTable;
}
