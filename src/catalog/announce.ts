import { EventOrigin } from "#gen/modelwire/event/v1/event_pb.js";
import { commitEvent, type EventDraft } from "../event/commit.ts";
import type { Queryable, Store } from "../store/store.ts";

/** A change to a registered model or a version, to be told in an event. */
export type Change = Omit<EventDraft, "origin">;

/** Where a change was made, and by whom, where that is known. */
export type Origin = Pick<EventDraft, "origin" | "actor">;

/** Tells who made a change. */
export type OriginOf = (change: Change) => Origin;

/** Takes every change for one that somebody made in MLflow directly. */
export const observed: OriginOf = () => ({ origin: EventOrigin.OBSERVED });

/**
 * Commits an event for each change, within the transaction that writes the changes down. Call
 * {@link Store.wake} for deliveries afterwards.
 */
export async function announce(
  store: Store,
  tx: Queryable,
  changes: readonly Change[],
  originOf: OriginOf,
  now: number,
): Promise<void> {
  for (const change of changes) {
    await commitEvent(store, tx, { ...change, ...originOf(change) }, now);
  }
}
