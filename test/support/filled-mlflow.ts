import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  createMlflowRest,
  type MlflowRest,
  type RestModel,
  type RestVersion,
} from "./mlflow-rest.ts";
import { type OwnMlflow, startOwnMlflow } from "./own-mlflow.ts";
import { python } from "./services.ts";

const support = fileURLToPath(new URL(".", import.meta.url));

/** A registration of the Python registry, as it told of it. */
export interface OldRegistration {
  /** `name/version` of the second of its two versions. */
  model_id: string;
  model_uuid: string;
  run_id: string;
}

/** What test/support/fill-mlflow.py says it made. */
interface Filling {
  /** The model's uuid of each version whose model can be read, by its `name/version`. */
  uuids: Record<string, string>;
  /** Of versions that were deleted. */
  gone: Record<string, string>;
  registered: Record<
    "ranking" | "scoring" | "better" | "best" | "other" | "scored" | "nothing",
    OldRegistration
  >;
}

/** An MLflow of a test's own that others filled, by every way there is, and nobody changes. */
export interface FilledMlflow extends Filling {
  url: string;
  /** What MLflow's REST API says of it: the versions by name and number. */
  models: RestModel[];
  versions: RestVersion[];
  stop(): Promise<void>;
}

/** Starts an MLflow and fills it. */
export async function startFilledMlflow(): Promise<FilledMlflow> {
  const own: OwnMlflow = await startOwnMlflow();
  try {
    const script = await readFile(`${support}fill-mlflow.py`, "utf8");
    const said = await python(script, { MLFLOW_TRACKING_URI: own.url, SUPPORT: support });
    const filling = JSON.parse(said) as Filling;
    const rest = createMlflowRest(own.url);
    const [models, versions] = [await rest.models(), await readVersions(rest)];
    return { ...filling, url: own.url, models, versions, stop: () => own.stop() };
  } catch (error) {
    await own.stop();
    throw error;
  }
}

/** Reads each version by itself: a search does not say its aliases. */
async function readVersions(rest: MlflowRest): Promise<RestVersion[]> {
  const found = await rest.versions();
  const versions: RestVersion[] = [];
  for (const { name, version } of found) versions.push(await rest.version(name, version));
  return versions.sort(byNameAndNumber);
}

function byNameAndNumber(a: RestVersion, b: RestVersion): number {
  const names = Buffer.compare(Buffer.from(a.name), Buffer.from(b.name));
  return names || Number(a.version) - Number(b.version);
}
