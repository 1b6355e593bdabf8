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
