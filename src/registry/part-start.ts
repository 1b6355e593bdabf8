import type { Multipart } from "../mlflow/multipart.ts";
import type { RegistryContext } from "./context.ts";
import { NOT_DROPPED, saysNo } from "./part-errors.ts";
import { planParts } from "./part-plan.ts";
import type { PartProgress } from "./part-progress.ts";
import type { OpenUpload } from "./upload-start.ts";

const REFUSED_FOR_MS = 3_600_000;

// Until when a store that took no file in parts is not asked again.
const refusing = new WeakMap<object, Map<string, number>>();

/**
 * Begins a file in parts; undefined where MLflow's store takes none, cannot be reached from here,
 * or MLflow cannot give links: an hour long it is not asked again then.
 * @throws MlflowError where MLflow is away
 */
export async function beginParts(
  { mlflow, log, leastPartBytes }: RegistryContext,
  { artifact_uri: artifactUri }: OpenUpload,
  parts: Multipart,
  sizeBytes: number,
): Promise<PartProgress | undefined> {
  const known = refusing.get(mlflow) ?? new Map<string, number>();
  refusing.set(mlflow, known);
  const store = /^mlflow-artifacts:\/\/[^/]*/.exec(artifactUri)?.[0] ?? "";
  if ((known.get(store) ?? 0) > Date.now()) return undefined;
  const { partBytes, partCount } = planParts(sizeBytes, leastPartBytes);
  const made = await parts.create(partCount).catch((error) => {
    // It has no key to sign links with, for instance: files go through MLflow all the same.
    if (!saysNo(error)) throw error;
    log.warn({ err: error }, "MLflow gives no links for parts: large files go through it, whole");
    return undefined;
  });
  if (made && (await parts.isReachable(made))) return { upload: made, partBytes, etags: [] };
  known.set(store, Date.now() + REFUSED_FOR_MS);
  if (made) {
    const host = new URL(made.parts[0]?.url ?? "").host;
    log.warn({ host }, "the artifact store does not answer: large files go through MLflow, whole");
    await parts.abort(made).catch((error) => log.warn({ err: error }, NOT_DROPPED));
  }
  return undefined;
}
