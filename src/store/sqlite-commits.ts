import type SqliteDatabase from "better-sqlite3";

/** It takes some microseconds each time. */
const LOOK_MS = 200;

/**
 * Calls `onCommit` after other connections have committed something, such as those of another
 * process: SQLite tells nobody by itself.
 *
 * @returns how to stop it
 */
export function watchCommits(database: SqliteDatabase.Database, onCommit: () => void): () => void {
  // It changes with the commits of other connections, never with those of this one.
  const read = () => database.pragma("data_version", { simple: true });
  let seen = read();
  const timer = setInterval(() => {
    try {
      const version = read();
      if (version === seen) return;
      seen = version;
    } catch {
      // Another process has the file to itself just now.
      return;
    }
    onCommit();
  }, LOOK_MS).unref();
  return () => clearInterval(timer);
}
