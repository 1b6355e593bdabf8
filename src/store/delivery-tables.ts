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
