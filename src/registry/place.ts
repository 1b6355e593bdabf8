import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { isAmbiguous } from "../mlflow/error.ts";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { Run } from "../mlflow/runs.ts";
import type { RegistryContext } from "./context.ts";

/** Where in MLflow a package goes, and the registration that it is made for. */
export interface PlaceOptions {
  registrationId: string;
  experimentId: string;
  /** Name of the run and of the logged model. */
  name: string;
  /** Milliseconds since 1970. */
  startTime: number;
}

/** Makes a run that carries the registration's id as a tag from its creation on. */
export function makeRun({ mlflow }: RegistryContext, place: PlaceOptions): Promise<Run> {
  const { registrationId, experimentId } = place;
  return orFind(
    () =>
      mlflow.runs.create({
        experimentId,
        runName: place.name,
        startTime: place.startTime,
        tags: { [REGISTRATION_TAG]: registrationId, "mlflow.source.name": "modelwire" },
      }),
    () => mlflow.runs.findByTag(experimentId, REGISTRATION_TAG, registrationId),
  );
}

/** Makes a logged model that carries the registration's id as a tag from its creation on. */
export function makeLoggedModel(
  { mlflow }: RegistryContext,
  place: PlaceOptions,
  sourceRunId: string,
  params: Record<string, string>,
): Promise<LoggedModel> {
  const { registrationId, experimentId } = place;
  return orFind(
    () =>
      mlflow.loggedModels.create({
        experimentId,
        // MLflow refuses these in the name of a logged model, though not in a registered one's.
        name: place.name.replace(/[/:.%"']/g, "-"),
        sourceRunId,
        params,
        tags: { [REGISTRATION_TAG]: registrationId },
      }),
    () => mlflow.loggedModels.findByTag(experimentId, REGISTRATION_TAG, registrationId),
  );
}

/** Creates something, and where the answer was lost finds what was created. */
async function orFind<T>(create: () => Promise<T>, find: () => Promise<T[]>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    const [found] = await find();
    if (found === undefined) throw error;
    return found;
  }
}
