import type { Logger } from "pino";
import type { WebhookSender } from "../delivery/sender.ts";
import type { Vault } from "../delivery/vault.ts";
import type { Store } from "../store/store.ts";

/** What the operations on endpoints and deliveries need. */
export interface WebhookContext {
  store: Store;
  log: Logger;
  /** Keeps the secrets. */
  vault: Vault;
  /** Makes the request of a test. */
  sender: WebhookSender;
  /** Says what is wrong with the URL of an endpoint; undefined where nothing is. */
  wrongUrl: (url: string) => string | undefined;
}
