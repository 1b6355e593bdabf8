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
