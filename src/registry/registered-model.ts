import type { RegistryContext } from "./context.ts";

/** More names than this are not remembered: they cost a call each again. */
const MOST_NAMES = 10_000;

// To ask for a registered model before each of its versions would cost a call that writes, and
// MLflow's database has one writer at a time.
const namesByClient = new WeakMap<object, Set<string>>();

/** Makes a registered model where it is not known to be there. */
export async function ensureRegisteredModel(
  { mlflow }: RegistryContext,
  name: string,
): Promise<void> {
  const names = namesByClient.get(mlflow) ?? new Set();
  namesByClient.set(mlflow, names);
  if (names.has(name)) return;
  await mlflow.registeredModels.ensure(name);
  if (names.size >= MOST_NAMES) names.clear();
  names.add(name);
}

/** Makes a registered model anew that was known and is not there any more. */
export async function restoreRegisteredModel(
  context: RegistryContext,
  name: string,
): Promise<void> {
  namesByClient.get(context.mlflow)?.delete(name);
  await ensureRegisteredModel(context, name);
}
