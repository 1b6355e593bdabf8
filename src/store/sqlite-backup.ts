import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";

/**
 * Copies a SQLite file as it is at one moment, while others read and write it and without making
 * them wait. The copy is whole and on the disk when it has its name, and at no time before.
 *
 * @throws Error where there is no such file, or the copy cannot be written
 */
export function backUpSqlite(from: string, to: string): void {
  const draft = `${to}.part`;
  rmSync(draft, { force: true });
  const database = new SqliteDatabase(from, { fileMustExist: true });
  try {
    // One read transaction: a copy page by page would begin anew whenever somebody writes.
    database.prepare("vacuum into ?").run(draft);
    beginNewLog(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    database.close();
  }
  chmodSync(draft, 0o600);
  syncToDisk(draft);
  renameSync(draft, to);
  syncToDisk(dirname(to));
}

/**
 * Gives the log of events in a copy an id of its own: it goes on otherwise than the one it was
 * copied from, so a cursor of the one must not be taken for a place in the other.
 */
function beginNewLog(path: string): void {
  const copy = new SqliteDatabase(path, { fileMustExist: true });
  try {
    copy.prepare("update event_log set log_id = ?").run(randomUUID());
  } finally {
    copy.close();
  }
}

function syncToDisk(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
