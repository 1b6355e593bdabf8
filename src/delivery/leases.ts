import type { Logger } from "pino";
import type { ClaimedDelivery } from "../store/claim-deliveries.ts";
import { setLeases } from "../store/delivery-leases.ts";
import type { Store } from "../store/store.ts";
import type { AttemptLease } from "./sender.ts";

/** Until when a claim holds, by both clocks: one of them stands still while a machine sleeps. */
export interface LeaseEnd {
  /** As `Date.now()` has it, and the database. */
  wallMs: number;
  /** As `performance.now()` has it. */
  monotonicMs: number;
}

/** The right to make an attempt at a delivery that is held. */
export interface DeliveryLease extends AttemptLease {
  isLost(): boolean;
}

/** The deliveries that this worker has claimed, which it keeps by a sign of life now and then. */
export interface Leases {
  /** Tells until when a claim holds that is made now. */
  next(): LeaseEnd;
  /** Keeps deliveries that were claimed. */
  hold(rows: readonly ClaimedDelivery[], end: LeaseEnd): void;
  /** Tells whether a delivery is held for long enough to begin to send it. */
  isHeld(row: ClaimedDelivery): boolean;
  /** Gives the right to attempt a delivery; undefined where that is lost to another worker. */
  leaseOf(row: ClaimedDelivery): DeliveryLease | undefined;
  /** Ceases to keep a delivery, whose lease the database does not have any more. */
  forget(row: ClaimedDelivery): void;
  /** Gives back what was not begun. Never fails: what cannot be given back runs out. */
  giveBack(rows: readonly ClaimedDelivery[]): Promise<void>;
  /** Runs what changes rows that are held, one at a time: two of them could wait for each other. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what is being sent, and gives all back. */
  abandon(): Promise<void>;
  stop(): void;
}

interface Held {
  row: ClaimedDelivery;
  end: LeaseEnd;
  isLost: boolean;
  /** Ends what is being sent. */
  stop: ((reason: Error) => void) | undefined;
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
  const find = (row: ClaimedDelivery) => {
    const one = held.get(row.delivery_id);
    return one?.row.lease_token === row.lease_token ? one : undefined;
  };
  const isHeld = (row: ClaimedDelivery) => {
    const one = find(row);
    // A renewal is never that late but where this process or the database stood still.
    return one !== undefined && isCurrent(one, leaseMs / 4);
  };

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  }

  function forget(row: ClaimedDelivery): void {
    if (find(row)) held.delete(row.delivery_id);
  }

  function lose(one: Held, reason: string): void {
    forget(one.row);
    one.isLost = true;
    one.stop?.(new Error(reason));
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
          for (const one of held.values()) if (!isCurrent(one, 0)) lose(one, "the lease was lost");
        });
    } else {
      for (const one of held.values()) if (!isCurrent(one, 0)) lose(one, "the lease was lost");
    }
  }, leaseMs / 4).unref();

  async function giveBack(rows: readonly ClaimedDelivery[]): Promise<void> {
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
      for (const row of rows) {
        held.set(row.delivery_id, { row, end, isLost: false, stop: undefined });
      }
    },
    isHeld,
    leaseOf(row) {
      const one = find(row);
      return (
        one && {
          mayBegin: () => isHeld(row),
          onLost: (stop) => {
            one.stop = stop;
          },
          isLost: () => one.isLost,
        }
      );
    },
    forget,
    giveBack,
    alone,
    async abandon() {
      const mine = [...held.values()];
      const given = giveBack(mine.map((one) => one.row));
      for (const one of mine) lose(one, "this worker stops");
      await given;
    },
    stop: () => clearInterval(timer),
  };
}
