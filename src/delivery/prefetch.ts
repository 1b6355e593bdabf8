import type { ClaimedDelivery } from "../store/claim-deliveries.ts";
import { bodySizes, type DeliveryBody, readBodies } from "../store/delivery-bodies.ts";
import type { Store } from "../store/store.ts";

/** What the bodies that wait at an endpoint may take together, one apart. */
const MOST_BYTES = 512 * 1024;
/** Where no more than that is left, the next are read while these are sent. */
const READ_AHEAD_BYTES = MOST_BYTES / 2;

/** Bodies that are read some at a time, before they are sent. */
export interface Prefetch {
  /**
   * Takes the body of a delivery; undefined where there is none. Reads it where it was not read
   * yet, and with it those of others that come after it, as far as there is room for them.
   */
  take(
    row: ClaimedDelivery,
    bodyName: string,
    later: () => ClaimedDelivery[],
  ): Promise<DeliveryBody | undefined>;
  /** Forgets what was read for deliveries that were given back since. */
  clear(): void;
}

/** Creates what reads the bodies for an endpoint. */
export function createPrefetch(store: Store): Prefetch {
  const bodies = new Map<string, DeliveryBody | undefined>();
  let bytes = 0;
  let reading: Promise<unknown> = Promise.resolve();
  let readingAhead = false;
  const keyOf = (row: ClaimedDelivery, name: string) => `${row.event_id} ${name}`;

  function remove(key: string): DeliveryBody | undefined {
    const body = bodies.get(key);
    bytes -= body?.body.byteLength ?? 0;
    bodies.delete(key);
    return body;
  }

  /** Reads the body of the first, and bodies of others that it keeps. */
  async function read(
    first: ClaimedDelivery | undefined,
    name: string,
    later: ClaimedDelivery[],
  ): Promise<DeliveryBody | undefined> {
    const missing = later.filter((one) => one !== first && !bodies.has(keyOf(one, name)));
    const wanted = first ? [first.event_id] : [];
    if (missing.length > 0) {
      const ids = [...wanted, ...missing.map((one) => one.event_id)];
      const sizes = await bodySizes(store, name, ids);
      let room = MOST_BYTES - bytes - (sizes.get(wanted[0] ?? "") ?? 0);
      for (const { event_id: id } of missing) {
        room -= sizes.get(id) ?? 0;
        if (room < 0) break;
        wanted.push(id);
      }
    }
    const found = await readBodies(store, name, wanted);
    for (const id of wanted.filter((id) => id !== first?.event_id)) {
      const body = found.get(id);
      bodies.set(`${id} ${name}`, body);
      bytes += body?.body.byteLength ?? 0;
    }
    // Not by way of what is kept, which may be forgotten just then: nothing would be sent.
    return first && found.get(first.event_id);
  }

  async function readAhead(name: string, later: () => ClaimedDelivery[]): Promise<void> {
    readingAhead = true;
    // What could not be read is read again when it is needed.
    reading = reading.then(() => read(undefined, name, later())).catch(() => {});
    await reading;
    readingAhead = false;
  }

  return {
    async take(row, name, later) {
      const key = keyOf(row, name);
      if (bodies.has(key)) {
        if (bytes <= READ_AHEAD_BYTES && !readingAhead) void readAhead(name, later);
        return remove(key);
      }
      // Whoever reads may be reading this one too.
      const needed = reading.then(() => (bodies.has(key) ? remove(key) : read(row, name, later())));
      reading = needed.catch(() => {});
      return needed;
    },
    clear() {
      bodies.clear();
      bytes = 0;
    },
  };
}
