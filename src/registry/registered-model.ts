import { orAbsent } from "../catalog/relocate.ts";
import { invalidField } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import { isPrompt } from "../mlflow/registered-models.ts";
import { findCatalogModel } from "../store/catalog-models.ts";
import type { RegistryContext } from "./context.ts";

/** More names than this are not remembered: they cost a call each again. */
const MOST_NAMES = 10_000;

// To ask for a registered model before each of its versions would cost a call that writes, and
// MLflow's database has one writer at a time.
const namesByClient = new WeakMap<object, Set<string>>();

/**
 * Refuses a name that a prompt has in MLflow, which would take a model's versions among its own.
 * Only a name that is new to Modelwire costs a call.
 * @throws ModelwireError INVALID_FIELD
 */
export async function requireNoPrompt(
  { mlflow, store }: RegistryContext,
  name: string,
): Promise<void> {
  if (namesByClient.get(mlflow)?.has(name) || (await findCatalogModel(store.db, name))) return;
  const there = await orAbsent(mlflow.registeredModels.get(name)).catch((error) => {
    // With its basic-auth app MLflow says this of a name that does not exist, too.
    if (error instanceof MlflowError && error.status === 403) return undefined;
    throw error;
  });
  if (!there || !isPrompt(there)) return;
  throw invalidField(
    "model_name",
    `expected a name that is free or a model's: MLflow has a prompt that is called "${name}"`,
  );
}

/**
 * Makes a registered model where it is not known to be there.
 * @returns its `creation_timestamp` where this call made it
 */
export async function ensureRegisteredModel(
  { mlflow }: RegistryContext,
  name: string,
): Promise<number | undefined> {
  const names = namesByClient.get(mlflow) ?? new Set();
  namesByClient.set(mlflow, names);
  if (names.has(name)) return undefined;
  const madeAt = await mlflow.registeredModels.ensure(name);
  if (names.size >= MOST_NAMES) names.clear();
  names.add(name);
  return madeAt;
}

/** Makes a registered model anew that was known and is not there any more. */
export async function restoreRegisteredModel(
  context: RegistryContext,
  name: string,
): Promise<void> {
  namesByClient.get(context.mlflow)?.delete(name);
  await ensureRegisteredModel(context, name);
}
