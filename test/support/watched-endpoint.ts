import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { EndpointRow } from "../../src/store/endpoints.ts";
import type { Store } from "../../src/store/store.ts";
import { addEndpointRow } from "./delivering.ts";
import { type ReceivedRequest, type Receiver, startReceiver, verifyWithNode } from "./receiver.ts";
import type { KillMark } from "./told-events.ts";

/** An endpoint that is to get every event, with all that it was told and answered. */
export interface WatchedEndpoint {
  row: EndpointRow;
  receiver: Receiver;
  statuses: number[];
  /** Requests whose signature was wrong when they came. */
  forged: ReceivedRequest[];
  kills: KillMark[];
}

/** Adds an endpoint whose receiver answers with these statuses. */
export async function watchEndpoint(
  store: Store,
  given: Partial<EndpointRow>,
  statusOf: (request: ReceivedRequest) => number,
): Promise<WatchedEndpoint> {
  const statuses: number[] = [];
  const forged: ReceivedRequest[] = [];
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const receiver = await startReceiver((response, number, request) => {
    const status = statusOf(request);
    statuses[number - 1] = status;
    response.writeHead(status).end();
    // At once: minutes later its time would be too old.
    if (!isGenuine(secret, request)) forged.push(request);
  });
  const row = await addEndpointRow(store, receiver.url, { ...given, secret });
  return { row, receiver, statuses, forged, kills: [] };
}

function isGenuine(secret: string, request: ReceivedRequest): boolean {
  try {
    verifyWithNode(secret, request);
    return true;
  } catch {
    return false;
  }
}

async function deliveredTo(store: Store, { endpoint_id: id }: EndpointRow): Promise<Set<string>> {
  const rows = await store.db
    .selectFrom("deliveries")
    .select("event_id")
    .where("endpoint_id", "=", id)
    .where("state", "=", "DELIVERED")
    .execute();
  return new Set(rows.map((row) => row.event_id));
}

/** Notes what is known of what endpoints were sent when a worker has just been killed. */
export async function markKill(store: Store, watched: readonly WatchedEndpoint[]): Promise<void> {
  // What it wrote is in the buffers of the receivers' connections: they read on before this ends.
  for (let turn = 0; turn < 100; turn++) await setImmediate();
  for (const { row, receiver, kills } of watched) {
    const delivered = await deliveredTo(store, row);
    kills.push({ arrived: receiver.received.length, delivered });
  }
}
