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
  /** Who began it; null where nobody had to say who they were: then it is anybody's. */
  owner: string | null;
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
