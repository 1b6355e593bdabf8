import type { Metric } from "#gen/modelwire/registry/v1/model_info_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistryContext } from "./context.ts";
import type { MeasuredMetrics } from "./improvement.ts";

/** A value that was recorded of a metric. */
interface Recorded {
  key: string;
  value: number;
  datasetDigest?: string | undefined;
}

/**
 * Reads the metrics that a model recorded, the newest value of each: what its run holds, then what
 * MLflow holds of the model itself, then what its registration said was measured.
 *
 * @param details where one names a dataset, a value that was measured on another does not count
 */
export async function recordedMetrics(
  context: Pick<RegistryContext, "mlflow">,
  registration: Registration,
  details: MeasuredMetrics["details"],
): Promise<Record<string, number>> {
  // Of one that was not registered here they are read from its run, which may hold changes.
  const told = registration.registrationId === undefined ? [] : registration.improvements;
  const measured = told.flatMap(({ metric: key, value, datasetDigest }) =>
    value === undefined ? [] : [{ key, value, datasetDigest }],
  );
  // What the registration wrote to MLflow itself is there without the dataset.
  const isTold = ({ key, value }: Recorded) =>
    measured.some((one) => one.datasetDigest && one.key === key && one.value === value);
  const ofModel = (registration.modelInfo?.metrics ?? [])
    .filter((metric) => metric.datasetDigest || !isTold(metric))
    .toSorted(byTime);
  // A run says of no value which dataset it is of, and may have the same as the model.
  const known = new Set(ofModel.map(({ key }) => key));
  const ofRun = (await metricsOfRun(context, registration)).filter(({ key }) => !known.has(key));
  const all: Recorded[] = [...ofRun, ...ofModel, ...measured];
  const newest = [...Map.groupBy(all, ({ key }) => key)].flatMap(([key, values]) => {
    const digest = Object.hasOwn(details, key) ? details[key]?.datasetDigest : undefined;
    const value = newestOn(digest, values);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(newest);
}

/**
 * Reads the metrics of a run, where they are of the model: where somebody wrote that to MLflow
 * directly, and where it is one of MLflow 2, which has no others. The run of an improved model may
 * hold changes in place of values.
 */
async function metricsOfRun(
  { mlflow }: Pick<RegistryContext, "mlflow">,
  { registrationId, modelInfo, modelVersion, runId, baseline }: Registration,
): Promise<Recorded[]> {
  const isImproved = baseline !== undefined || modelVersion?.tags.baseline_model_id !== undefined;
  const hasOthers = registrationId !== undefined && modelInfo?.modelId !== undefined;
  if (runId === undefined || isImproved || hasOthers) return [];
  const { metrics } = await mlflow.runs.get(runId);
  return Object.entries(metrics).map(([key, value]) => ({ key, value }));
}

/** Gives the newest value on a dataset, else of those on none; on any where no dataset is named. */
function newestOn(digest: string | undefined, values: readonly Recorded[]): number | undefined {
  if (!digest) return values.at(-1)?.value;
  const onIt = values.filter(({ datasetDigest }) => datasetDigest === digest);
  const usable = onIt.length > 0 ? onIt : values.filter(({ datasetDigest }) => !datasetDigest);
  return usable.at(-1)?.value;
}

function byTime(a: Metric, b: Metric): number {
  const seconds = ({ timestamp }: Metric) => timestamp?.seconds ?? 0n;
  return a.step - b.step || Number(seconds(a) - seconds(b));
}
