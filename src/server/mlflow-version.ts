import type { Logger } from "pino";
import { OLDEST_MLFLOW } from "../config/config.ts";
import { maskedUrl } from "../config/masked.ts";
import { messageOf } from "../error.ts";
import type { MlflowClient } from "../mlflow/client.ts";

/**
 * Finds the version of MLflow; undefined where it does not answer now, which it may later.
 *
 * @throws Error where what answers is no MLflow, or one that is too old
 */
export async function checkMlflow(mlflow: MlflowClient, log: Logger): Promise<string | undefined> {
  const trackingUri = maskedUrl(mlflow.trackingUri);
  let version: string;
  try {
    version = await mlflow.version();
  } catch (error) {
    const why = messageOf(error);
    log.warn({ tracking_uri: trackingUri }, `${why}; calls answer UNAVAILABLE until it does`);
    return undefined;
  }
  const wrong = wrongVersion(version);
  if (wrong) throw new Error(`MLFLOW_TRACKING_URI: ${trackingUri} ${wrong}`);
  log.info({ version, tracking_uri: trackingUri }, "MLflow found");
  return version;
}

/** Says what is wrong with what an MLflow says its version is; undefined where nothing is. */
export function wrongVersion(version: string): string | undefined {
  const parts = numbersOf(version);
  if (!parts) {
    const said = version.slice(0, 60).replace(/\s+/g, " ");
    return `does not answer /version as MLflow does (it said "${said}"); expected MLflow ${OLDEST_MLFLOW} or later`;
  }
  const oldest = numbersOf(OLDEST_MLFLOW) ?? [];
  for (const [i, least] of oldest.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return undefined;
    if (part < least) return `is MLflow ${version}; expected ${OLDEST_MLFLOW} or later`;
  }
  return undefined;
}

function numbersOf(version: string): number[] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  return match?.slice(1).map(Number);
}
