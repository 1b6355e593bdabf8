import type { Logger } from "pino";
import type { DeliveryRow } from "../store/deliveries.ts";
import { setLeases } from "../store/delivery-leases.ts";
import type { Store } from "../store/store.ts";

/** Until when a claim holds, by both clocks: one of them stands still while a machine sleeps. */
export interface LeaseEnd {
  /** As `Date.now()` has it, and the database. */
  wallMs: number;
  /** As `performance.now()` has it. */
  monotonicMs: number;
}

/** The deliveries that this worker has claimed, which it keeps by a sign of life now and then. */
export interface Leases {
  /** Tells until when a claim holds that is made now. */
  next(): LeaseEnd;
  /** Keeps deliveries that were claimed. */
  hold(rows: readonly DeliveryRow[], end: LeaseEnd): void;
  /** Tells whether a delivery is held for long enough to begin to send it. */
  isHeld(row: DeliveryRow): boolean;
  /** Gives the signal that ends an attempt whose delivery is lost to another worker. */
  signalOf(row: DeliveryRow): AbortSignal | undefined;
  /** Ceases to keep a delivery, whose lease the database does not have any more. */
  forget(row: DeliveryRow): void;
  /** Gives back what was not begun. Never fails: what cannot be given back runs out. */
  giveBack(rows: readonly DeliveryRow[]): Promise<void>;
  /** Runs what changes rows that are held, one at a time: two of them could wait for each other. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what is being sent, and gives all back. */
  abandon(): Promise<void>;
  stop(): void;
}

interface Held {
  row: DeliveryRow;
  end: LeaseEnd;
  lost: AbortController | undefined;
}

/** Creates the leases of a worker, and begins to keep them. */
export function createLeases(store: Store, log: Logger, leaseMs: number): Leases {
  const held = new Map<string, Held>();
  let queue: Promise<unknown> = Promise.resolve();
  let renewing = false;

  const next = (): LeaseEnd => ({
    wallMs: Date.now() + leaseMs,
    monotonicMs: performance.now() + leaseMs,
  });
  const isCurrent = ({ end }: Held, leftMs: number) =>
    end.wallMs - Date.now() > leftMs && end.monotonicMs - performance.now() > leftMs;
  const find = (row: DeliveryRow) => {
    const one = held.get(row.delivery_id);
    return one?.row.lease_token === row.lease_token ? one : undefined;
  };

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  }

  function forget(row: DeliveryRow): void {
    if (find(row)) held.delete(row.delivery_id);
  }

  function lose(one: Held): void {
    forget(one.row);
    one.lost?.abort(new Error("the lease was lost"));
  }

  async function renew(): Promise<void> {
    const mine = [...held.values()];
    if (mine.length === 0) return;
    const end = next();
    const kept = await setLeases(
      store,
      mine.map((one) => one.row),
      end.wallMs,
    );
    for (const one of mine) if (kept.has(one.row.delivery_id)) one.end = end;
  }

  const timer = setInterval(() => {
    // One that ran out may be another's by now, unless its renewal says otherwise, which comes
    // first after a sleep.
    if (!renewing) {
      renewing = true;
      alone(renew)
        .catch((error) => log.warn({ err: error }, "leases of deliveries could not be renewed"))
        .finally(() => {
          renewing = false;
          for (const one of held.values()) if (!isCurrent(one, 0)) lose(one);
        });
    } else {
      for (const one of held.values()) if (!isCurrent(one, 0)) lose(one);
    }
  }, leaseMs / 4).unref();

  async function giveBack(rows: readonly DeliveryRow[]): Promise<void> {
    const mine = rows.filter(find);
    for (const row of mine) held.delete(row.delivery_id);
    if (mine.length === 0) return;
    await alone(() => setLeases(store, mine, 0)).catch((error) =>
      log.warn({ err: error }, "deliveries could not be given back"),
    );
  }

  return {
    next,
    hold(rows, end) {
      for (const row of rows) held.set(row.delivery_id, { row, end, lost: undefined });
    },
    isHeld(row) {
      const one = find(row);
      // A renewal is never that late but where this process or the database stood still.
      return one !== undefined && isCurrent(one, leaseMs / 4);
    },
    signalOf(row) {
      const one = find(row);
      if (!one) return undefined;
      one.lost ??= new AbortController();
      return one.lost.signal;
    },
    forget,
    giveBack,
    alone,
    async abandon() {
      const mine = [...held.values()];
      const given = giveBack(mine.map((one) => one.row));
      for (const one of mine) one.lost?.abort(new Error("this worker stops"));
      await given;
    },
    stop: () => clearInterval(timer),
  };
}
