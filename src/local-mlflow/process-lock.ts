import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";

const POLL_MS = 100;

/**
 * Runs `work` while no other process and no other caller holds the lock on `path`.
 *
 * The lock is SQLite's on an empty database file: the kernel lets go of it when its owner dies, so
 * there is no stale lock to detect. `onWait` is called once if somebody else has it. Rejects with
 * the signal's reason where `signal` aborts meanwhile.
 */
export async function withProcessLock<T>(
  path: string,
  onWait: () => void,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const database = new Database(path, { timeout: 0 });
  try {
    let waited = false;
    while (!tryLock(database)) {
      if (!waited) {
        onWait();
        waited = true;
      }
      signal?.throwIfAborted();
      await sleep(POLL_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}

function tryLock(database: Database.Database): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      return false;
    }
    throw error;
  }
}
