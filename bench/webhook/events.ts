import { type Event, EventOrigin, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { commitEvent, wakeForEvents } from "../../src/event/commit.ts";
import { newId } from "../../src/event/ids.ts";
import { insertEndpoint } from "../../src/store/endpoints.ts";
import type { Queryable, Store } from "../../src/store/store.ts";
import { registrationOf } from "../read/registration.ts";
import { versionAt } from "../read/versions.ts";

/** Events a transaction, where only their number matters. */
const BATCH = 500;

/** Adds an endpoint that all events go to, and gives its id. */
export async function addEndpoint(store: Store, url: string, secret: string): Promise<string> {
  const endpointId = newId("ep");
  await insertEndpoint(store.db, {
    endpoint_id: endpointId,
    request_id: null,
    fingerprint: "",
    url,
    format: "STANDARD",
    description: null,
    state: "ENABLED",
    disabled_reason: null,
    secret,
    previous_secrets: "[]",
    created_at: Date.now(),
    filter: null,
    ordered: 0,
    payload_version: "1",
    consecutive_failures: 0,
    failing_since: null,
    last_success_at: null,
    last_failure_at: null,
    last_error: null,
  });
  return endpointId;
}

/** Commits an event as a registration does, and gives its id. */
export async function commitOne(store: Store, index: number): Promise<string> {
  const { eventId } = await store.transaction((tx) => commit(store, tx, index));
  wakeForEvents(store);
  return eventId;
}

/** Commits events while nobody sends them, and gives the last. */
export async function commitBacklog(store: Store, count: number): Promise<Event> {
  let last: Event | undefined;
  for (let from = 0; from < count; from += BATCH) {
    await store.transaction(async (tx) => {
      for (let i = from; i < Math.min(from + BATCH, count); i++) last = await commit(store, tx, i);
    });
  }
  if (!last) throw new Error("no events");
  return last;
}

function commit(store: Store, tx: Queryable, index: number): Promise<Event> {
  const registration = registrationOf(versionAt(index));
  const draft = {
    type: EventType.MODEL_REGISTERED,
    origin: EventOrigin.MODELWIRE,
    modelName: registration.modelName,
    modelRegistered: { registration },
  };
  return commitEvent(store, tx, draft, Date.now());
}
