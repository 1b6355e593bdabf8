import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

/** What the operations on API keys need. */
export interface AccessContext {
  store: Store;
  log: Logger;
  /** Makes what was just changed of an API key count here at once. */
  forget(apiKeyId: string): void;
}
