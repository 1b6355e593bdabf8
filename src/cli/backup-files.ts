import { constants, copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { secretKeyPath } from "../server/secret-keys.ts";
import { backUpSqlite } from "../store/sqlite-backup.ts";
import { invalid } from "./error.ts";

/**
 * Copies a SQLite database, and the key file beside it, into a folder.
 *
 * @returns the paths of what was written; no key where there is no such file
 */
export function writeBackup(path: string, folder: string): { database: string; key?: string } {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw invalid(`DATABASE_URL: there is no database at ${resolve(path)}`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, basename(path));
  if (existsSync(database)) throw invalid(`${database} is there already`);
  backUpSqlite(path, database);
  // After the database: a key that is made meanwhile seals nothing in the copy.
  const key = secretKeyPath(path);
  if (!existsSync(key)) return { database };
  const copy = secretKeyPath(database);
  copyFileSync(key, copy, constants.COPYFILE_EXCL);
  return { database, key: copy };
}
