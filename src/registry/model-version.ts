import { setTimeout as sleep } from "node:timers/promises";
import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { isNotFound, MlflowError } from "../mlflow/error.ts";
import type { MlflowModelVersion, NewModelVersion } from "../mlflow/model-versions.ts";
import type { RegistryContext } from "./context.ts";
import { restoreRegisteredModel } from "./registered-model.ts";

const TRIES = 3;
const DELAY_MS = 250;

/** A version to create; it gets the registration's tag beside its own. */
export type PlannedVersion = Omit<NewModelVersion, "tags"> & { tags: Record<string, string> };

/** The version of a registration. */
interface EnsuredVersion {
  version: MlflowModelVersion;
  /** Whether the call created it in the registered model that had the name before. */
  isPlain: boolean;
}

/**
 * Creates the one version of a registration, or finds it where it was created before: then its
 * registered model may be another one than the one that had the name before the call.
 *
 * MLflow has no idempotency key, and a failed create says little: 3.4 answers 400, 404 or 500
 * for versions that it made. So whatever failed is looked up by the registration's tag before
 * it is tried again. A call that MLflow itself did not answer is not tried again here, because
 * it can still take effect after the look-up: recovery comes back to it.
 */
export async function ensureVersion(
  context: RegistryContext,
  registrationId: string,
  version: PlannedVersion,
  mayExist: boolean,
): Promise<EnsuredVersion> {
  const { modelVersions } = context.mlflow;
  const tag = { key: REGISTRATION_TAG, value: registrationId };
  const find = async () =>
    // Of several, the first: what came late is deleted in the end.
    (await modelVersions.findBySource(version.source, tag)).at(-1);
  const create = () =>
    modelVersions.create({ ...version, tags: { ...version.tags, [tag.key]: tag.value } });

  const existing = mayExist ? await find() : undefined;
  if (existing) return { version: existing, isPlain: false };
  let isPlain = true;
  for (let attempt = 1; ; attempt++) {
    try {
      return { version: await create(), isPlain };
    } catch (error) {
      if (!(error instanceof MlflowError)) throw error;
      if (error.failure === "unreachable" && !error.mayHaveTakenEffect) throw error;
      if (error.failure === "credentials") throw error;
      const made = await find();
      if (made) return { version: made, isPlain: false };
      if (attempt < TRIES && isNotFound(error)) {
        // Somebody deleted the registered model since it was last seen.
        await restoreRegisteredModel(context, version.name);
        isPlain = false;
        continue;
      }
      if (attempt === TRIES || !isOver(error)) throw error;
      context.log.warn({ err: error, attempt }, "MLflow did not create the version; trying again");
      await sleep(DELAY_MS * attempt);
    }
  }
}

/** Whether nothing comes of the call any more: MLflow said that it failed, or never got it. */
function isOver({ failure, errorCode, mayHaveTakenEffect }: MlflowError): boolean {
  if (failure === "failed") return true;
  return failure === "unavailable" && (errorCode !== undefined || !mayHaveTakenEffect);
}
