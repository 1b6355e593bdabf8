import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

/** Warns where the notices of other replicas do not come. Never fails. */
export async function warnOfUnheardNotices(store: Store, log: Logger): Promise<void> {
  // A database that cannot be used now is told of by others.
  if (await store.engine.hearsNotices().catch(() => true)) return;
  log.warn(
    "notices of PostgreSQL do not come through, as behind a PgBouncer in transaction mode: replicas hear of each other's events only every 5 s; with a DATABASE_URL that leads to PostgreSQL directly, or through a pooler in session mode, they do at once",
  );
}
