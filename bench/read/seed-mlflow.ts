import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { VERSIONS_PER_MODEL, versionAt } from "./versions.ts";

/**
 * Writes versions `from` to `until` into the SQLite file of a local MLflow that was started once,
 * for its tables, and stopped. A model's versions come one after the other, as MLflow reads them
 * fastest. Without the file being synced: a crash leaves nothing worth keeping.
 */
export function seedMlflow(dataDir: string, from: number, until: number): void {
  const db = new SqliteDatabase(join(dataDir, "mlflow.db"));
  db.pragma("synchronous = OFF");
  const addModel = db.prepare(
    `insert into registered_models (name, creation_time, last_updated_time, description)
     values (?, ?, ?, '')`,
  );
  const addVersion = db.prepare(
    `insert into model_versions (name, version, creation_time, last_updated_time, description,
       user_id, current_stage, source, run_id, status, status_message, run_link, storage_location)
     values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, null, '', ?)`,
  );
  const addTag = db.prepare(
    `insert into model_version_tags ("key", value, name, version) values (?, ?, ?, ?)`,
  );
  db.exec("begin");
  for (let i = from; i < until; i++) {
    const { name, version, creation_timestamp: time, source, ...rest } = versionAt(i);
    const { description, current_stage, run_id, status, tags } = rest;
    if (i % VERSIONS_PER_MODEL === 0) addModel.run(name, time, time);
    const location = `mlflow-artifacts:/0/models/${tags.model_uuid}/artifacts`;
    const state = [description, current_stage, source, run_id, status, location];
    addVersion.run(name, version, time, time, ...state);
    for (const [key, value] of Object.entries(tags)) addTag.run(key, value, name, version);
  }
  db.exec("commit");
  db.close();
}
