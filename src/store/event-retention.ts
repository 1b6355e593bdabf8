import type { Store } from "./store.ts";

/**
 * Removes the oldest events of the log, with their bodies, deliveries and attempts, as far as they
 * were committed before a time and no delivery of them waits, and notes up to where. They are a
 * beginning of the log: the first that must stay keeps what comes after it. Gives how many.
 */
export function removeOldEvents(
  store: Store,
  createdBefore: number,
  limit: number,
): Promise<number> {
  return store.transaction(async (tx) => {
    // Locks the row as `placeEvents` does: two replicas must not count the same events.
    const { expired_position: expired } = await tx
      .updateTable("event_log")
      .set((e) => ({ expired_position: e.ref("expired_position") }))
      .where("id", "=", 1)
      .returning("expired_position")
      .executeTakeFirstOrThrow();
    const rows = await store.engine
      .skipLocked(
        tx
          .selectFrom("events")
          .select(["event_id", "position", "created_at"])
          .where("position", ">", expired)
          .orderBy("position")
          .limit(limit),
      )
      .execute();
    // Where somebody is about to send one again, its row is locked and the places have a gap.
    const free = takeWhile(rows, (row, i) => row.position === expired + i + 1);
    const old = takeWhile(free, (row) => row.created_at < createdBefore);
    if (old.length === 0) return 0;
    const waiting = await tx
      .selectFrom("deliveries")
      .select("event_id")
      .distinct()
      .where("state", "=", "PENDING")
      .where("event_id", "in", ids(old))
      .execute();
    const held = new Set(waiting.map(({ event_id: id }) => id));
    const gone = takeWhile(old, (row) => !held.has(row.event_id));
    if (gone.length > 0) {
      // Not one that waits again since: then the event cannot go, and nothing of this happens.
      await tx
        .deleteFrom("deliveries")
        .where("event_id", "in", ids(gone))
        .where("state", "!=", "PENDING")
        .execute();
      await tx.deleteFrom("event_bodies").where("event_id", "in", ids(gone)).execute();
      await tx.deleteFrom("events").where("event_id", "in", ids(gone)).execute();
      await tx
        .updateTable("event_log")
        .set({ expired_position: expired + gone.length })
        .where("id", "=", 1)
        .execute();
    }
    return gone.length;
  });
}

function ids(rows: readonly { event_id: string }[]): string[] {
  return rows.map(({ event_id: id }) => id);
}

function takeWhile<T>(items: readonly T[], isSo: (item: T, index: number) => boolean): T[] {
  const end = items.findIndex((item, index) => !isSo(item, index));
  return items.slice(0, end < 0 ? items.length : end);
}
