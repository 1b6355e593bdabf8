import type { DeliveryRow } from "../store/deliveries.ts";
import { bodySizes, type DeliveryBody, readBodies } from "../store/delivery-bodies.ts";
import type { Store } from "../store/store.ts";

/** What the bodies that wait at an endpoint may take together, one apart. */
const MOST_BYTES = 512 * 1024;

/** Bodies that are read some at a time, before they are sent. */
export interface Prefetch {
  /**
   * Takes the body of a delivery; undefined where there is none. Reads it where it was not read
   * yet, and with it those of others that come after it, as far as there is room for them.
   */
  take(
    row: DeliveryRow,
    bodyName: string,
    later: () => DeliveryRow[],
  ): Promise<DeliveryBody | undefined>;
  /** Forgets what was read for deliveries that were given back since. */
  clear(): void;
}

/** Creates what reads the bodies for an endpoint. */
export function createPrefetch(store: Store): Prefetch {
  const bodies = new Map<string, DeliveryBody | undefined>();
  let bytes = 0;
  let reading: Promise<unknown> = Promise.resolve();
  const keyOf = (row: DeliveryRow, name: string) => `${row.event_id} ${name}`;

  function remove(key: string): DeliveryBody | undefined {
    const body = bodies.get(key);
    bytes -= body?.body.byteLength ?? 0;
    bodies.delete(key);
    return body;
  }

  async function read(row: DeliveryRow, name: string, later: DeliveryRow[]): Promise<void> {
    const missing = later.filter((one) => one !== row && !bodies.has(keyOf(one, name)));
    const wanted = [row.event_id];
    if (missing.length > 0) {
      const ids = [row, ...missing].map((one) => one.event_id);
      const sizes = await bodySizes(store.db, name, ids);
      let room = MOST_BYTES - bytes - (sizes.get(row.event_id) ?? 0);
      for (const { event_id: id } of missing) {
        room -= sizes.get(id) ?? 0;
        if (room < 0) break;
        wanted.push(id);
      }
    }
    const found = await readBodies(store.db, name, wanted);
    for (const id of wanted) {
      const body = found.get(id);
      bodies.set(`${id} ${name}`, body);
      bytes += body?.body.byteLength ?? 0;
    }
  }

  return {
    async take(row, name, later) {
      const key = keyOf(row, name);
      // Whoever reads may be reading this one too.
      const needed = reading.then(async () => {
        if (!bodies.has(key)) await read(row, name, later());
        return remove(key);
      });
      reading = needed.catch(() => {});
      return needed;
    },
    clear() {
      bodies.clear();
      bytes = 0;
    },
  };
}
