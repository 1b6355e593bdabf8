import type { Logger } from "pino";
import { type CatalogStateRow, countCatalog, readCatalogState } from "../store/catalog-state.ts";
import { measureQueues, measureRegistrations, type QueueMeasure } from "../store/measures.ts";
import type { Store } from "../store/store.ts";

/** So long what was read is told again, however often it is asked for. */
const FRESH_MS = 2000;
/** So long the database is waited for: the other metrics must not wait for it. */
const PATIENCE_MS = 2000;

/** What the database tells of the whole of Modelwire, the same to each replica. */
export interface Snapshot {
  takenAt: number;
  catalog: CatalogStateRow;
  counts: { models: number; versions: number; unread: number };
  queues: readonly QueueMeasure[];
  registrations: { pending: number; oldestAt: number | null };
}

/**
 * Creates what reads the database for `/metrics`, once at a time. It gives undefined where the
 * database does not answer.
 */
export function createSnapshots(
  store: Pick<Store, "db">,
  log: Logger,
): () => Promise<Snapshot | undefined> {
  let last: Snapshot | undefined;
  let reading: Promise<Snapshot | undefined> | undefined;

  async function read(): Promise<Snapshot | undefined> {
    const { db } = store;
    try {
      const [catalog, counts, queues, registrations] = await Promise.all([
        readCatalogState(db),
        countCatalog(db),
        measureQueues(db),
        measureRegistrations(db),
      ]);
      last = { takenAt: Date.now(), catalog, counts, queues, registrations };
      return last;
    } catch (error) {
      log.warn({ err: error }, "the database could not be measured");
      return undefined;
    } finally {
      reading = undefined;
    }
  }

  return async () => {
    if (last && Date.now() - last.takenAt < FRESH_MS) return last;
    reading ??= read();
    return within(reading, PATIENCE_MS);
  };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
