import type { EventHub } from "../event/watch.ts";
import type { Store } from "../store/store.ts";

/** What the operations on the log of events need. */
export interface EventContext {
  store: Store;
  /** Tells what is new. */
  hub: EventHub;
}
