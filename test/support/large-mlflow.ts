import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { seedMlflow } from "../../bench/read/seed-mlflow.ts";
import { modelName, VERSIONS_PER_MODEL } from "../../bench/read/versions.ts";
import { createClients } from "./clients.ts";
import { startModelwire } from "./modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./own-mlflow.ts";
import { newRequest, register } from "./registration-fixtures.ts";

/** An MLflow that had a lot in it before any Modelwire looked at it. */
export interface LargeMlflow extends OwnMlflow {
  /** How many versions it has. */
  readonly versionCount: number;
  /** How many registered models it has; an alias `champion` points to version 1 of each seeded. */
  readonly modelCount: number;
  /** Versions whose model MLflow has: all others' were deleted. */
  readonly readable: readonly string[];
  /** Uuid of the model that all of them are of. */
  readonly readableUuid: string;
}

const READABLE = 20;

/**
 * Starts an MLflow of a test's own with so many versions, 100 in each registered model, and one
 * that another Modelwire registered. They are written into its database: by REST it would take
 * hours.
 */
export async function startLargeMlflow(seeded: number): Promise<LargeMlflow> {
  const mlflow = await startOwnMlflow();
  try {
    const registration = await registerOne(mlflow.url);
    const uuid = registration.modelInfo?.modelUuid ?? "";
    seedMlflow(mlflow.dataDir, 0, seeded);
    const db = new SqliteDatabase(join(mlflow.dataDir, "mlflow.db"));
    db.prepare(
      `insert into registered_model_aliases (alias, version, name)
       select 'champion', version, name from model_versions where version = 1 and name <> ?`,
    ).run(registration.modelName);
    db.prepare("update model_versions set source = ? where name = ? and version <= ?").run(
      `models:/${uuid}`,
      modelName(0),
      READABLE,
    );
    db.close();
    return {
      ...mlflow,
      versionCount: seeded + 1,
      modelCount: seeded / VERSIONS_PER_MODEL + 1,
      readable: Array.from({ length: READABLE }, (_, i) => `${modelName(0)}/${i + 1}`),
      readableUuid: uuid,
    };
  } catch (error) {
    await mlflow.stop();
    throw error;
  }
}

async function registerOne(mlflowUrl: string) {
  const modelwire = await startModelwire({ mlflowUrl });
  try {
    return await register(createClients(modelwire.httpUrl), newRequest("registered_elsewhere"));
  } finally {
    await modelwire.stop();
  }
}
